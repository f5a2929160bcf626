import type { ModelReply } from '../../domain/model.ts';
import { readAnswer } from './answer.ts';

/** Whether a reply is a whole answer, which the layer of a model would take as it is. */
export function isAnswer({ calls }: ModelReply): boolean {
  return calls[0] !== undefined && 'answer' in readAnswer(calls[0].input);
}
