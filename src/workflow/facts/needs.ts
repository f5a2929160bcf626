import { mayHold, type Situation } from './situations.ts';
import { asMapping, asText, asTexts, type Mapping } from './values.ts';

/** Jobs, one needing the other, through which a condition is followed. */
const MAX_ROUNDS = 20;

/** The situations in which each job runs, by its id. */
export type Reach = ReadonlyMap<string, readonly Situation[]>;

/** A job runs where its own condition and those of the jobs that it needs may hold: GitHub skips what needs a skipped job. */
export function readReach(jobs: Mapping, all: readonly Situation[]): Reach {
  const own = new Map(Object.entries(jobs).map(([id, job]) => [id, mayHold(asMapping(job).if, all)] as const));
  const needs = new Map(Object.entries(jobs).map(([id, job]) => [id, bindingNeeds(asMapping(job))] as const));
  let reach: Reach = own;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = new Map([...reach].map(([id, here]) => [id, narrowed(here, needs.get(id) ?? [], reach)] as const));
    if ([...next].every(([id, { length }]) => length === reach.get(id)?.length)) return next;
    reach = next;
  }
  return reach;
}

/** A need that is not there is the schema engine's to report. */
function narrowed(here: readonly Situation[], needs: readonly string[], reach: Reach): readonly Situation[] {
  return here.filter((situation) => needs.every((need) => reach.get(need)?.includes(situation) ?? true));
}

/** None where the condition asks for the state of the run: `always()` lets a job run whatever was skipped before it. */
function bindingNeeds({ if: condition, needs }: Mapping): string[] {
  return /\b(?:always|failure|cancelled)\s*\(/i.test(asText(condition) ?? '') ? [] : asTexts(needs);
}
