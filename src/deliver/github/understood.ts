import { understoodLines } from '../understood.ts';
import { andMore, firstOf } from './lists.ts';
import { prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

/** What was made of the words that were asked, intent by intent; empty where nothing was. */
export function understoodSection(
  { effects }: Pick<GithubPage, 'effects'>,
  { entries }: Pick<Cuts, 'entries'>,
): string {
  if (effects.length === 0) return '';
  const { shown, left } = firstOf(understoodLines(effects), Math.max(1, entries));
  return ['**Understood**:', '', ...shown.map((line) => `- ${prose(line)}`), ...andMore(left)].join('\n');
}
