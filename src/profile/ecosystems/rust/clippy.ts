import type { Evidence } from '../../../domain/evidence.ts';
import { byCodeUnit } from '../../../domain/text.ts';
import { shortLevels } from '../../called/lint-levels.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import type { Snapshot } from '../../snapshot.ts';
import { CLIPPY, wholeCalls } from './selection.ts';
import type { Crates } from './workspace.ts';

/** Which lints clippy takes for errors, or leaves out: with ` -- ` before them, or nothing. */
export interface Lints {
  readonly words: string;
  readonly because: readonly Evidence[];
}

/** Those that the repository's own pipelines ask for in the first call that looks at all of it and takes any for an error; else whether its automation takes a warning for one; else those of the first call. */
export function lintsOf(snapshot: Snapshot, crates: Crates, automation: readonly AutomationLine[]): Lints {
  const asked = wholeCalls(snapshot, crates, CLIPPY).flatMap(({ run, because }) => {
    const [words] = ASKED.exec(run) ?? [];
    return words === undefined ? [] : [{ words: shortLevels(words), because }];
  });
  const denying = asked.find(({ words }) => / -[DF] /.test(words));
  const strict = denying
    ? null
    : firstCall(
        snapshot,
        automation.filter(({ text }) => !ALLOWS.test(text)),
        DENIES_WARNINGS,
      );
  if (strict) return { words: ' -- -D warnings', because: [strict.because] };
  return denying ?? asked[0] ?? { words: '', because: [] };
}

/** Levels of lints alone. (doc.rust-lang.org/rustc, "Lint Levels"; doc.rust-lang.org/clippy, "Usage") */
const ASKED = / --(?: (?:-[ADFW] ?|--(?:allow|deny|forbid|warn)[ =])[a-z][\w:]{0,80}){1,60}$/;

/** Whether a warning is an error is for the repository to say: one that never ran clippy has warnings. */
const DENIES_WARNINGS =
  /\bclippy\b[^#]{0,300}\s(?:-D|--deny[ =])\s{0,4}warnings\b|\bRUSTFLAGS\b["']?\s{0,4}[:?]?=?\s{0,4}["']?[^#"']{0,200}-D\s{0,4}warnings\b/;

/** A variable that allows some lints beside what it denies: what is red by the whole of them is not red there. (rustc, "Lint Levels") */
const ALLOWS = /\bRUSTFLAGS\b.{0,300}\s(?:-[AW]|--(?:allow|warn|force-warn|cap-lints)\b)/;

/** What clippy looks at beside the crates themselves: as the pipelines' calls for all of them have it together; everything where there are none. */
export function targetsOf(snapshot: Snapshot, crates: Crates): string {
  const calls = wholeCalls(snapshot, crates, CLIPPY).map(({ run }) => run.split(' -- ', 1)[0] ?? '');
  if (calls.length === 0 || calls.some((own) => own.includes(' --all-targets'))) return ' --all-targets';
  return [...new Set(calls.flatMap((own) => own.match(TARGETS) ?? []))].sort(byCodeUnit).join('');
}

/** (doc.rust-lang.org/cargo, "cargo check": Target Selection) */
const TARGETS = / --(?:tests|benches|examples)(?= |$)/g;
