import type { Evidence } from '../../../domain/evidence.ts';
import { byCodeUnit } from '../../../domain/text.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Crates } from './workspace.ts';

/** Sources that lie where crates have most of theirs: reading all of a large repository would take too long. */
export const SHALLOW_SOURCES = ['src/*.rs', '*/src/*.rs', '*/*/src/*.rs', '*/*/*/src/*.rs'];

const TEST_FILE = /(?:^|\/)(?:tests\/(?:.*\/)?[^/]+|tests?|[^/]+_tests?)\.rs$/;
const TEST =
  /^\s*#\[(?:[\w:]*\btest\b|rstest|test_case|wasm_bindgen_test|cfg\((?:all\()?test\b)|^\s*(?:proptest|quickcheck)!/;
const DOCUMENTED = /^\s*\/\/[/!]\s*```/;

/**
 * What shows that there are tests: a file of them, or the line of one. Where not every source is read, there may be some: then that is all
 * there is to show. What builds a package before it is no part of that. Null where there is none.
 */
export function findTests(snapshot: Snapshot, { packages, root }: Crates): Evidence | null {
  const own = new Set(packages.map(({ file }) => file));
  const sources = [...new Set(packages.flatMap(({ file }) => snapshot.within(directoryOf(file))))]
    .sort(byCodeUnit)
    .filter(
      (path) =>
        path.endsWith('.rs') &&
        baseName(path) !== 'build.rs' &&
        own.has(nearest(snapshot, directoryOf(path), ['Cargo.toml']) ?? ''),
    );
  const file = sources.find((path) => TEST_FILE.test(path));
  if (file !== undefined) return snapshot.evidence(file, 1);
  for (const source of sources) {
    const text = snapshot.text(source);
    const found = text === null ? null : (firstMatch(text, TEST) ?? documented(snapshot, source, text));
    if (found) return snapshot.evidence(source, found.line);
  }
  return sources.some((source) => snapshot.text(source) === null) ? root.evidence([]) : null;
}

/** Examples in the documentation of a library are run as tests. */
function documented(snapshot: Snapshot, source: string, text: string) {
  const manifest = nearest(snapshot, directoryOf(source), ['Cargo.toml']) ?? '';
  const isLibrary = snapshot.has(joinPath(directoryOf(manifest), 'src/lib.rs') ?? '');
  return isLibrary ? firstMatch(text, DOCUMENTED) : null;
}
