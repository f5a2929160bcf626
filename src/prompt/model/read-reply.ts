import type { ModelReply } from '../../domain/model.ts';
import { type ModelAnswer, parseAnswer } from './answer.ts';
import { faultOfCalls } from './call.ts';
import type { Fault } from './warrant/fault.ts';
import { faultsOf } from './warrant/faults.ts';
import type { Warrant } from './warrant/warrant.ts';

/** What a reply comes to. */
export type ReadReply =
  | { readonly kind: 'answer'; readonly answer: ModelAnswer }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  /** It would not answer at all. */
  | { readonly kind: 'refused' };

/** Its calls alone tell what a reply is: gateways say of one with a call that it is done. (reference/test-rigs.md, section 4) */
export function readReply({ calls, stop }: ModelReply, warrant: Warrant): ReadReply {
  const [call] = calls;
  if (call === undefined && stop === 'refused') return { kind: 'refused' };
  if (call === undefined && stop === 'cut-off') return oneFault(CUT_OFF);
  const fault = faultOfCalls(calls);
  if (fault !== null) return oneFault(fault);
  const read = parseAnswer(call?.input);
  if ('issues' in read && stop === 'cut-off') return oneFault(CUT_OFF);
  const faults =
    'issues' in read
      ? read.issues.map(({ at, text }) => ({ at, text, question: null }))
      : faultsOf(read.answer, warrant);
  if (faults.length > 0 || 'issues' in read) return { kind: 'faults', faults: faults.slice(0, MOST_FAULTS) };
  return { kind: 'answer', answer: read.answer };
}

const MOST_FAULTS = 20;

function oneFault(text: string): ReadReply {
  return { kind: 'faults', faults: [{ at: '', text, question: null }] };
}

const CUT_OFF =
  'The answer was cut off, since it was too long. Answer shorter, with what the words ask and nothing else.';
