import type { Proposal } from '../../domain/proposal.ts';
import type { Question } from '../../domain/request.ts';
import type { ResolvedWish, Wish } from '../../domain/wish.ts';
import { readEnvironment } from '../../inputs/environment.ts';

/** A wish as it may be shown and kept. Whoever has said a secret has said it once; it is not said again. */
export async function shown(wish: ResolvedWish): Promise<ResolvedWish> {
  const clean = async (said: Wish): Promise<Wish> => ({ ...said, words: await withoutSecrets(said.words) });
  const { fate } = wish;
  switch (fate.kind) {
    case 'asked':
      return { ...(await clean(wish)), fate: { ...fate, words: await withoutSecrets(fate.words) } };
    case 'accepted':
      return { ...(await clean(wish)), fate };
    case 'answer':
      return { ...(await clean(wish)), fate: { ...fate, to: await clean(fate.to) } };
    case 'replaced':
      return { ...(await clean(wish)), fate: { ...fate, by: await clean(fate.by) } };
  }
}

/** A proposal whose questions and reasons quote no secret. */
export async function shownProposal(proposal: Proposal): Promise<Proposal> {
  const { questions, fallback } = proposal;
  if (questions.length === 0 && fallback === null) return proposal;
  const why = fallback && { ...fallback, message: await withoutSecrets(fallback.message) };
  return { ...proposal, questions: await Promise.all(questions.map(shownQuestion)), fallback: why };
}

/** A question without the secrets of the words that it quotes; an answer that would hold one is not offered. */
export async function shownQuestion({ replies, ...question }: Question): Promise<Question> {
  const [about, text] = await Promise.all([withoutSecrets(question.about), withoutSecrets(question.text)]);
  const cleaned = { about, text, choices: await Promise.all(question.choices.map(withoutSecrets)) };
  if (replies === undefined) return cleaned;
  const clean = await Promise.all(replies.map(withoutSecrets));
  return { ...cleaned, replies: replies.filter((reply, index) => reply === clean[index]) };
}

/** A refusal without the secrets of the words that it quotes. */
export async function shownRefusal<T extends { readonly message: string }>(refusal: T): Promise<T> {
  return { ...refusal, message: await withoutSecrets(refusal.message) };
}

async function withoutSecrets(text: string): Promise<string> {
  const [{ redact }, { withoutPrivate }, { knownSecrets }] = await Promise.all([
    import('../../secrets/redact.ts'),
    import('../../secrets/private.ts'),
    import('../../secrets/known.ts'),
  ]);
  return withoutPrivate(await redact(text, knownSecrets(readEnvironment(false).variables)));
}
