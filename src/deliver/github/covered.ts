import { coveredName, coveringSteps, stepName } from '../covered.ts';
import { andMore, firstOf } from './lists.ts';
import { code } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';
import { placed } from './places.ts';
import { folded } from './sections.ts';

/** What is not generated since the repository's own workflows do it; empty where there is none. */
export function coveredSection(page: GithubPage, { entries }: Cuts): string {
  const { covered } = page.proposal.pipeline;
  if (covered.length === 0) return '';
  const { shown, left } = firstOf(covered, Math.max(1, entries));
  const lines = shown.map((one) => {
    const steps = one.by.slice(0, MOST_STEPS).map((step) => placed(step, page, stepName(step)));
    return `- ${code(coveredName(one), 120)}: covered by ${steps.join(', ')}`;
  });
  const count = covered.length === 1 ? '1 check is' : `${covered.length} checks are`;
  return folded(
    `${count} covered by workflows that are here`,
    [...lines, ...andMore(left)].join('\n'),
    covered.length <= 5,
  );
}

const MOST_STEPS = 5;

/** The steps that do all of it, for one line. */
export function coveredBy(page: GithubPage, { entries }: Cuts): string {
  const { shown, left } = firstOf(coveringSteps(page.proposal.pipeline.covered), Math.min(8, Math.max(1, entries)));
  const steps = shown.map((step) => placed(step, page, stepName(step)));
  return [...steps, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}
