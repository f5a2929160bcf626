import { annotationsOf } from './annotations.ts';
import { renderWithin } from './comment.ts';
import type { GithubPage } from './page.ts';

/** GitHub drops a summary of 1 MiB and more, and leaves the job green. */
export const SUMMARY_LIMIT = 1024 * 1024 - 1;

/** Nobody reads more of it; the artifact has it all. */
const MOST_EVIDENCE = 2000;

/** The job summary of a run: the page of the comment under 1 MiB of UTF-8, with how many findings have no annotation. */
export function renderSummary(page: GithubPage): string {
  const { left } = annotationsOf(page.proposal.report.findings);
  const unseen =
    left > 0 ? [`${left} findings have no annotation at their place, since GitHub shows ten of a kind.`] : [];
  const measure = (text: string) => Buffer.byteLength(text, 'utf8');
  return renderWithin(
    { ...page, notes: [...page.notes, ...unseen] },
    { limit: SUMMARY_LIMIT, measure, evidence: MOST_EVIDENCE },
  );
}
