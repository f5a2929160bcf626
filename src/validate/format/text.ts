import type { Finding, Level } from '../../domain/finding.ts';
import { groupedBy } from '../../domain/grouped.ts';
import { type Paint, printableLine } from '../../domain/paint.ts';
import type { ComplianceReport } from '../../domain/report.ts';
import { excerpt } from './excerpt.ts';

const SECRET = 'committed-secret';

/** Text of the judged files, by name. */
export type Sources = ReadonlyMap<string, string>;

/** A report for a person: each finding with its source line, engines that failed, a line that counts, and what to do next. */
export function reportText(report: ComplianceReport, sources: Sources, paint: Paint): string {
  const failed = report.engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason = '' }) => paint.red(`The ${name} engine failed: ${printableLine(reason)}`));
  const parts = [
    renderFindings(report.findings, sources, paint),
    failed.join('\n'),
    `${byRule(report.findings)}${summary(report, sources.size, paint)}${nextStep(report)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/**
 * Findings, each with its line and a mark below the place; empty where there is none. What is found again in the same file, in the same words,
 * is named by its lines alone. Of the notes of one rule, which ask nothing of anybody, only the first is shown, and the others are counted.
 */
export function renderFindings(findings: readonly Finding[], sources: Sources, paint: Paint): string {
  const files = new Set(findings.map(({ file }) => file));
  const lines = new Map([...files].map((file) => [file, shownLines(file, findings, sources)]));
  const notes = notesByRule(findings);
  const shown = findings.filter((finding) => finding.level !== 'note' || notes.get(finding.rule)?.first === finding);
  const alike = groupedBy(shown, ({ rule, file, message }) => JSON.stringify([rule, file, message]));
  return [...alike.values()]
    .flatMap(([finding, ...again]) => (finding ? [{ finding, again }] : []))
    .map(({ finding, again }) => {
      const text = renderFinding(finding, lines.get(finding.file) ?? [], paint);
      const more = finding.level === 'note' ? (notes.get(finding.rule)?.more ?? 0) : 0;
      const others = [...againAt(again), ...(more > 0 ? [moreNotes(more)] : [])];
      return [text, ...others.map((line) => paint.dim(line))].join('\n');
    })
    .join('\n\n');
}

/** `lines 12, 30 and 45` of a file that is named already. */
function againAt(findings: readonly Finding[]): string[] {
  const places = [...new Set(findings.map(({ range }) => String(range.start.line)))];
  if (places.length === 0) return [];
  return [`  Again in ${places.length === 1 ? 'line' : 'lines'} ${places.join(', ')}.`];
}

/** The lines of a file without the secrets that were found in it: a log that is read by many must not repeat them. */
function shownLines(file: string, findings: readonly Finding[], sources: Sources): string[] {
  const lines = sources.get(file)?.split('\n') ?? [];
  for (const {
    range: { start, end },
  } of findings.filter((finding) => finding.file === file && finding.rule === SECRET)) {
    for (let at = start.line; at <= end.line; at += 1) {
      const line = lines[at - 1] ?? '';
      const from = at === start.line ? start.column - 1 : 0;
      const stop = at === end.line ? end.column - 1 : line.length;
      lines[at - 1] = line.slice(0, from) + '*'.repeat(Math.max(0, stop - from)) + line.slice(stop);
    }
  }
  return lines;
}

interface Notes {
  readonly first: Finding;
  readonly more: number;
}

function notesByRule(findings: readonly Finding[]): ReadonlyMap<string, Notes> {
  const notes = new Map<string, Notes>();
  for (const finding of findings.filter(({ level }) => level === 'note')) {
    const known = notes.get(finding.rule);
    notes.set(finding.rule, known ? { ...known, more: known.more + 1 } : { first: finding, more: 0 });
  }
  return notes;
}

function moreNotes(count: number): string {
  return `  … and at ${counted(count, 'other place')}, which the JSON output lists.`;
}

function renderFinding(finding: Finding, lines: readonly string[], paint: Paint): string {
  const { rule, level, message, file, range, help } = finding;
  const { line, column } = range.start;
  const place = paint.dim(printableLine(`${file}:${line}:${column}`));
  return [
    `${levelWord(level, paint)} ${paint.bold(printableLine(rule))}  ${place}`,
    `  ${printableLine(message)}`,
    ...excerpt(lines, range, paint),
    paint.dim(`  ${printableLine(help)}`),
  ].join('\n');
}

function levelWord(level: Level, paint: Paint): string {
  switch (level) {
    case 'error':
      return paint.red('error');
    case 'warning':
      return paint.yellow('warning');
    case 'note':
      return paint.cyan('note');
  }
}

/** From so many findings on nobody counts them by looking. */
const MANY = 10;

/** How many of each rule there are, errors first and of these what is most frequent; empty where they are few. */
function byRule(findings: readonly Finding[]): string {
  if (findings.length < MANY) return '';
  return LEVELS.flatMap((level) => {
    const rules = [
      ...groupedBy(
        findings.filter((finding) => finding.level === level),
        ({ rule }) => rule,
      ),
    ];
    const counts = rules.map(([rule, { length }]) => ({ rule: printableLine(rule), length }));
    const sorted = counts.sort((a, b) => b.length - a.length);
    return counts.length === 0
      ? []
      : [`${level}s by rule: ${sorted.map(({ rule, length }) => `${rule} ${length}`).join(', ')}\n`];
  }).join('');
}

const LEVELS = ['error', 'warning', 'note'] as const;

function summary({ verdict, findings }: ComplianceReport, files: number, paint: Paint): string {
  const counts = LEVELS.map((level) => counted(findings.filter((finding) => finding.level === level).length, level));
  const said = `${counts.join(', ')} in ${counted(files, 'file')}.`;
  switch (verdict) {
    case 'pass':
      return `${paint.green('pass')}: ${said}`;
    case 'fail':
      return `${paint.red('fail')}: ${said}`;
    case 'error':
      return `${paint.red('error')}: not everything could be judged, which is no pass; so far ${said}`;
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function nextStep({ verdict, findings, engines }: ComplianceReport): string {
  switch (verdict) {
    case 'pass':
      return '';
    case 'fail': {
      const first = findings.find(({ level }) => level === 'error')?.rule ?? 'RULE';
      return `\nMend the errors and run it again; \`agent-generate explain ${printableLine(first)}\` says why a rule is there.`;
    }
    case 'error':
      return engines.some(({ name, status }) => name === 'policy' && status === 'failed')
        ? '\nMend what the failed engine names, or leave that policy out, and run it again.'
        : '\nTake out the file that the failed engine names, or give more time, and run it again.';
  }
}
