import type { ResolvedWish, Wish, WishSource } from '../../domain/wish.ts';
import { andMore, firstOf } from './lists.ts';
import { code, link } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

/** Who asked for what in words, and what became of it; empty where nobody did. */
export function askedSection({ wishes }: Pick<GithubPage, 'wishes'>, { entries }: Cuts): string {
  if (wishes.length === 0) return '';
  const { shown, left } = firstOf(wishes, Math.max(1, entries));
  return ['**Asked for in words**, the last over those before it:', '', ...shown.map(line), ...andMore(left)].join(
    '\n',
  );
}

function line(wish: ResolvedWish): string {
  const by = wish.by === null ? '' : `${code(wish.by, 50)} in `;
  return `- ${said(wish)}, ${by}${link(SOURCES[wish.from], wish.url)}${fate(wish)}`;
}

const SOURCES: Readonly<Record<WishSource, string>> = {
  'pull-request': 'the text of the pull request',
  input: 'the input `request`',
  'command-line': 'the command line',
  comment: 'a comment',
};

function said({ words }: Pick<Wish, 'words'>): string {
  return code(words.replace(/\s+/g, ' '));
}

function fate({ words, fate }: ResolvedWish): string {
  switch (fate.kind) {
    case 'asked':
      return fate.words === words ? '' : `: with the answer, ${said(fate)}`;
    case 'accepted':
      return ': part of the accepted request already, so nobody was asked anew';
    case 'answer':
      return `: the answer about ${said(fate.to)}`;
    case 'replaced':
      return `: not understood, so ${said(fate.by)} has taken its place`;
  }
}
