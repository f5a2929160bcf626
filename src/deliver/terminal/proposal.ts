import type { ChangeSet, GeneratedFile } from '../../domain/changes.ts';
import { type Paint, printableLine } from '../../domain/paint.ts';
import { isAllCovered, type Job, type Pipeline } from '../../domain/pipeline.ts';
import type { Effect, Proposal } from '../../domain/proposal.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { Question } from '../../domain/request.ts';
import type { HeardWish } from '../../domain/wish.ts';
import { type EditFate, editsIn } from '../edits.ts';
import { LAYER_WORDS } from '../layers.ts';
import { understoodLines } from '../understood.ts';
import { usageWords } from '../usage.ts';
import { coveredBy, coveredTable } from './covered.ts';
import { renderDiff } from './diff.ts';
import { explanation } from './explained.ts';

/** What is printed, each part already in words where another room owns the words. */
export interface ProposalPage {
  readonly context: RepositoryContext;
  readonly proposal: Proposal;
  /** Paths of the workflows that keep running beside what is proposed. */
  readonly beside: readonly string[];
  /** Those of them that do nothing else than what is proposed, where it is to replace them. */
  readonly replaceable: readonly string[];
  /** The profile as a page, and the findings with their source lines. */
  readonly profile: string;
  readonly findings: string;
  /** What was asked for in words, without secrets. */
  readonly wishes: readonly HeardWish[];
  /** What it was understood as, and what each part does. */
  readonly effects: readonly Effect[];
  /** The configuration that keeps what was asked for in words; null where there is nothing to keep. */
  readonly accepted: GeneratedFile | null;
  /** Paths that were written, as the person may open them; empty where nothing was. */
  readonly written: readonly string[];
  readonly paint: Paint;
  /** Whether every job, step and value is shown with its reason. */
  readonly isExplained?: boolean;
}

