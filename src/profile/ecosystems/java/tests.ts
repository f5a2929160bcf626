import type { Evidence } from '../../../domain/evidence.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';

export interface TestQuery {
  readonly snapshot: Snapshot;
  /** Whether a path belongs to the build. */
  readonly isOwn: (path: string) => boolean;
  readonly dependencies: UnitDraft['dependencies'];
}

const SOURCE = /(^|\/)src\/\w+\/(?:.*\/)?[^/]+\.(java|kt|kts|groovy|scala)$/;
/** Sources of tests that a build runs by itself. Those of `androidTest` need a device, which `check` does not ask for. */
const TEST_SOURCE = /(^|\/)src\/(?!androidTest\/)\w*[tT]est\w*\//;
const TEST_LIBRARY = /^(junit\S*|testng|spock-\S+|kotest-\S+|kotlin-test\S*|quarkus-junit\S*|[\w.-]+-test)$/;

/**
 * What shows that a build has tests: the first source of one; null where there is none. A package may bear the name of a folder that is
 * left out everywhere (`samples`, `example`): a build of which no source at all is seen is judged by the test libraries that it names.
 */
export function findTests({ snapshot, isOwn, dependencies }: TestQuery): Evidence | null {
  const sources = snapshot.paths.filter((path) => SOURCE.test(path) && isOwn(path));
  const test = sources.find((path) => TEST_SOURCE.test(path));
  if (test !== undefined) return snapshot.evidence(test, 1);
  const library = sources.length > 0 ? undefined : dependencies.find(({ name }) => TEST_LIBRARY.test(name));
  return library ? snapshot.evidence(library.file, library.line) : null;
}
