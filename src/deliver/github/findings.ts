import type { Finding, Level } from '../../domain/finding.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import { andMore, firstOf } from './lists.ts';
import { code, prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';
import { type Place, placed } from './places.ts';

const PICTURES: Readonly<Record<Level, string>> = { error: '🔴', warning: '🟡', note: '🔵' };
const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** The gravest first; those of one weight stay as they are. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** What the engines have to say, each with its place; empty where that is nothing. */
export function findingsSection(page: GithubPage, { entries }: Cuts): string {
  return findingsList(page.proposal.report, entries, (place) => placed(place, page));
}

/** At most so many of a report's findings, the gravest first, below how many there are; empty where there are none. */
export function findingsList(
  { findings, waived }: Pick<ComplianceReport, 'findings' | 'waived'>,
  entries: number,
  placeOf: (place: Place) => string,
): string {
  if (findings.length + waived.length === 0) return '';
  const { shown, left } = firstOf(byWeight(findings), entries);
  const waivers = waived.length > 0 ? [`- ${waived.length} more are waived at the base.`] : [];
  return [
    `#### ${counted(findings)}`,
    '',
    ...shown.map((one) => entry(one, placeOf)),
    ...andMore(left),
    ...waivers,
  ].join('\n');
}

function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings but waived ones';
  const words: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'note' };
  const counts = LEVELS.map((level) => [words[level], findings.filter((one) => one.level === level).length] as const);
  return counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ');
}

function entry({ level, rule, file, range, message, help }: Finding, placeOf: (place: Place) => string): string {
  const place = placeOf({ file, line: range.start.line });
  return `- ${PICTURES[level]} **${level}** ${code(rule)} at ${place}: ${prose(message)} ${prose(help)}`.trimEnd();
}
