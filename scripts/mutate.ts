// Shows that every policy and every engine is held by a test: makes each of them wrong, in a copy, and runs the tests that should notice.
//   node scripts/mutate.ts [WORD…]      WORDs choose those policies and engines whose name holds one of them
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Court, openCourt } from './mutants/court.ts';
import { engineMutants } from './mutants/engines.ts';
import { EQUIVALENT } from './mutants/equivalent.ts';
import { type Mutant, nameOf, type Tried } from './mutants/mutant.ts';
import { policyMutants } from './mutants/policies.ts';
import { isHeld, mutantTable, staleReasons } from './mutants/table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const opa = join(root, '.tools/bin/opa');
if (!existsSync(opa)) {
  console.error('opa is not there: run `make tools` first.');
  process.exit(2);
}

/** Copies that are judged at the same time; each has a Vitest of its own. */
const LANES = Math.min(availableParallelism(), 4);

const words = process.argv.slice(2);
const mutants = [...policyMutants(opa, root), ...engineMutants(root)].filter(
  ({ of }) => words.length === 0 || words.some((word) => of.includes(word)),
);
if (mutants.length === 0) {
  console.error(`No policy and no engine is called ${words.join(' or ')}.`);
  process.exit(2);
}
process.exitCode = await main();

async function main(): Promise<number> {
  await using courts = new AsyncDisposableStack();
  const lanes: Court[] = [];
  for (const _ of mutants.slice(0, LANES)) lanes.push(courts.use(await openCourt({ root, opa })));
  const wrong = await lanes[0]?.examine();
  if (typeof wrong === 'string') {
    console.error(`Nothing can be shown: this test fails as it is: ${wrong}`);
    return 2;
  }
  const tried = await tryAll(lanes);
  const stale = words.length === 0 ? staleReasons(tried, EQUIVALENT) : [];
  for (const name of stale) console.error(`A reason is given for what is no survivor: ${name}`);
  console.log(mutantTable(tried, EQUIVALENT));
  return tried.every((it) => isHeld(it, EQUIVALENT)) && stale.length === 0 ? 0 : 1;
}

/** In the order of the mutants, whichever lane was faster. */
async function tryAll(lanes: readonly Court[]): Promise<Tried[]> {
  const tried = new Map<Mutant, Tried>();
  const queue = mutants.values();
  const run = async (court: Court) => {
    for (const mutant of queue) {
      tried.set(mutant, await court.try(mutant));
      progress(tried.size, mutant);
    }
  };
  await Promise.all(lanes.map(run));
  return mutants.flatMap((mutant) => tried.get(mutant) ?? []);
}

function progress(done: number, last: Mutant): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[2K${done} of ${mutants.length}  ${nameOf(last).slice(0, 100)}`);
  if (done === mutants.length) process.stderr.write('\r\u001b[2K');
}
