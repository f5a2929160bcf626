import type { Evidence } from '../../../domain/evidence.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

export interface TestQuery {
  readonly snapshot: Snapshot;
  /** Whether a path belongs to the build. */
  readonly isOwn: (path: string) => boolean;
  /** The folders of the build's modules. */
  readonly directories: readonly string[];
}

const SOURCE = /\.(java|kt|kts|groovy|scala)$/;
/** Source sets of tests that a build runs by itself. Those of `androidTest` need a device, which `check` does not ask for. */
const TEST_SET = /^(?!androidTest$)\w*[tT]est\w*$/;

/** The first source of a test; null where there is none. */
export function findTests({ snapshot, isOwn, directories }: TestQuery): Evidence | null {
  const seen = snapshot.paths.find((path) => SOURCE.test(path) && isInTestSet(path) && isOwn(path));
  const file = seen ?? directories.map((directory) => testBelow(snapshot, directory)).find((path) => path !== null);
  return file === undefined || file === null ? null : snapshot.evidence(file, 1);
}

function isInTestSet(path: string): boolean {
  const steps = path.split('/');
  return steps.some(
    (step, index) => index < steps.length - 2 && step === 'src' && TEST_SET.test(steps[index + 1] ?? ''),
  );
}

/** Packages may bear names of folders that are looked into nowhere else (`com.example`, `samples`): below `src` every folder is theirs. */
function testBelow(snapshot: Snapshot, directory: string): string | null {
  const sources = joinPath(directory, 'src') ?? 'src';
  const sets = snapshot.entriesIn(sources).filter((name) => TEST_SET.test(name));
  return sets.map((name) => sourceBelow(snapshot, `${sources}/${name}`)).find((path) => path !== null) ?? null;
}

function sourceBelow(snapshot: Snapshot, folder: string): string | null {
  for (const name of snapshot.entriesIn(folder)) {
    const path = `${folder}/${name}`;
    const found = snapshot.has(path) ? (SOURCE.test(name) ? path : null) : sourceBelow(snapshot, path);
    if (found !== null) return found;
  }
  return null;
}
