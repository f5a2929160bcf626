import { mayChange } from '../called/environment.ts';
import type { CiStep } from '../ci/steps.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

const SETS = /([A-Za-z_]\w{0,60})(?:=|<<)/g;

/** A folder of the repository, as a step has it. */
const WORKSPACE =
  /(?:\$(?:PWD|\{PWD\}|\(pwd\)|GITHUB_WORKSPACE|\{GITHUB_WORKSPACE\}|\{\{ {0,4}github\.workspace {0,4}\}\})\/?|[\s"'](?=\.?[\w-]{1,60}\/))([\w./-]{0,200})/g;

/**
 * Whether commands of later steps may be others by what a step leaves them: a variable that changes what is checked, variables of a file, or a
 * folder of the repository whose programs go before all. (workflow commands, "Setting an environment variable", "Adding a system path")
 */
export function changesLater(snapshot: Snapshot, { script }: Pick<CiStep, 'script'>): boolean {
  const text = script.map((line) => line.text).join('\n');
  const isSet = /\bGITHUB_ENV\b/.test(text) && [...text.matchAll(SETS)].some(([, name = '']) => mayChange(name));
  const lines = script.filter((line) => /\bGITHUB_(?:ENV|PATH)\b/.test(line.text));
  return isSet || lines.some((line) => isOfFiles(snapshot, line.text));
}

function isOfFiles(snapshot: Snapshot, line: string): boolean {
  if (/\bGITHUB_ENV\b/.test(line)) return /\bcat\s{1,8}[^<>\s-]/.test(line);
  return [...line.matchAll(WORKSPACE)].some(([, path = '']) => snapshot.exists(joinPath('.', path) ?? path));
}
