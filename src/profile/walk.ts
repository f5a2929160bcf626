import type { TreeEntry } from '../domain/tree.ts';

/** Folders whose files are no sources of this repository: installed, generated, vendored, or material for tests. (detection.md, "Walk") */
const PRUNED = new Set([
  'node_modules',
  'vendor',
  'third_party',
  '.yarn',
  'dist',
  'build',
  'target',
  'bin',
  'obj',
  '.venv',
  'venv',
  'testdata',
  'fixtures',
  '__fixtures__',
  '.devcontainer',
  'genproto',
  '.git',
]);

/** Folders of examples: pruned unless the repository has nothing else. */
const EXAMPLES = new Set(['example', 'examples', 'samples']);

/** The entries that detection looks at. A repository made of examples alone keeps them. */
export function prune(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const kept = entries.filter(({ path }) => !hasFolder(path, PRUNED));
  const own = kept.filter(({ path }) => !hasFolder(path, EXAMPLES));
  return own.some(({ path }) => path.includes('/') && !path.startsWith('.')) || own.length > 12 ? own : kept;
}

function hasFolder(path: string, names: ReadonlySet<string>): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((step) => names.has(step));
}
