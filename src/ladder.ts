import type { Deadline } from './domain/deadline.ts';
import { toActionError } from './domain/errors.ts';
import type { Finding } from './domain/finding.ts';
import type { AskedLayer } from './domain/layer.ts';
import type { Candidate, Fallback, Proposal, Rung } from './domain/proposal.ts';
import type { GenerationRequest, Question } from './domain/request.ts';
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
  return settle(ladder, layers.slice(0, -1), notProven(top, candidate));
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

function notProven(rung: Rung, { report }: Candidate): Fallback {
  const failed = report.engines.find((engine) => engine.status === 'failed');
  const fault = report.findings.find((finding) => finding.level === 'error');
  const why = fault
    ? `${fault.rule}: ${fault.message}`
    : `the ${failed?.name ?? 'judging'} engine could not judge it: ${failed?.reason ?? 'no reason given'}`;
  return { code: 'NOT_PROVEN', message: `The ${rung} layer could not be proven and was left out: ${why}` };
}
