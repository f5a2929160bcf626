import type { ActionError } from '../../domain/errors.ts';
import type { ComplianceReport, Verdict } from '../../domain/report.ts';
import { unseenIn } from './annotations.ts';
import { findingsList } from './findings.ts';
import { code, prose } from './markdown.ts';
import { SUMMARY_LIMIT } from './summary.ts';

/** A run that judged files and generated none. */
export interface ReportPage {
  readonly report: ComplianceReport;
  /** How many were judged. */
  readonly files: number;
  /** What else is to be known, one sentence each. */
  readonly notes: readonly string[];
}

const HEADINGS: Readonly<Record<Verdict, string>> = {
  pass: '✅ Workflows: nothing that is refused',
  fail: '❌ Workflows: refused',
  error: '❌ Workflows: they could not be judged',
};

/** How many findings are listed, where all of them are too long for a summary. */
const ENTRIES = [1000, 200, 25, 0];

/** The job summary, under 1 MiB of UTF-8. Pure. */
export function renderReportSummary(page: ReportPage): string {
  const pages = ENTRIES.map((entries) => pageWith(page, entries));
  return pages.find((text) => Buffer.byteLength(text, 'utf8') <= SUMMARY_LIMIT) ?? '';
}

/** The same for a run that could judge nothing. */
export function renderFailure({ code: name, message, help }: ActionError): string {
  return `### ${HEADINGS.error}\n\n${code(name)}: ${prose(`${message} ${help}`)}\n`;
}

function pageWith({ report, files, notes }: ReportPage, entries: number): string {
  const failed = report.engines.filter(({ status }) => status === 'failed');
  const list = findingsList(report, entries, ({ file, line }) => code(`${file}:${line}`));
  return [
    `### ${HEADINGS[report.verdict]}`,
    `${files} ${files === 1 ? 'file' : 'files'}, judged by ${code(report.digests.policy)}.`,
    ...failed.map(({ name, reason = '' }) => `**The engine ${code(name)} failed**: ${prose(reason)}`),
    ...(list === '' ? [] : [list]),
    ...unseenIn(report.findings),
    ...notes.slice(0, 100).map((note) => prose(note)),
  ]
    .join('\n\n')
    .concat('\n');
}
