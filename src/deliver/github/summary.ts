import { unseenIn } from './annotations.ts';
import { renderWithin } from './comment.ts';
import type { GithubPage } from './page.ts';

/** GitHub drops a summary of 1 MiB and more, and leaves the job green. */
export const SUMMARY_LIMIT = 1024 * 1024 - 1;

/** Nobody reads more of it; the artifact has it all. */
const MOST_EVIDENCE = 2000;

/** The job summary of a run: the page of the comment under 1 MiB of UTF-8, with how many findings have no annotation. */
export function renderSummary(page: GithubPage): string {
  const notes = [...page.notes, ...unseenIn(page.proposal.report.findings)];
  const measure = (text: string) => Buffer.byteLength(text, 'utf8');
  return renderWithin({ ...page, notes }, { limit: SUMMARY_LIMIT, measure, evidence: MOST_EVIDENCE });
}
