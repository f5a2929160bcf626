import type { Finding, Level } from '../../domain/finding.ts';
import { firstOf } from './lists.ts';
import { code, prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';
import { placed } from './places.ts';

const PICTURES: Readonly<Record<Level, string>> = { error: '🔴', warning: '🟡', note: '🔵' };
const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** The gravest first; those of one weight stay as they are. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** What the engines have to say, each with its place; empty where that is nothing. */
export function findingsSection(page: GithubPage, { entries }: Cuts): string {
  const { findings, waived } = page.proposal.report;
  if (findings.length + waived.length === 0) return '';
  const { shown, left } = firstOf(byWeight(findings), entries);
  const more = left > 0 ? [`- … and ${left} more.`] : [];
  const waivers = waived.length > 0 ? [`- ${waived.length} more are waived at the base.`] : [];
  return [`#### ${counted(findings)}`, '', ...shown.map((one) => entry(one, page)), ...more, ...waivers].join('\n');
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

function entry({ level, rule, file, range, message, help }: Finding, page: GithubPage): string {
  const place = placed({ file, line: range.start.line }, page);
  return `- ${PICTURES[level]} **${level}** ${code(rule)} at ${place}: ${prose(message)} ${prose(help)}`.trimEnd();
}
