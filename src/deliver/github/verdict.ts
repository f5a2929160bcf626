import type { GeneratedFile } from '../../domain/changes.ts';
import type { Finding } from '../../domain/finding.ts';
import { isAllCovered, type Pipeline } from '../../domain/pipeline.ts';
import type { Proposal } from '../../domain/proposal.ts';
import {
  CAPABILITY_KINDS,
  type Capability,
  type CapabilityKind,
  isGrave,
} from '../../workflow/capabilities/capability.ts';
import { type EditFate, editsIn } from '../edits.ts';
import { LAYER_WORDS } from '../layers.ts';
import { unreadIn } from '../unread.ts';
import { coveredBy } from './covered.ts';
import { firstOf } from './lists.ts';
import { code, prose } from './markdown.ts';
import { type Cuts, type GithubPage, isUpToDate } from './page.ts';
import { questionLines } from './questions.ts';

/** The line that is read in five seconds, what was made of what, and what was not done. `risks` is what is new and high-risk. */
export function verdictSection(page: GithubPage, risks: readonly Capability[], cuts: Cuts): string {
  const made = isNothing(page) ? coveredLine(page, cuts) : madeLine(page.proposal);
  return [`### ${headline(page, risks)}`, made, alert(page, cuts.entries)].filter((part) => part !== '').join('\n\n');
}

function headline(page: GithubPage, risks: readonly Capability[]): string {
  const { report, questions, fallback, source, pipeline } = page.proposal;
  if (report.verdict === 'error') return '⚠️ CI pipeline: could not be judged, so nothing is proposed';
  if (report.verdict === 'fail') return '❌ CI pipeline: policy refuses it, so nothing is proposed';
  const state = isUpToDate(page) ? 'up to date' : 'proven';
  if (risks.some(isGrave)) return `🚨 CI pipeline: ${state}, but high-risk: ${riskWords(risks)}`;
  if (unreadIn(report.findings).length > 0) return '⚠️ CI pipeline: proven, but a file of this change cannot be read';
  if (questions.length > 0) return '❓ CI pipeline: proven, but there is a question about what you asked for';
  if (fallback !== null || pipeline.unsupported.length > 0)
    return `⚠️ CI pipeline: ${state}, but not all of what was asked for`;
  if (isNothing(page)) return '✅ CI pipeline: every check is covered by workflows that are here';
  const fate = editsIn(report.findings)?.fate ?? 'kept';
  if (isUpToDate(page) && fate !== 'taken-out') return '✅ CI pipeline: up to date';
  if (fate !== 'kept') return EDIT_HEADLINES[fate];
  if (source === 'minimal') return '⚪ CI pipeline: nothing found to build or test';
  return '✅ CI pipeline: proven, nothing high-risk';
}

/** Everything is done by the workflows that are here. */
function isNothing({ proposal: { changeSet, pipeline, report } }: GithubPage): boolean {
  return changeSet.files.length === 0 && report.verdict === 'pass' && isAllCovered(pipeline);
}

function coveredLine(page: GithubPage, cuts: Cuts): string {
  return `Nothing is proposed: every check is covered by ${coveredBy(page, cuts)}; ${judged(page.proposal.report)}.`;
}

const RISK_WORDS: Readonly<Record<CapabilityKind, string>> = {
  permission: 'more rights',
  secret: 'secrets',
  trigger: 'a trigger for outsiders',
  runner: 'machines of your own',
  environment: 'an environment',
  action: 'code of third parties',
};

function riskWords(risks: readonly Capability[]): string {
  return CAPABILITY_KINDS.filter((kind) => risks.some((risk) => risk.kind === kind))
    .map((kind) => RISK_WORDS[kind])
    .join(', ');
}

/** What was kept needs no warning: the findings name it. */
type Warned = Exclude<EditFate, 'kept'>;

const EDIT_HEADLINES: Readonly<Record<Warned, string>> = {
  replaced: '✋ CI pipeline: proven, but it would replace what was written by hand',
  left: '✋ CI pipeline: the file was edited by hand and stays as it is',
  'taken-out': '✋ CI pipeline: edits by hand take out what is generated',
  conflict: '✋ CI pipeline: proven, but edits by hand stand in its way',
};

const EDIT_LINES: Readonly<Record<Warned, string>> = {
  replaced: '**Written by hand:** the diff shows what would be lost.',
  left: '**Edited by hand:** nothing is proposed for the file. The findings say why, and what would be another in it.',
  'taken-out':
    '**Edited by hand:** the file does less than what is generated, and stays so. The findings name what is missing.',
  conflict: '**Edited by hand:** where an edit and something new meet, the edit stays. The findings have both.',
};

function madeLine({ changeSet, pipeline, release, source, report }: Proposal): string {
  const files = changeSet.files.map(fileWords).join(', ') || 'No file';
  const jobs = [jobWords(pipeline), ...(release ? [`${jobWords(release)} for a release`] : [])].join(' and ');
  return `${files}: ${jobs}, made from ${LAYER_WORDS[source]}; ${judged(report)}.`;
}

function jobWords({ jobs }: Pipeline): string {
  return jobs.length === 1 ? '1 job' : `${jobs.length} jobs`;
}

function judged({ verdict, engines }: Proposal['report']): string {
  switch (verdict) {
    case 'pass':
      return `${engines.length} engines found no error`;
    case 'fail':
      return 'the errors stand below';
    case 'error':
      return engines
        .filter(({ status }) => status === 'failed')
        .map(({ name, reason = 'it gives no reason' }) => `the ${name} engine could not do its work: ${prose(reason)}`)
        .join('; ');
  }
}

const STATUS_WORDS: Readonly<Record<GeneratedFile['status'], string>> = {
  added: 'new',
  changed: 'changed',
  unchanged: 'as it is',
  removed: 'goes away',
};

function fileWords({ path, status }: GeneratedFile): string {
  return `${code(path)} (${STATUS_WORDS[status]})`;
}

/** What was not done and why, before anything else; empty where all was. */
function alert(page: GithubPage, entries: number): string {
  const { fallback, pipeline, report } = page.proposal;
  const fate = editsIn(report.findings)?.fate ?? 'kept';
  const lines = [
    ...(fallback ? [`**Not done:** ${prose(fallback.message)} (${code(fallback.code)})`] : []),
    ...questionLines(page, { entries }),
    ...leftOut(pipeline),
    ...(fate === 'kept' ? [] : [EDIT_LINES[fate]]),
    ...unread(report.findings, entries),
  ];
  if (lines.length === 0) return '';
  return ['[!WARNING]', ...lines.flatMap((line, index) => (index === 0 ? [line] : ['', line]))]
    .flatMap((line) => line.split('\n'))
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function leftOut({ unsupported }: Pipeline): string[] {
  const kinds = [...new Set(unsupported.map(({ intent }) => intent.kind))];
  return kinds.length === 0
    ? []
    : [`**Left out**, for the reasons below: ${kinds.map((kind) => code(kind)).join(', ')}.`];
}

function unread(findings: readonly Finding[], entries: number): string[] {
  const { shown, left } = firstOf(unreadIn(findings), Math.max(1, entries));
  if (shown.length === 0) return [];
  const files = [...shown.map((file) => code(file)), ...(left > 0 ? [`${left} more`] : [])].join(', ');
  return [
    `**Checks may be missing**, since this change has what cannot be read: ${files}. Mend it before you take the pipeline over.`,
  ];
}
