import type { Finding, Level } from '../../domain/finding.ts';
import { printable } from '../../domain/paint.ts';
import type { ComplianceReport } from '../../domain/report.ts';

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** The findings as workflow commands: GitHub shows each at its place in the diff. */
export function reportCommands(report: ComplianceReport): string {
  return [...report.findings.map(command), ...failures(report)].map((line) => `${line}\n`).join('');
}

/** GitHub shows so many annotations of a kind and a step, and drops the rest. (docs.github.com, "Workflow commands", limits) */
const MOST_OF_A_KIND = 10;

/** The commands that GitHub shows: engines that failed first, then of each level the first findings. */
export function boundedCommands(report: ComplianceReport): string[] {
  const failed = failures(report).slice(0, MOST_OF_A_KIND);
  const levels: readonly Level[] = ['error', 'warning', 'note'];
  const shown = levels.flatMap((level) => {
    const most = level === 'error' ? MOST_OF_A_KIND - failed.length : MOST_OF_A_KIND;
    return report.findings.filter((finding) => finding.level === level).slice(0, most);
  });
  return [...failed, ...shown.map(command)];
}

function failures({ engines }: ComplianceReport): string[] {
  return engines
    .filter(({ status }) => status === 'failed')
    .map(({ name, reason }) => `::error title=The ${name} engine failed::${escapeData(reason ?? '')}`);
}

function command({ rule, level, message, file, range, help }: Finding): string {
  const { start, end } = range;
  // GitHub reads columns only where both ends stand on one line; its ends are inclusive.
  const columns =
    start.line === end.line
      ? [
          ['col', start.column],
          ['endColumn', Math.max(start.column, end.column - 1)],
        ]
      : [];
  const properties = [['file', file], ['line', start.line], ['endLine', lastLine(range)], ...columns, ['title', rule]];
  const listed = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${COMMANDS[level]} ${listed}::${escapeData(`${message} ${help}`)}`;
}

/** A range that ends before the first column of a line does not reach into it. */
function lastLine({ start, end }: Finding['range']): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** The runner reads a command to the end of its line: a line break in a file's name would begin another command. */
function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
