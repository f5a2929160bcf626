import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packs texts under the very names that are given, as the honest archive is packed. */
export function archiveOf(folder: string, files: Readonly<Record<string, string>>, honest: Buffer): Buffer {
  const made = join(folder, 'made');
  mkdirSync(made);
  const parts = Object.values(files).map((text, index) => {
    const name = `part-${index}`;
    writeFileSync(join(made, name), text);
    return name;
  });
  const renames = Object.keys(files).map((name, index) => `--transform=s,^part-${index}$,${name},`);
  const isGzip = honest[0] === 0x1f && honest[1] === 0x8b;
  const words = ['-c', isGzip ? '-z' : '--zstd', '-P', ...renames, '-f', '-', ...parts];
  return execFileSync('tar', words, { cwd: made });
}
