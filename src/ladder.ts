import { climb } from './climb.ts';
import type { Deadline } from './domain/deadline.ts';
import type { AskedLayer } from './domain/layer.ts';
import type { Candidate, Fallback, Proposal, Rung } from './domain/proposal.ts';
import type { GenerationRequest, Intent } from './domain/request.ts';
import { NO_USAGE } from './domain/usage.ts';
import { leftOut, notProven } from './fallbacks.ts';
import { isProven, type Proving, type Step } from './stack.ts';

/** A rung whose request is known without asking anybody. */
export interface KnownLayer {
  readonly rung: Rung;
  readonly request: GenerationRequest;
}

export interface Ladder extends Proving {
  /** Lowest first; the first is `minimal`. */
  readonly known: readonly [KnownLayer, ...KnownLayer[]];
  /** Lowest first, each over all that was proven below it. */
  readonly asked: readonly AskedLayer[];
}

/**
 * The answer of the highest stack of layers that is proven: known layers are dropped from the top until the rest is, then each asked
 * layer is tried over it, in bounded time. Always answers; when not even `minimal` is proven, its report says so.
 */
export async function answer(ladder: Ladder): Promise<Proposal> {
  const settled = await settle(ladder, ladder.known);
  return (await climb(ladder, settled, ladder.asked)).proposal;
}

async function settle(ladder: Ladder, layers: readonly KnownLayer[], fallback: Fallback | null = null): Promise<Step> {
  const stack = layers.map((layer) => layer.request);
  const top = layers.at(-1)?.rung ?? 'minimal';
  const candidate = await ladder.prove(stack);
  const proposal = { ...candidate, source: top, fallback, questions: [], understood: [], usage: NO_USAGE };
  if (isProven(candidate) || layers.length === 1) return { stack, proposal };
  const below = await settle(ladder, layers.slice(0, -1), notProven(top, candidate));
  const request = stack.at(-1);
  return request && isProven(below.proposal) ? await partOf(ladder, below, { rung: top, request, candidate }) : below;
}

interface Refused {
  readonly rung: Rung;
  readonly request: GenerationRequest;
  readonly candidate: Candidate;
}

/** One wish never costs another: of a request that was refused as a whole, every intent that is proven over those before it stays. */
async function partOf(ladder: Ladder, below: Step, { rung, request, candidate }: Refused): Promise<Step> {
  if (candidate.report.verdict !== 'fail') return below;
  const deadline = ladder.deadline.within(ladder.deadline.remaining() * PART_SHARE);
  const part = await provenPart(ladder, { below, deadline, kept: [], best: null }, request.intents);
  if (part.best === null) return below;
  const left = request.intents.filter((intent) => !part.kept.includes(intent));
  // Where all of it stays, the fault was of a layer below, which has its own word.
  const fallback =
    left.length === 0
      ? below.proposal.fallback
      : leftOut({ rung, left, candidate, isLate: deadline.remaining() === 0 });
  const stack = [...below.stack, { ...request, intents: [...part.kept] }];
  return { stack, proposal: { ...below.proposal, ...part.best, source: rung, fallback } };
}

/** The share of the time left in which a refused request is taken apart: the rest is for what comes after it. */
const PART_SHARE = 0.5;

interface Part {
  readonly below: Step;
  readonly deadline: Deadline;
  readonly kept: readonly Intent[];
  /** What was made of those that are kept; null where none is. */
  readonly best: Candidate | null;
}

/** By halves: of many intents a few are refused, and each proof takes its time. */
async function provenPart(ladder: Ladder, part: Part, intents: readonly Intent[]): Promise<Part> {
  if (part.deadline.remaining() === 0) return part;
  const kept = [...part.kept, ...intents];
  const candidate = await ladder.prove([...part.below.stack, { version: 1, intents: [...kept] }]);
  if (isProven(candidate)) return { ...part, kept, best: candidate };
  if (candidate.report.verdict !== 'fail' || intents.length === 1) return part;
  const half = Math.ceil(intents.length / 2);
  const first = await provenPart(ladder, part, intents.slice(0, half));
  return provenPart(ladder, first, intents.slice(half));
}
