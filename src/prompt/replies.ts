import type { ProjectProfile } from '../domain/profile.ts';
import type { Question } from '../domain/request.ts';
import { type Reading, readWords } from './read-words.ts';

/** Of a question with more choices the first are said. */
const MOST_REPLIES = 10;

/** The words with a choice in the place of what was not understood; null where that does not stand in them. */
export function completed(words: string, { about }: Pick<Question, 'about'>, choice: string): string | null {
  const at = about === '' ? -1 : words.indexOf(about);
  return at < 0 ? null : `${words.slice(0, at)}${choice}${words.slice(at + about.length)}`;
}

/** The questions about some words, each with the sentences that would answer it: only those that are understood better than the words were. */
export async function withReplies(
  words: string,
  questions: readonly Question[],
  profile: ProjectProfile,
): Promise<Question[]> {
  return await Promise.all(
    questions.map(async (question) => {
      const tried = question.choices
        .slice(0, MOST_REPLIES)
        .flatMap((choice) => completed(words, question, choice) ?? []);
      const readings = await Promise.all(tried.map((reply) => readWords(reply, profile)));
      const replies = tried.filter((_, index) => isBetter(readings[index], questions));
      return replies.length === 0 ? question : { ...question, replies };
    }),
  );
}

function isBetter(reading: Reading | undefined, before: readonly Question[]): boolean {
  return reading !== undefined && reading.refused.length === 0 && reading.questions.length < before.length;
}
