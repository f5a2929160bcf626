import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Intent } from '../../../domain/request.ts';
import type { Said } from './said.ts';
import { sentenceOf } from './sentence.ts';

/** Why an intent cannot be acted on as it is; what a person can be asked. */
export interface Reason {
  /** The field. */
  readonly at: string;
  readonly about: string;
  readonly text: string;
  readonly choices: readonly string[];
}

/** What an answer is held against. */
export interface Hearing {
  readonly said: Said;
  readonly profile: ProjectProfile;
  readonly defaultBranch: string | null;
}

/** What nobody has asked for, with the sentence to copy where it is meant. */
export function unasked(at: string, intent: Intent): Reason {
  const sentence = sentenceOf(intent);
  return { at, about: sentence, text: 'Nobody has asked for this. Should it be so?', choices: [sentence] };
}

/** A value that nobody has said: it is not offered to be copied, for it may be that of somebody else. */
export function unsaid(at: string, intent: Intent, text: string): Reason {
  return { at, about: sentenceOf(intent), text, choices: [] };
}

export function notSaid(what: string, value: string): string {
  return `The words name no ${what} ${value}. Which one is meant?`;
}
