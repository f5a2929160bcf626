import { patchLines } from '../patch.ts';
import { evidenceLines } from './evidence.ts';
import { fenced, link } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

/** A difference that is read at a glance is not folded. */
const MOST_UNFOLDED = 25;

/** The lines of the page that may be cut. */
export interface LongParts {
  readonly diff: readonly string[];
  readonly evidence: readonly string[];
}

export function longParts(page: GithubPage): LongParts {
  return { diff: page.proposal.changeSet.files.flatMap(patchLines), evidence: evidenceLines(page) };
}

export function diffSection(page: GithubPage, { diff }: LongParts, cuts: Cuts): string {
  if (diff.length === 0) return '';
  const count = (sign: RegExp) => diff.filter((line) => sign.test(line)).length;
  const added = count(/^\+(?!\+\+ )/);
  const title = `The diff: ${added} line${added === 1 ? '' : 's'} added, ${count(/^-(?!-- )/)} removed`;
  const shown = diff.slice(0, cuts.diff);
  const left = diff.length - shown.length;
  const cut = left > 0 ? [`The diff is cut: ${left} of its ${diff.length} lines are left out. ${whole(page)}`] : [];
  const body = [...(shown.length > 0 ? [fenced('diff', shown)] : []), ...cut].join('\n\n');
  return folded(title, body, diff.length <= MOST_UNFOLDED);
}

export function evidenceSection(page: GithubPage, { evidence }: LongParts, cuts: Cuts): string {
  if (evidence.length === 0) return '';
  const shown = evidence.slice(0, cuts.evidence);
  const left = evidence.length - shown.length;
  const cut = left > 0 ? [`${left} more lines of evidence are left out. ${whole(page)}`] : [];
  return folded(
    'Why: the lines of the repository that it is made from',
    [shown.join('\n'), ...cut].join('\n\n'),
    false,
  );
}

/** Where everything stands that a page has no room for. */
function whole({ links: { artifact, run } }: GithubPage): string {
  if (artifact) return `All of it is in ${link('the artifact', artifact.url)}.`;
  return run ? `Look at ${link('the run', run.url)} for the rest.` : 'Run `agent-generate generate` for the rest.';
}

/** GitHub reads Markdown inside only where an empty line stands before it. */
export function folded(title: string, body: string, isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${body.trim()}\n\n</details>`;
}
