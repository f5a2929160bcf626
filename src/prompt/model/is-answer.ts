import type { ModelReply } from '../../domain/model.ts';
import { parseAnswer } from './answer.ts';
import { faultOfCalls } from './call.ts';

/** Whether a reply has the form of an answer: worth keeping. Whether the words are its warrant is asked each time that it is heard. */
export function isAnswer({ calls }: ModelReply): boolean {
  return faultOfCalls(calls) === null && 'answer' in parseAnswer(calls[0]?.input);
}
