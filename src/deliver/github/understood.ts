import { understoodLines } from '../understood.ts';
import { firstOf } from './lists.ts';
import { prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

/** What was made of the words that were asked, intent by intent; empty where nothing was. */
export function understoodSection(
  { effects }: Pick<GithubPage, 'effects'>,
  { entries }: Pick<Cuts, 'entries'>,
): string {
  if (effects.length === 0) return '';
  const { shown, left } = firstOf(understoodLines(effects), Math.max(1, entries));
  const more = left > 0 ? [`- and ${left} more`] : [];
  return ['**Understood**:', '', ...shown.map((line) => `- ${prose(line)}`), ...more].join('\n');
}
