import { isDeepStrictEqual } from 'node:util';
import type { ModelReply, ToolCall } from '../../domain/model.ts';
import { type Answer, readAnswer } from './answer.ts';
import type { Fault } from './check/fault.ts';
import { faultsOf } from './check/faults.ts';
import type { Hearing } from './check/reason.ts';
import { TOOL } from './tool.ts';

/** What a reply comes to. */
export type Heard =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  /** It would not answer at all. */
  | { readonly kind: 'refused' };

/** Its calls alone tell what a reply is: gateways say of one with a call that it is done. (reference/test-rigs.md, section 4) */
export function hear({ calls, stop }: ModelReply, hearing: Hearing): Heard {
  const [call] = calls;
  if (call === undefined)
    return stop === 'refused' ? { kind: 'refused' } : faulty(stop === 'cut-off' ? CUT_OFF : NO_CALL);
  if (calls.some(({ input }) => !isDeepStrictEqual(input, call.input))) return faulty(TWO_CALLS);
  if (call.name !== TOOL.name) return faulty(wrongTool(call));
  const read = readAnswer(call.input);
  if ('issues' in read && stop === 'cut-off') return faulty(CUT_OFF);
  const faults =
    'issues' in read
      ? read.issues.map(({ at, text }) => ({ at, text, question: null }))
      : faultsOf(read.answer, hearing);
  if (faults.length > 0 || 'issues' in read) return { kind: 'faults', faults: faults.slice(0, MOST_FAULTS) };
  return { kind: 'answer', answer: read.answer };
}

const MOST_FAULTS = 20;

function faulty(text: string): Heard {
  return { kind: 'faults', faults: [{ at: '', text, question: null }] };
}

const NO_CALL = `The tool was not called. Call \`${TOOL.name}\` once; nothing else that you say is read.`;
const TWO_CALLS = `The tool was called more than once, and not with the same. Call \`${TOOL.name}\` once, with everything.`;
const CUT_OFF =
  'The answer was cut off, since it was too long. Answer shorter, with what the words ask and nothing else.';

function wrongTool({ name }: ToolCall): string {
  return `There is no tool \`${name.slice(0, 50)}\`. Call \`${TOOL.name}\`.`;
}
