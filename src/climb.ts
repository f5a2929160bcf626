import type { Deadline } from './domain/deadline.ts';
import { type ActionError, toActionError } from './domain/errors.ts';
import { type AskedLayer, type LayerAnswer, REPAIR_ROUNDS } from './domain/layer.ts';
import type { Candidate, Fallback, Proposal } from './domain/proposal.ts';
import type { GenerationRequest, Question } from './domain/request.ts';
import { addUsage, NO_USAGE, type Usage } from './domain/usage.ts';
import { bothFallbacks, notProven, refusal, UNCLEAR } from './fallbacks.ts';
import { isProven, type Proving, type Step } from './stack.ts';

/** The share of the time left that asked layers may use: the rest is for proving again and for delivery. */
const ASKING_SHARE = 0.8;

/** Tries asked layers over a proven step, the lowest first; whatever they do, a step comes back. */
export async function climb(proving: Proving, step: Step, layers: readonly AskedLayer[]): Promise<Step> {
  let reached = step;
  for (const layer of layers) reached = await climbOne(proving, reached, layer);
  return reached;
}

async function climbOne(proving: Proving, below: Step, layer: AskedLayer): Promise<Step> {
  const deadline = proving.deadline.within(proving.deadline.remaining() * ASKING_SHARE);
  const attempt = { proving, below, layer, deadline };
  const end = await ask(attempt, () => layer.propose(deadline), { last: null, usage: NO_USAGE, left: REPAIR_ROUNDS });
  const step = withNotes(end.step, end.notes);
  return end.isUseless ? await climb(proving, step, layer.otherwise) : step;
}

interface Attempt {
  readonly proving: Proving;
  readonly below: Step;
  readonly layer: AskedLayer;
  readonly deadline: Deadline;
}

interface Round {
  /** What came of the round before. */
  readonly last: Candidate | null;
  /** Of all rounds before. */
  readonly usage: Usage;
  readonly left: number;
}

interface End {
  readonly step: Step;
  /** Nothing came of it, not even a question: somebody else may be asked. */
  readonly isUseless: boolean;
  readonly notes: readonly string[];
}

/** What was used is told, also where it was for nothing. */
async function ask(attempt: Attempt, asking: () => Promise<LayerAnswer>, round: Round): Promise<End> {
  const { below, layer, deadline } = attempt;
  let usage = round.usage;
  try {
    const said = await deadline.race(asking);
    usage = addUsage(usage, said.usage);
    const end = await endOf(attempt, said, { ...round, usage });
    return { ...end, notes: [...(said.notes ?? []), ...end.notes] };
  } catch (thrown) {
    return useless(dropped(below, unanswered(layer, toActionError(thrown)), usage));
  }
}

async function endOf(attempt: Attempt, said: LayerAnswer, round: Round): Promise<End> {
  const { below, layer } = attempt;
  switch (said.kind) {
    case 'questions':
      return answered(unclear(below, said.questions, round.usage));
    case 'refused':
      return answered(dropped(below, refusal(said.findings), round.usage));
    case 'failed':
      return useless(dropped(below, unanswered(layer, said.error), round.usage));
    case 'request':
      return await proveRequested(attempt, said, round);
  }
}

/** Why a layer that failed is no part of the answer. */
function unanswered({ rung }: AskedLayer, { code, message, help }: ActionError): Fallback {
  return { code, message: `The ${rung} layer was left out: ${message} ${help}` };
}

type Requested = Extract<LayerAnswer, { kind: 'request' }>;

async function proveRequested(
  attempt: Attempt,
  { request, again }: Requested,
  { last, usage, left }: Round,
): Promise<End> {
  const { proving, below, layer, deadline } = attempt;
  const stack = [...below.stack, request];
  const candidate = await proving.prove(stack);
  if (isProven(candidate)) return answered({ stack, proposal: onTop(below, layer, request, { candidate, usage }) });
  const { findings, verdict } = candidate.report;
  const shrinks = last === null || findings.length < last.report.findings.length;
  if (again && left > 0 && shrinks && verdict === 'fail')
    return await ask(attempt, () => again(findings, deadline), { last: candidate, usage, left: left - 1 });
  return useless(dropped(below, notProven(layer.rung, candidate), usage));
}

interface Proven {
  readonly candidate: Candidate;
  readonly usage: Usage;
}

function onTop(
  { proposal, stack: over }: Step,
  layer: AskedLayer,
  request: GenerationRequest,
  { candidate, usage }: Proven,
): Proposal {
  const { fallback, questions, notes = [] } = proposal;
  const understood = [...proposal.understood, { request, over, words: layer.words ?? [] }];
  const used = addUsage(proposal.usage, usage);
  return { ...candidate, source: layer.rung, fallback, questions, notes, understood, usage: used };
}

function useless(step: Step): End {
  return { step, isUseless: true, notes: [] };
}

function answered(step: Step): End {
  return { step, isUseless: false, notes: [] };
}

function withNotes({ stack, proposal }: Step, notes: readonly string[]): Step {
  const all = [...new Set([...(proposal.notes ?? []), ...notes])];
  return { stack, proposal: all.length === 0 ? proposal : { ...proposal, notes: all } };
}

function dropped({ stack, proposal }: Step, why: Fallback, usage: Usage): Step {
  const fallback = bothFallbacks(proposal.fallback, why);
  return { stack, proposal: { ...proposal, fallback, usage: addUsage(proposal.usage, usage) } };
}

function unclear(below: Step, questions: readonly Question[], usage: Usage): Step {
  const { stack, proposal } = dropped(below, UNCLEAR, usage);
  return { stack, proposal: { ...proposal, questions: [...proposal.questions, ...questions] } };
}
