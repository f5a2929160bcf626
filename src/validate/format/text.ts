import type { Finding, Level } from '../../domain/finding.ts';
import { type Paint, printable } from '../../domain/paint.ts';
import type { ComplianceReport } from '../../domain/report.ts';

/** Text of the judged files, by name. */
export type Sources = ReadonlyMap<string, string>;

/** A report for a person: each finding with its source line, engines that failed, and a last line that counts. */
export function reportText(report: ComplianceReport, sources: Sources, paint: Paint): string {
  const failed = report.engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason }) => paint.red(`engine ${name} failed: ${printable(reason ?? '')}`));
  return `${[renderFindings(report.findings, sources, paint), ...failed, summary(report, paint)].filter((part) => part !== '').join('\n\n')}\n`;
}

/** Findings, each with its line and a mark below the place; empty where there is none. */
export function renderFindings(findings: readonly Finding[], sources: Sources, paint: Paint): string {
  return findings.map((finding) => renderFinding(finding, sources.get(finding.file), paint)).join('\n\n');
}

function renderFinding(
  { rule, level, message, file, range, help }: Finding,
  source: string | undefined,
  paint: Paint,
): string {
  const { line, column } = range.start;
  const head = `${levelWord(level, paint)} ${paint.bold(rule)}  ${paint.dim(printable(`${file}:${line}:${column}`))}`;
  return [head, `  ${printable(message)}`, ...excerpt(source, range, paint), paint.dim(`  ${printable(help)}`)].join(
    '\n',
  );
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

const WIDTH = 100;

/** The line, and a caret under each unit of the place; a long line is cut around it. */
function excerpt(source: string | undefined, { start, end }: Finding['range'], paint: Paint): string[] {
  const text = source?.split('\n')[start.line - 1];
  if (text === undefined || text.trim() === '') return [];
  const from = Math.max(0, start.column - 1 - WIDTH / 2);
  const shown = text.slice(from, from + WIDTH).replaceAll('\t', ' ');
  const length = Math.max(
    1,
    Math.min(
      end.line === start.line ? end.column - start.column : text.length - start.column + 1,
      WIDTH - (start.column - 1 - from),
    ),
  );
  const gutter = `  ${String(start.line).padStart(4)} | `;
  return [
    `${paint.dim(gutter)}${printable(shown)}`,
    `${' '.repeat(gutter.length - 2)}${paint.dim('| ')}${' '.repeat(start.column - 1 - from)}${paint.red('^'.repeat(length))}`,
  ];
}

function summary({ verdict, findings }: ComplianceReport, paint: Paint): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const counts = `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes`;
  switch (verdict) {
    case 'pass':
      return `${paint.green('pass')}: ${counts}`;
    case 'fail':
      return `${paint.red('fail')}: ${counts}`;
    case 'error':
      return `${paint.red('error')}: it could not be judged; so far ${counts}`;
  }
}
