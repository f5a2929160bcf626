import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Deadline } from '../../domain/deadline.ts';
import { sha256Of } from './digests.ts';

/** What a folder of a model has, in bytes. */
export function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, file) => sum + lstatSync(file).size, 0);
}

/** Takes away what is neither a file nor a folder: a link in an entry of a cache would lead writers out of it. */
export function withoutLinks(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) rmSync(folder, { force: true });
  for (const entry of entriesIn(folder))
    if (!entry.isFile() && !entry.isDirectory()) rmSync(join(entry.parentPath, entry.name), { force: true });
}

/**
 * Takes away every blob of Ollama whose content is not what its name says, and gives how many. Ollama itself believes the names of blobs that
 * it has already.
 */
export async function withoutFalseBlobs(folder: string, deadline: Deadline): Promise<number> {
  let count = 0;
  for (const file of filesIn(join(folder, 'blobs'))) {
    const named = /[/\\]sha256-([0-9a-f]{64})$/.exec(file)?.[1];
    if (named !== undefined && named === (await sha256Of(file, deadline))) continue;
    rmSync(file, { force: true });
    count += 1;
  }
  return count;
}

function filesIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    // There is none yet.
    return [];
  }
}
