import { fenced } from './markdown.ts';
import { changing, silencing } from './next-steps.ts';

/** The answer to `/agent-generate help`. Begins with the marker. Nothing in it comes from others. */
export function renderHelp(marker: string): string {
  const commands = [
    '/agent-generate        proposes the pipeline anew, for the pull request as it is now',
    '/agent-generate help   says this',
  ];
  return [
    marker,
    '### agent-generate: what it does, and what it answers to',
    '',
    'It reads this repository, writes its CI pipeline, and proves it before anybody sees it. On each push the one comment of it on this pull request is edited. Nothing of the pull request is run for that. A comment that begins so is read:',
    '',
    fenced('text', commands),
    '',
    'Owners, members and collaborators of the repository may ask, and whoever opened the pull request. A comment that was edited is not read.',
    '',
    ...changing(),
    ...silencing(),
    '',
  ].join('\n');
}
