import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A disk with so much room, in kilobytes, mounted on a folder; null where this machine lets nobody mount one. */
export function smallDisk(path: string, kilobytes: number): Disposable | null {
  mkdirSync(path, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const run = (...words: readonly string[]) => {
    const [program = '', ...rest] = [...asRoot, ...words];
    execFileSync(program, rest, { stdio: 'ignore' });
  };
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=777`, 'tmpfs', path);
  } catch {
    return null;
  }
  return { [Symbol.dispose]: () => run('umount', path) };
}
