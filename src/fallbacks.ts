import type { Finding } from './domain/finding.ts';
import type { Candidate, Fallback, Rung } from './domain/proposal.ts';
import type { Intent } from './domain/request.ts';

/** Of two reasons why less was done, both are told; the first has the code. */
export function bothFallbacks(first: Fallback | null, second: Fallback): Fallback {
  if (first === null) return second;
  const isTold = first.message.includes(second.message);
  return isTold ? first : { code: first.code, message: `${first.message} ${second.message}` };
}

export const UNCLEAR: Fallback = {
  code: 'QUESTIONS',
  message: 'The request is not clear yet; answer the questions and run again.',
};

export function refusal(findings: readonly Finding[]): Fallback {
  const first = findings[0];
  return { code: 'REFUSED', message: first ? `The request was refused: ${first.message}` : 'The request was refused.' };
}

/** What a layer is made of. */
const NAMES: Readonly<Record<Rung, string>> = {
  minimal: 'the least that every repository gets',
  detected: 'what the repository shows',
  'accepted-request': 'the accepted request',
  read: 'what your words ask for',
  model: 'what a model made of your words',
};

/** What of a request was not taken. */
export interface LeftOut {
  readonly rung: Rung;
  readonly left: readonly Intent[];
  readonly candidate: Candidate;
  readonly isLate: boolean;
}

export function leftOut({ rung, left, candidate, isLate }: LeftOut): Fallback {
  const which = left.map((intent) => JSON.stringify(intent)).join(', ');
  const late = isLate ? ' Time was up before all of them were tried by themselves.' : '';
  return {
    code: 'NOT_PROVEN',
    message: `Of ${NAMES[rung]} this was left out: ${which}. The first fault was ${whyNot(candidate)}${late}`,
  };
}

export function notProven(rung: Rung, candidate: Candidate): Fallback {
  const message = `Not proven, and so left out, is ${NAMES[rung]}: ${whyNot(candidate)}`;
  return { code: 'NOT_PROVEN', message };
}

function whyNot({ report }: Candidate): string {
  const failed = report.engines.find((engine) => engine.status === 'failed');
  const fault = report.findings.find((finding) => finding.level === 'error');
  return fault
    ? `${fault.rule}: ${fault.message}`
    : `the ${failed?.name ?? 'judging'} engine could not judge it: ${failed?.reason ?? 'no reason given'}`;
}
