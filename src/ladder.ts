import type { Deadline } from './domain/deadline.ts';
import { toActionError } from './domain/errors.ts';
import type { Finding } from './domain/finding.ts';
import type { AskedLayer } from './domain/layer.ts';
import type { Candidate, Fallback, Proposal, Rung } from './domain/proposal.ts';
import type { GenerationRequest, Intent, Question } from './domain/request.ts';
import { addUsage, NO_USAGE, type Usage } from './domain/usage.ts';

/** A rung whose request is known without asking anybody. */
export interface KnownLayer {
  readonly rung: Rung;
  readonly request: GenerationRequest;
}

export interface Ladder {
  /** Lowest first; the first is `minimal`. */
  readonly known: readonly [KnownLayer, ...KnownLayer[]];
  /** Lowest first, each over all that was proven below it. */
  readonly asked: readonly AskedLayer[];
  /** Prints a stack of requests and has it judged. Never rejects for time: a judge that was cut off is a verdict of `error`. */
  readonly prove: (stack: readonly GenerationRequest[]) => Promise<Candidate>;
  readonly deadline: Deadline;
}

/** Rounds in which an asked layer may mend what the judges found; each counts only if the findings strictly shrink. */
const REPAIR_ROUNDS = 3;

/** The share of the time left that asked layers may use: the rest is for proving again and for delivery. */
const ASKING_SHARE = 0.8;

/**
 * The answer of the highest stack of layers that is proven: known layers are dropped from the top until the rest is, then each asked
 * layer is tried over it, in bounded time. Always answers; when not even `minimal` is proven, its report says so.
 */
export async function answer(ladder: Ladder): Promise<Proposal> {
  let step = await settle(ladder, ladder.known);
  for (const layer of ladder.asked) step = await climb(ladder, step, layer);
  return step.proposal;
}

interface Step {
  readonly stack: readonly GenerationRequest[];
  readonly proposal: Proposal;
}

async function settle(ladder: Ladder, layers: readonly KnownLayer[], fallback: Fallback | null = null): Promise<Step> {
  const stack = layers.map((layer) => layer.request);
  const top = layers.at(-1)?.rung ?? 'minimal';
  const candidate = await ladder.prove(stack);
  const proposal = { ...candidate, source: top, fallback, questions: [], usage: NO_USAGE };
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

/** Tries one asked layer over a proven step; whatever it does, a step comes back. */
function climb(ladder: Ladder, below: Step, layer: AskedLayer): Promise<Step> {
  const deadline = ladder.deadline.within(ladder.deadline.remaining() * ASKING_SHARE);
  return propose({ ladder, below, layer, deadline }, { last: null, usage: NO_USAGE, left: REPAIR_ROUNDS });
}

interface Attempt {
  readonly ladder: Ladder;
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

/** What was used is told, also where it was for nothing. */
async function propose(attempt: Attempt, round: Round): Promise<Step> {
  const { below, layer, deadline } = attempt;
  let usage = round.usage;
  try {
    const said = await deadline.race(() => layer.propose(round.last?.report.findings ?? [], deadline));
    usage = addUsage(usage, said.usage);
    switch (said.kind) {
      case 'questions':
        return asking(below, said.questions, usage);
      case 'refused':
        return dropped(below, refusal(said.findings), usage);
      case 'request':
        return await proveSaid(attempt, { ...round, usage }, said.request);
    }
  } catch (thrown) {
    const { code, message } = toActionError(thrown);
    return dropped(below, { code, message: `The ${layer.rung} layer was left out: ${message}` }, usage);
  }
}

async function proveSaid(attempt: Attempt, { last, usage, left }: Round, request: GenerationRequest): Promise<Step> {
  const { ladder, below, layer } = attempt;
  const stack = [...below.stack, request];
  const candidate = await ladder.prove(stack);
  if (isProven(candidate)) return { stack, proposal: onTop(below, layer, candidate, usage) };
  const shrinks = last === null || candidate.report.findings.length < last.report.findings.length;
  if (left > 0 && shrinks && candidate.report.verdict === 'fail')
    return await propose(attempt, { last: candidate, usage, left: left - 1 });
  return dropped(below, notProven(layer.rung, candidate), usage);
}

function onTop({ proposal }: Step, { rung }: AskedLayer, candidate: Candidate, usage: Usage): Proposal {
  const { fallback } = proposal;
  return { ...candidate, source: rung, fallback, questions: [], usage: addUsage(proposal.usage, usage) };
}

function isProven(candidate: Candidate): boolean {
  return candidate.report.verdict === 'pass';
}

function dropped(below: Step, fallback: Fallback, usage: Usage): Step {
  const { proposal } = below;
  return { ...below, proposal: { ...proposal, fallback, usage: addUsage(proposal.usage, usage) } };
}

function asking(below: Step, questions: readonly Question[], usage: Usage): Step {
  const fallback = { code: 'QUESTIONS', message: 'The request is not clear yet; answer the questions and run again.' };
  const step = dropped(below, fallback, usage);
  return { ...step, proposal: { ...step.proposal, questions } };
}

function refusal(findings: readonly Finding[]): Fallback {
  const first = findings[0];
  return { code: 'REFUSED', message: first ? `The request was refused: ${first.message}` : 'The request was refused.' };
}

interface LeftOut {
  readonly rung: Rung;
  readonly left: readonly Intent[];
  readonly candidate: Candidate;
  readonly isLate: boolean;
}

function leftOut({ rung, left, candidate, isLate }: LeftOut): Fallback {
  const which = left.map((intent) => JSON.stringify(intent)).join(', ');
  const late = isLate ? ' Time was up before all of them were tried by themselves.' : '';
  return {
    code: 'NOT_PROVEN',
    message: `Of the ${rung} layer this was left out: ${which}. The first fault was ${whyNot(candidate)}${late}`,
  };
}

function notProven(rung: Rung, candidate: Candidate): Fallback {
  const message = `The ${rung} layer could not be proven and was left out: ${whyNot(candidate)}`;
  return { code: 'NOT_PROVEN', message };
}

function whyNot({ report }: Candidate): string {
  const failed = report.engines.find((engine) => engine.status === 'failed');
  const fault = report.findings.find((finding) => finding.level === 'error');
  return fault
    ? `${fault.rule}: ${fault.message}`
    : `the ${failed?.name ?? 'judging'} engine could not judge it: ${failed?.reason ?? 'no reason given'}`;
}
