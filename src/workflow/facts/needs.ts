import { evaluateText } from '../expressions/evaluate.ts';
import { known, UNKNOWN, type Value } from '../expressions/value.ts';
import { type Situation, whereMayHold } from './situations.ts';
import { asMapping, asText, asTexts, entryOf, type Mapping } from './values.ts';

/** Jobs, one needing the other, through which a condition is followed. */
const MAX_ROUNDS = 20;

/** The situations in which each job runs, by its id in lower case. */
export type Reach = ReadonlyMap<string, readonly Situation[]>;

/**
 * A job runs where its own condition and those of the jobs that it needs may hold: GitHub skips what needs a skipped job. What a condition
 * asks of needed jobs is known where they are skipped, and where their outputs are.
 */
export function readReach(jobs: Mapping, all: readonly Situation[]): Reach {
  // GitHub compares ids without regard to case.
  const read = Object.entries(jobs).map(([id, job]) => [id.toLowerCase(), asMapping(job)] as const);
  let reach: Reach = new Map(read.map(([id, job]) => [id, whereMayHold(job.if, all)]));
  let open = read.filter(([, { needs }]) => asTexts(needs).length > 0);
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round += 1) {
    const before = reach;
    const narrowed = open.map(([id, job]) => [id, narrow(job, before.get(id) ?? [], { jobs, reach: before })] as const);
    reach = new Map([...before, ...narrowed]);
    const changed = new Set(narrowed.filter(([id, left]) => left.length !== before.get(id)?.length).map(([id]) => id));
    // What a job asks of others changes only where they did.
    open = read.filter(([, { needs }]) => asTexts(needs).some((need) => changed.has(need.toLowerCase())));
  }
  return reach;
}

interface Others {
  readonly jobs: Mapping;
  readonly reach: Reach;
}

function narrow(job: Mapping, here: readonly Situation[], others: Others): readonly Situation[] {
  const needs = bindingNeeds(job).map((need) => need.toLowerCase());
  const left = here.filter((situation) => needs.every((need) => others.reach.get(need)?.includes(situation) ?? true));
  if (!/\bneeds\b/i.test(asText(job.if) ?? '')) return left;
  const known = new Map(left.map((situation) => [withNeeds(situation, others), situation] as const));
  return whereMayHold(job.if, [...known.keys()]).flatMap((situation) => known.get(situation) ?? []);
}

/** None where the condition asks for the state of the run: `always()` lets a job run whatever was skipped before it. */
function bindingNeeds({ if: condition, needs }: Mapping): string[] {
  return /\b(?:always|failure|cancelled)\s*\(/i.test(asText(condition) ?? '') ? [] : asTexts(needs);
}

function withNeeds(situation: Situation, { jobs, reach }: Others): Situation {
  const assumed = (path: readonly string[]): Value => {
    const [context, id = '', part, output = ''] = path;
    if (context !== 'needs') return situation.assumed(path);
    const isSkipped = reach.get(id)?.includes(situation) === false;
    if (part === 'result') return isSkipped ? known('skipped') : UNKNOWN;
    if (part !== 'outputs') return UNKNOWN;
    return isSkipped ? known('') : outputOf(asMapping(entryOf(jobs, id)), output, situation);
  };
  return { ...situation, assumed };
}

/** An output is a text, whatever its expression gives. What another job has to say about it stays open. */
function outputOf(job: Mapping, name: string, { assumed }: Situation): Value {
  const text = asText(entryOf(asMapping(job.outputs), name));
  const value = text === null ? UNKNOWN : evaluateText(text, assumed);
  return value.kind === 'known' ? known(String(value.value ?? '')) : UNKNOWN;
}
