import type { Evidence } from '../../domain/evidence.ts';
import { environmentFiles } from '../compose/env-file.ts';
import { firstMatch } from '../lines.ts';
import { ancestors, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

const HERE = String.raw`\s{0,8}=\s{0,8}["']?(?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b`;

/** The line of a `.env` file, in the folder or above it, that gives an emulator's address on this machine by the variable that alone names it. */
export function emulatorAddress(snapshot: Snapshot, directory: string, variable: string): Evidence | null {
  const pattern = new RegExp(String.raw`^\s{0,8}(?:export\s{1,8})?${variable}${HERE}`);
  for (const folder of ancestors(directory)) {
    for (const name of environmentFiles(snapshot, folder)) {
      const file = joinPath(folder, name) ?? name;
      const found = firstMatch(snapshot.text(file) ?? '', pattern);
      if (found) return snapshot.evidence(file, found.line);
    }
  }
  return null;
}
