import type { Tree } from '../../domain/tree.ts';
import { stepsIn } from '../ci/steps.ts';
import { shellCommands } from '../shell/shell.ts';
import { stepCommands } from '../shell/step-commands.ts';
import type { Snapshot } from '../snapshot.ts';
import { readMore } from '../take-snapshot.ts';
import type { Call } from './body.ts';
import { scriptCall } from './shell-script.ts';
import { bodyOf, startedBy } from './started.ts';

/** So many scripts are read, so many bytes of each, and so deep they lie in each other. */
const MOST = { scripts: 100, bytes: 100_000, rounds: 4, commands: 2_000 };

/** The same snapshot with the scripts that these workflows start, and those that these start. Throws what reading the tree does. */
export async function withScripts(tree: Tree, snapshot: Snapshot, workflows: readonly string[]): Promise<Snapshot> {
  let known = snapshot;
  const asked = new Set<string>();
  for (let round = 0; round < MOST.rounds && asked.size < MOST.scripts; round += 1) {
    const paths = missingScripts(known, workflows, asked).slice(0, MOST.scripts - asked.size);
    if (paths.length === 0) return known;
    for (const path of paths) asked.add(path);
    known = await readMore(tree, known, { paths, limit: MOST.bytes });
  }
  return known;
}

function missingScripts(snapshot: Snapshot, workflows: readonly string[], asked: ReadonlySet<string>): string[] {
  const calls = callsOf(snapshot, workflows);
  const paths = calls.flatMap((call) => scriptCall(call)?.path ?? []);
  return [...new Set(paths)].filter((path) => !asked.has(path) && snapshot.has(path) && snapshot.text(path) === null);
}

/** What workflows call, whatever starts them, and what that calls. */
function callsOf(snapshot: Snapshot, workflows: readonly string[]): Call[] {
  const found = new Map<string, Call>();
  for (const file of workflows)
    for (const step of stepsIn(snapshot, file)) {
      if (found.size >= MOST.commands) return [...found.values()];
      for (const call of stepCommands(step)) found.set(`${call.directory}\0${call.run}`, call);
    }
  return [...found.values()].flatMap((call) => [call, ...within(snapshot, call)]);
}

/** What it starts for certain, and every script that its own body names. */
function within(snapshot: Snapshot, call: Call): Call[] {
  const body = bodyOf(snapshot, call);
  if (body === null) return [];
  return [...startedBy(snapshot, call), ...shellCommands({ lines: body.lines, directory: body.directory })];
}
