/** Where words were said, lowest first: a later one of these stands over those before it. */
export const WISH_SOURCES = ['pull-request', 'input', 'command-line', 'comment'] as const;
export type WishSource = (typeof WISH_SOURCES)[number];

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
