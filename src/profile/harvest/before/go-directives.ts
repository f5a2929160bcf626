import type { Tree } from '../../../domain/tree.ts';
import { WORKFLOWS } from '../../ci/automation.ts';
import { linesOf } from '../../lines.ts';
import { oncePerFile } from '../../once.ts';
import { matcherOf } from '../../reads.ts';
import type { Snapshot } from '../../snapshot.ts';
import { readMore } from '../../take-snapshot.ts';
import { RUNNER_FILES } from '../../tasks/files.ts';

/** So many sources are read, and so many bytes of each. */
const MOST = { files: 3_000, bytes: 200_000 };

/**
 * The same snapshot with the sources of Go, where a task or a workflow starts what their directives name. Throws what reading the tree does.
 */
export async function withDirectives(tree: Tree, snapshot: Snapshot): Promise<Snapshot> {
  const isStarting = matcherOf([RUNNER_FILES, WORKFLOWS]);
  const isStarted = snapshot.paths.some(
    (path) => isStarting(path) && /\bgo generate\b/.test(snapshot.text(path) ?? ''),
  );
  const paths = isStarted ? snapshot.paths.filter((path) => path.endsWith('.go')).slice(0, MOST.files) : [];
  return paths.length === 0 ? snapshot : readMore(tree, snapshot, { paths, limit: MOST.bytes });
}

/** The programs that `go generate` starts in a module's folder, each once. (cmd/go, "Generate Go files by processing source") */
export const directivePrograms = oncePerFile((snapshot, directory): readonly string[] => {
  const files = snapshot.within(directory).filter((path) => path.endsWith('.go'));
  const programs = files.flatMap((path) => {
    const text = snapshot.text(path) ?? '';
    if (!text.includes('//go:generate ')) return [];
    return linesOf(text).flatMap(({ text: line }) => /^\/\/go:generate\s{1,8}(\S{1,200})/.exec(line)?.[1] ?? []);
  });
  return [...new Set(programs)];
});
