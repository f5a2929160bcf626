import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests of policies and engines read. `dist/` is not among it: a stale program would judge by the policy that was right. */
const COPIED = ['src', 'scripts', 'policies', 'data', '__tests__', 'package.json', 'tsconfig.json'];

/** A copy of the sources in which they may be wrong. */
export interface SourceCopy {
  readonly root: string;
  /** Makes the changes; each path's new text, or null for what is gone. */
  change(changes: Readonly<Record<string, string | Uint8Array | null>>): void;
  /** Makes these paths what they are in the sources. */
  restore(paths: readonly string[]): void;
}

/** A copy below the system's temporary folder. It is gone when the process ends, however it does: interrupted, or by an error. */
export function copySources(from: string): SourceCopy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'agent-generate-mutants-')));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
  for (const name of COPIED) cpSync(join(from, name), join(root, name), { recursive: true });
  // Links: nothing writes through them.
  for (const name of ['node_modules', '.tools']) symlinkSync(realpathSync(join(from, name)), join(root, name));
  const set = (path: string, content: string | Uint8Array | null) => {
    if (content === null) rmSync(join(root, path), { recursive: true });
    else writeFileSync(join(root, path), content);
  };
  return {
    root,
    change: (changes) => {
      for (const [path, content] of Object.entries(changes)) set(path, content);
    },
    restore: (paths) => {
      for (const path of paths) cpSync(join(from, path), join(root, path), { recursive: true });
    },
  };
}

/** Whether a file of the copy has these bytes. */
export function hasBytes({ root }: SourceCopy, path: string, bytes: Uint8Array): boolean {
  return readFileSync(join(root, path)).equals(bytes);
}
