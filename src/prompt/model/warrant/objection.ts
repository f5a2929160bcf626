import type { Intent } from '../../../domain/request.ts';
import { sentenceOf } from './sentence.ts';

/** Why an intent cannot be acted on as it is; what a person can be asked. */
export interface Objection {
  /** The field. */
  readonly at: string;
  readonly about: string;
  readonly text: string;
  readonly choices: readonly string[];
}

/** What nobody has asked for, with the sentence to copy where it is meant; none where somebody has. */
export function unaskedUnless(isAsked: boolean, at: string, intent: Intent): Objection[] {
  if (isAsked) return [];
  const sentence = sentenceOf(intent);
  return [{ at, about: sentence, text: 'Nobody has asked for this. Should it be so?', choices: [sentence] }];
}

/** A value that nobody has said: it is not offered to be copied, for it may be that of somebody else. */
export function unsaidUnless(isSaid: boolean, at: string, intent: Intent, text: string): Objection[] {
  return isSaid ? [] : [{ at, about: sentenceOf(intent), text, choices: [] }];
}

/** The question about a value that nobody has said. */
export function whichOne(what: string, value = ''): string {
  return `The words name no ${what} ${value}. Which one is meant?`;
}
