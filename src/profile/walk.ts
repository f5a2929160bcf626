import type { TreeEntry } from '../domain/tree.ts';
import { isComposeFile } from './compose/files.ts';
import { baseName } from './paths.ts';

/** Folders whose files are no sources of this repository: installed, generated, vendored, or material for tests. (detection.md, "Walk") */
export const PRUNED: ReadonlySet<string> = new Set([
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
  '.devcontainer',
  'genproto',
  '.git',
]);

/** `fixtures`, `__fixtures__`, `.fixtures`, `test-fixtures` … */
const FIXTURES = /^[._]*(?:test[-_]?)?fixtures?_*$/i;

/** Folders of examples: pruned unless the repository has nothing else. */
export const EXAMPLES: ReadonlySet<string> = new Set(['example', 'examples', '.examples', '_examples', 'samples']);

/** Where the templates of ASP.NET keep what others make for browsers. (learn.microsoft.com, "Use LibMan with ASP.NET Core") */
const BROUGHT = /(?:^|\/)wwwroot\/lib\//;

/** `bin/` of the root is also where projects keep scripts of their own; what a build puts there is ignored by git. */
const OWN_SCRIPT = /^bin\/[\w-]+(?:\.sh)?$/;

/** What an action of the repository is called says what it does: `build` is no output there. */
const ACTION = /^\.github\/actions\/.*action\.ya?ml$/;

/** Whether detection may start from that file. Examples count where `examples` says so. */
export function isDetected({ path, mode }: TreeEntry, examples: boolean): boolean {
  if ((mode === 'executable' && OWN_SCRIPT.test(path)) || ACTION.test(path)) return true;
  const folders = path.split('/').slice(0, -1);
  if (BROUGHT.test(path)) return false;
  return folders.every(
    (name) =>
      (examples || !EXAMPLES.has(name)) && !FIXTURES.test(name) && (!PRUNED.has(name) || isImageSource(name, path)),
  );
}

/** Whether the path lies in a folder of examples. */
export function isExample(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((name) => EXAMPLES.has(name));
}

/** `build/` and `build/package/` are also where many projects keep their Dockerfiles and the compose file that builds them: nobody generates those. */
function isImageSource(folder: string, path: string): boolean {
  if (folder !== 'build') return false;
  return /^(?:Dockerfile|Containerfile)|\.dockerfile$/i.test(baseName(path)) || isComposeFile(path);
}
