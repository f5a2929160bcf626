import type { Tree } from '../../domain/tree.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { readMore } from '../take-snapshot.ts';
import { MAKEFILES } from './files.ts';
import { readMakefile } from './makefile.ts';

/** So many included files are read, so many bytes of each, and so deep they lie in each other. */
const MOST = { files: 300, bytes: 200_000, rounds: 4 };

/** The same snapshot with the files that makefiles include. Throws what reading the tree does. */
export async function withIncludes(tree: Tree, snapshot: Snapshot): Promise<Snapshot> {
  const makefiles = snapshot.paths.filter((path) => MAKEFILES.includes(baseName(path)));
  const asked = new Set<string>();
  let known = snapshot;
  for (let round = 0; round < MOST.rounds; round += 1) {
    const unread = new Set(makefiles.flatMap((file) => readMakefile(known, file).unread));
    const paths = [...unread].filter((path) => !asked.has(path)).slice(0, MOST.files - asked.size);
    if (paths.length === 0) return known;
    for (const path of paths) asked.add(path);
    known = await readMore(tree, known, { paths, limit: MOST.bytes });
  }
  return known;
}
