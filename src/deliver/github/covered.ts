import type { Covered } from '../../domain/coverage.ts';
import { coveredName, coveringSteps, missedWords, stepName } from '../covered.ts';
import { andMore, firstOf } from './lists.ts';
import { code } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';
import { placed } from './places.ts';
import { folded } from './sections.ts';

/** What the repository's own workflows do, so that it is not generated, and what they do on some pull requests alone; empty where there is neither. */
export function coveredSection(page: GithubPage, cuts: Cuts): string {
  const { covered, overlaps } = page.proposal.pipeline;
  const lists = [
    listOf(covered, cuts, {
      title: 'covered by workflows that are here',
      words: (one) => `covered by ${steps(one, page)}`,
    }),
    listOf(overlaps, cuts, {
      title: 'run by workflows that are here too, but not in every case',
      words: (one) => `${steps(one, page)} ${missedWords(one.missed, code(one.missed.name, 120))}`,
    }),
  ];
  return lists.filter((list) => list !== '').join('\n\n');
}

interface ListWords<T> {
  readonly title: string;
  readonly words: (one: T) => string;
}

function listOf<T extends Covered>(all: readonly T[], { entries }: Cuts, { title, words }: ListWords<T>): string {
  if (all.length === 0) return '';
  const { shown, left } = firstOf(all, Math.max(1, entries));
  const lines = shown.map((one) => `- ${code(coveredName(one), 120)}: ${words(one)}`);
  const count = all.length === 1 ? '1 check is' : `${all.length} checks are`;
  return folded(`${count} ${title}`, [...lines, ...andMore(left)].join('\n'), all.length <= 5);
}

function steps({ by }: Covered, page: GithubPage): string {
  return by
    .slice(0, MOST_STEPS)
    .map((step) => placed(step, page, stepName(step)))
    .join(', ');
}

const MOST_STEPS = 5;

/** The steps that do all of it, for one line. */
export function coveredBy(page: GithubPage, { entries }: Cuts): string {
  const { shown, left } = firstOf(coveringSteps(page.proposal.pipeline.covered), Math.min(8, Math.max(1, entries)));
  const steps = shown.map((step) => placed(step, page, stepName(step)));
  return [...steps, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}
