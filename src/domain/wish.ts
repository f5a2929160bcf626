/** Where words were said, lowest first: a later one of these stands over those before it. */
export type WishSource = 'pull-request' | 'input' | 'command-line' | 'comment';

/** Words that ask for something, and who said them. */
export interface Wish {
  readonly from: WishSource;
  /** Untrusted, as they were written; trimmed, and never empty. */
  readonly words: string;
  /** The login; null where nobody is named. */
  readonly by: string | null;
  /** Where a person can look at them; null where that is no page. */
  readonly url: string | null;
}

/** Words without anybody's name at them; none where nothing was said. */
export function wishesOf(from: WishSource, words: string | null): Wish[] {
  const said = words?.trim() ?? '';
  return said === '' ? [] : [{ from, words: said, by: null, url: null }];
}

/** What became of a wish among the others. */
export type WishFate =
  /** It is read, with what later comments have put into it. */
  | { readonly kind: 'asked'; readonly words: string }
  /** It stands in the accepted request already, so nobody is asked. */
  | { readonly kind: 'accepted' }
  /** It answers a question about an earlier one, which has the answer in it. */
  | { readonly kind: 'answer'; readonly to: Wish }
  /** It was not understood, and a later one has taken its place. */
  | { readonly kind: 'replaced'; readonly by: Wish };

export interface ResolvedWish extends Wish {
  readonly fate: WishFate;
}
