import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests of policies and engines read. `dist/` is not among it: a stale program would judge by the policy that was right. */
const COPIED = ['src', 'scripts', 'policies', 'data', '__tests__', 'package.json', 'tsconfig.json'];

/** A copy of the sources in which they may be wrong. */
export interface SourceCopy {
  readonly root: string;
  /** Makes the changes: each path's new text, or null for what is gone. Every path must be there. Disposing takes them back. */
  change(changes: Readonly<Record<string, string | Uint8Array | null>>): Disposable;
}

/** A copy below the system's temporary folder. It is gone when the process ends, however it does: interrupted, or by an error. */
export function copySources(from: string): SourceCopy {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'agent-generate-mutants-')));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  const root = join(place, 'sources');
  for (const name of COPIED) cpSync(join(from, name), join(root, name), { recursive: true });
  // Links: nothing writes through them.
  for (const name of ['node_modules', '.tools']) symlinkSync(realpathSync(join(from, name)), join(root, name));
  return {
    root,
    change: (changes) => {
      const undone = new DisposableStack();
      for (const [path, content] of Object.entries(changes))
        undone.defer(
          content === null ? setAside(join(root, path), join(place, 'aside')) : overwrite(join(root, path), content),
        );
      return undone;
    },
  };
}

function setAside(path: string, aside: string): () => void {
  renameSync(path, aside);
  return () => renameSync(aside, path);
}

function overwrite(path: string, content: string | Uint8Array): () => void {
  const before = readFileSync(path);
  writeFileSync(path, content);
  return () => writeFileSync(path, before);
}

/** Whether a file of the copy has these bytes. */
export function hasBytes({ root }: SourceCopy, path: string, bytes: Uint8Array): boolean {
  return readFileSync(join(root, path)).equals(bytes);
}
