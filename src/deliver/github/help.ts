import { fenced } from './markdown.ts';
import { changing, silencing } from './next-steps.ts';

/** The answer to `/agent-generate help`. Begins with the marker. Nothing in it comes from others. */
export function renderHelp(marker: string): string {
  const commands = [
    '/agent-generate          proposes the pipeline anew, for the pull request as it is now',
    '/agent-generate Lint the Go code with golangci-lint.',
    '                         asks for that, in this pull request from now on',
    '/agent-generate reset    takes back what comments before it ask for',
    '/agent-generate help     says this',
  ];
  return [
    marker,
    '### agent-generate: what it does, and what it answers to',
    '',
    'It reads this repository, writes its CI pipeline, and proves it before anybody sees it. On each push the one comment of it on this pull request is edited. Nothing of the pull request is run for that. A comment that begins so is read:',
    '',
    fenced('text', commands),
    '',
    'Words count, and take back, of people who may write to the repository, and of bots that `settings.bots` names. To propose anew and to ask for help, it is enough to be an owner, a member or a collaborator of the repository, or to have opened the pull request. A comment that was edited is not read; nobody reads what a comment quotes.',
    '',
    ...changing(),
    ...silencing(),
    '',
  ].join('\n');
}