/** A run for a person at a terminal: the verdict first, then reasons, pipeline, findings, difference, and what to do next. */
export function renderProposal(page: ProposalPage): string {
  const { proposal, paint } = page;
  const parts = [
    headline(page),
    section(paint, 'What is here', page.profile),
    section(paint, 'What would run', isNothing(proposal) ? '' : jobTable(proposal.pipeline, paint)),
    section(paint, 'What a release would run', proposal.release ? jobTable(proposal.release, paint) : ''),
    section(paint, 'Why', page.isExplained === true && !isNothing(proposal) ? explanation(proposal, paint) : ''),
    section(paint, 'What your workflows run', coveredTable(proposal.pipeline, paint)),
    section(paint, 'Findings', page.findings),
    section(paint, 'Difference', differences(page)),
    section(paint, 'What to do next', nextSteps(page).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section({ bold }: Paint, title: string, body: string): string {
  return body === '' ? '' : `${bold(title)}\n${body.trimEnd()}`;
}

function headline({ context, proposal, wishes, effects, paint }: ProposalPage): string {
  const { fallback, questions } = proposal;
  const usage = usageWords(proposal.usage);
  const lines = [
    fallback ? paint.yellow(printableLine(`Not everything was done. ${fallback.message} [${fallback.code}]`)) : '',
    ...questions.flatMap((question) => questionLines(question, paint)),
    ...wishes.flatMap((wish) => acceptedLine(wish, paint)),
    ...understoodLines(effects).map((line) => printableLine(`Understood: ${line}.`)),
    unsupportedLine(proposal.pipeline, paint),
    editedLine(proposal, paint),
    verdictLine(proposal, paint),
    paint.dim(printableLine(subject(context))),
    usage === null ? '' : paint.dim(`${usage}.`),
    ...[...context.notes, ...(proposal.notes ?? [])].map((note) => paint.dim(printableLine(note))),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function acceptedLine({ words, fate }: HeardWish, paint: Paint): string[] {
  if (fate.kind !== 'accepted') return [];
  return [paint.dim(`Part of the accepted request already, so nobody was asked anew: ${printableLine(words)}`)];
}

/** Of more answers nobody reads the list. */
const MOST_REPLIES = 10;

function questionLines({ text, replies = [] }: Question, paint: Paint): string[] {
  const answers = replies
    .slice(0, MOST_REPLIES)
    .map((reply) => paint.dim(`    --request ${printableLine(JSON.stringify(reply))}`));
  return [paint.yellow(`? ${printableLine(text)}`), ...answers];
}

function editedLine({ report }: Proposal, paint: Paint): string {
  const told = editsIn(report.findings);
  return told ? paint.yellow(`${EDIT_WORDS[told.fate]} (${told.rule}).`) : '';
}

const EDIT_WORDS: Readonly<Record<EditFate, string>> = {
  replaced: 'A file of somebody else would be replaced, and the difference shows it',
  left: 'A file was edited by hand and is left as it is: the findings say why, and what would be another in it',
  'taken-out': 'Edits by hand take out what is generated: they stay, and the findings name it',
  conflict: 'Edits by hand stand where something else would be generated: they stay, and the findings have both',
  kept: 'Edits by hand are kept',
};

function unsupportedLine({ unsupported }: Pipeline, paint: Paint): string {
  if (unsupported.length === 0) return '';
  const kinds = [...new Set(unsupported.map(({ intent }) => intent.kind))].join(', ');
  return paint.yellow(`Left out, for the reasons below: ${kinds} (INTENT_NOT_SUPPORTED).`);
}

/** Everything is done by the workflows that are here. */
function isNothing({ changeSet, pipeline }: Pick<Proposal, 'changeSet' | 'pipeline'>): boolean {
  return changeSet.files.length === 0 && isAllCovered(pipeline);
}

function verdictLine(proposal: Proposal, paint: Paint): string {
  const { report, source, changeSet, pipeline } = proposal;
  if (isNothing(proposal) && report.verdict === 'pass') {
    const found = `${report.engines.length} engines found no error`;
    return `${paint.green(paint.bold('Nothing to propose'))}: every check is covered by ${coveredBy(pipeline)}; ${found}.`;
  }
  const made = `${describeFiles(changeSet)} from ${LAYER_WORDS[source]}`;
  switch (report.verdict) {
    case 'pass':
      return `${paint.green(paint.bold('Proven'))}: ${made}; ${report.engines.length} engines found no error.`;
    case 'fail':
      return `${paint.red(paint.bold('Not proven'))}: ${made}, but policy refuses it.`;
    case 'error':
      return `${paint.red(paint.bold('Not judged'))}: ${made}, but an engine could not do its work.`;
  }
}

function describeFiles({ files }: ChangeSet): string {
  return files.length === 0 ? 'nothing to write' : files.map((file) => `${file.path} (${file.status})`).join(', ');
}

function subject({ base, head, changedFiles }: RepositoryContext): string {
  const what = head ? `${head.name} (${head.commit.slice(0, 12)})` : 'the work tree';
  if (!base || !changedFiles) return `Of ${what}, all of it.`;
  const count = changedFiles.length === 1 ? '1 file changed' : `${changedFiles.length} files changed`;
  return `Of ${what} against ${base.name} (${base.commit.slice(0, 12)}): ${count}.`;
}

function jobTable({ jobs }: Pipeline, paint: Paint): string {
  const width = Math.max(0, ...jobs.map((job) => job.name.length));
  return jobs
    .map((job) => `  ${printableLine(job.name).padEnd(width)}  ${paint.dim(printableLine(jobSummary(job)))}`.trimEnd())
    .join('\n');
}

function jobSummary(job: Job): string {
  const runs = job.steps.flatMap((step) => (step.kind === 'run' ? [firstLine(step.run)] : []));
  const [reason] = job.because;
  const cited = reason ? `  (${reason.file}:${reason.line})` : '';
  return `${runs.join(' && ')}${cited}`.trim();
}

function firstLine(text: string): string {
  const [line = '', ...rest] = text.trim().split('\n');
  return rest.length > 0 ? `${line} …` : line;
}

function differences({ proposal, accepted, paint }: ProposalPage): string {
  return [...proposal.changeSet.files, ...(accepted ? [accepted] : [])]
    .map((file) => renderDiff(file, paint))
    .filter((diff) => diff !== '')
    .join('\n');
}

/** So many paths are named. */
const MOST_NAMES = 8;

function named(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : '';
  return `${paths.slice(0, MOST_NAMES).map(printableLine).join(', ')}${more}`;
}

function besides({ beside, replaceable }: ProposalPage): string[] {
  const kept = beside.filter((path) => !replaceable.includes(path));
  return [
    ...(kept.length > 0 ? [`  Beside it the workflows that are here keep running: ${named(kept)}.`] : []),
    ...(replaceable.length > 0
      ? [`  It does all that these do, which could then be removed: ${named(replaceable)}.`]
      : []),
  ];
}

function nextSteps(page: ProposalPage): string[] {
  const { proposal } = page;
  if (proposal.report.verdict !== 'pass')
    return ['  Nothing was written. Mend what the findings name, then run it again.'];
  if (editsIn(proposal.report.findings)?.fate === 'left')
    return isAllSettled(proposal) ? [`  ${LEFT}`] : [`  ${LEFT}`, ...takingOver(page)];
  return takingOver(page);
}

const LEFT = 'Mend what the findings name in the file that is left as it is, or delete it to begin anew.';

function takingOver(page: ProposalPage): string[] {
  const { proposal, written } = page;
  if (isNothing(proposal))
    return ['  Nothing. With --existing replace you see the pipeline that could take the place of your workflows.'];
  if (page.accepted === null && isAllSettled(proposal))
    return editsIn(proposal.report.findings)
      ? ['  Nothing: the repository already has this pipeline, with the edits by hand that the findings name.']
      : ['  Nothing: the repository already has this pipeline.'];
  if (written.length === 0)
    return [
      '  Take it over with --write, or look at the files elsewhere with --output DIR.',
      ...keeping(page),
      ...besides(page),
    ];
  return [
    ...written.map((path) => `  ${isGone(path, proposal.changeSet) ? 'Removed' : 'Written'}: ${printableLine(path)}`),
    '  Read it, commit it, and make ci-gate the one required check of the branch.',
    ...keeping(page),
    ...besides(page),
  ];
}

/** Without it the next run would take out what was asked for. */
function keeping({ accepted }: ProposalPage): string[] {
  if (accepted === null) return [];
  return [
    `  ${accepted.path} keeps what was asked for: committed where it is read, at the base, it makes the next run the same without any words.`,
  ];
}

function isAllSettled({ changeSet }: Proposal): boolean {
  return changeSet.files.every(({ status }) => status === 'unchanged');
}

/** Paths are written as the person may open them: what they end with tells the file. */
function isGone(written: string, { files }: ChangeSet): boolean {
  return files.some(({ path, status }) => status === 'removed' && written.endsWith(path));
}
