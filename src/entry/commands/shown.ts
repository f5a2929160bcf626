import type { HeardWish, Wish } from '../../domain/wish.ts';

/** A wish as it may be shown and kept. Whoever has said a secret has said it once; it is not said again. */
export async function shown(wish: HeardWish): Promise<HeardWish> {
  const { redact } = await import('../../secrets/redact.ts');
  const clean = async (said: Wish): Promise<Wish> => ({ ...said, words: await redact(said.words, []) });
  const { fate } = wish;
  switch (fate.kind) {
    case 'asked':
      return { ...(await clean(wish)), fate: { ...fate, words: await redact(fate.words, []) } };
    case 'accepted':
      return { ...(await clean(wish)), fate };
    case 'answer':
      return { ...(await clean(wish)), fate: { ...fate, to: await clean(fate.to) } };
    case 'replaced':
      return { ...(await clean(wish)), fate: { ...fate, by: await clean(fate.by) } };
  }
}
