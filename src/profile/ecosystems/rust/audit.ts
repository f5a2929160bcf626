import { firstOfEach } from '../../../domain/grouped.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import { callsIn } from '../../harvest/calls.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

const FILES = ['deny.toml', '.deny.toml', '.cargo/deny.toml'];

/** What cargo-deny looks at, and what it is told to let pass or not. (embarkstudios.github.io/cargo-deny, "check") */
const CHECK =
  /^cargo deny check(?: (?:advisories|bans|licenses|sources|all|-s|--(?:show-stats|hide-inclusion-graph)|(?:-[ADW]|--(?:allow|deny|warn))[ =][a-z-]{1,60})){0,12}$/;

/** The audit by cargo-deny, where it is configured: with what the repository's own pipelines tell it, where they never look at all of it. */
export function audits(snapshot: Snapshot, directory: string): LintCommand[] {
  const file = FILES.map((name) => joinPath(directory, name) ?? name).find((path) => snapshot.has(path));
  if (file === undefined) return [];
  const settings = snapshot.evidence(file, 1);
  const calls = callsIn(snapshot, directory).filter(({ run }) => CHECK.test(run));
  const told = calls.some(({ run }) => run === WHOLE) ? [] : firstOfEach(calls, ({ run }) => run);
  if (told.length === 0) return [{ check: 'audit', run: WHOLE, directory, because: [settings] }];
  return told.map(({ run, because }) => ({ check: 'audit', run, directory, because: [...because, settings] }));
}

const WHOLE = 'cargo deny check';
