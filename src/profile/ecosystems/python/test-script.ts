import type { Evidence } from '../../../domain/evidence.ts';
import { firstMatch } from '../../lines.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { scriptsOf } from './invocation.ts';

export interface TestScript {
  /** As seen from the project's folder. */
  readonly path: string;
  readonly because: Evidence;
}

const NAMES = /^(?:run[-_])?tests?(?:[-_](?:start|unit|ci))?\.sh$/;
/** What a check must not do by itself: start containers, ask a person, fetch or install, leave its folder. */
const NOT_PLAIN =
  /^(?!\s*#).*\b(?:docker|docker-compose|podman|sudo|read|apt|apt-get|apk|brew|curl|wget|ssh|kubectl|git|cd|pip|npm)\s/;
const RUNS_TESTS = /^(?!\s*#).*\b(pytest|python3? -m unittest|manage\.py test)\b/;

/** The script in `scripts/` by which the repository runs its tests, if it is plain; of two the one that calls the other. */
export function findTestScript(snapshot: Snapshot, directory: string, hasPytest: boolean): TestScript | null {
  const named = scriptsOf(snapshot, directory).filter((file) => NAMES.test(baseName(file)));
  const plain = named.filter((file) => !firstMatch(snapshot.text(file) ?? '', NOT_PLAIN));
  const runs = plain.flatMap((file) => {
    const found = firstMatch(snapshot.text(file) ?? '', RUNS_TESTS);
    return found && (hasPytest || found.match[1] !== 'pytest') ? [{ file, line: found.line }] : [];
  });
  const [inner] = runs;
  if (!inner || runs.length > 1) return null;
  const outer = plain.flatMap((file) => {
    const call = file === inner.file ? null : firstMatch(snapshot.text(file) ?? '', callOf(baseName(inner.file)));
    return call ? [{ file, line: call.line }] : [];
  });
  const [caller] = outer;
  const chosen = caller && outer.length === 1 ? caller : inner;
  return { path: `scripts/${baseName(chosen.file)}`, because: snapshot.evidence(chosen.file, chosen.line) };
}

function callOf(name: string): RegExp {
  return new RegExp(`^\\s*(?:exec )?(?:ba)?sh (?:\\./)?scripts/${name.replace(/[.]/g, '\\.')}(?:\\s|$)`);
}
