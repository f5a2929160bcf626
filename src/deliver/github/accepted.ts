import { hasInvisible } from '../../domain/invisible.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import { code, fenced } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';
import { folded } from './sections.ts';

/** Of a longer configuration the artifact has it all. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 10_000;

/** What was asked for in words, as the configuration that keeps it; empty where there is nothing to accept. */
export function acceptedSection(
  { accepted }: Pick<GithubPage, 'accepted'>,
  { entries }: Pick<Cuts, 'entries'>,
): string {
  if (accepted === null) return '';
  const lines = accepted.content.trimEnd().split('\n');
  const isShort = lines.length <= MOST_LINES && accepted.content.length <= MOST_CHARACTERS;
  // What is copied must be what is seen: what stands there already anybody may have written.
  const isShown = entries > 0 && isShort && !hasInvisible(accepted.content.replace(/[\t\n]/g, ' '));
  const body = [
    `Merged as ${code(CONFIGURATION_PATH)}, it is the request that later pull requests are made from, with no words and nobody to ask. What stands there already stays as it is.`,
    isShown
      ? fenced('yaml', lines)
      : 'It is too long to be shown, or holds characters that nobody sees; the artifact has it.',
  ];
  return folded('Keep what was asked for: the accepted request', body.join('\n\n'), false);
}
