import type { ChangeSet } from '../../domain/changes.ts';
import { type Paint, printableLine } from '../../domain/paint.ts';
import type { Pipeline } from '../../domain/pipeline.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { Question } from '../../domain/request.ts';
import type { ResolvedWish } from '../../domain/wish.ts';
import { type EditFate, editsIn } from '../edits.ts';
import { LAYER_WORDS } from '../layers.ts';
import { understoodLines } from '../understood.ts';
import { unreadIn } from '../unread.ts';
import { usageWords } from '../usage.ts';
import { coveredBy } from './covered.ts';
import { named } from './named.ts';
import { isNothing, type ProposalPage } from './page.ts';

/** The verdict and what is to be known with it, a line each: what was not done and what is asked stand first. */
export function headline({ context, proposal, wishes, effects, paint }: ProposalPage): string {
  const { fallback, questions } = proposal;
  const usage = usageWords(proposal.usage);
  const lines = [
    fallback ? paint.yellow(printableLine(`Not everything was done. ${fallback.message} [${fallback.code}]`)) : '',
    ...questions.flatMap((question) => questionLines(question, paint)),
    unsupportedLine(proposal.pipeline, paint),
    editedLine(proposal, paint),
    unreadLine(proposal, paint),
    ...wishes.flatMap((wish) => acceptedLine(wish, paint)),
    ...understoodLines(effects).map((line) => printableLine(`Understood: ${line}.`)),
    verdictLine(proposal, paint),
    paint.dim(printableLine(subject(context))),
    usage === null ? '' : paint.dim(`${usage}.`),
    ...[...context.notes, ...(proposal.notes ?? [])].map((note) => paint.dim(printableLine(note))),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function acceptedLine({ words, fate }: ResolvedWish, paint: Paint): string[] {
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

function unreadLine({ report }: Proposal, paint: Paint): string {
  const files = unreadIn(report.findings);
  if (files.length === 0) return '';
  return paint.yellow(`Checks may be missing, since this change has what cannot be read: ${named(files)}.`);
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

function verdictLine(proposal: Proposal, paint: Paint): string {
  const { report, source, changeSet, pipeline } = proposal;
  if (isNothing(proposal) && report.verdict === 'pass') {
    const found = `${report.engines.length} engines found no error`;
    return `${paint.green(paint.bold('Nothing to propose'))}: every check is covered by ${coveredBy(pipeline)}; ${found}.`;
  }
  const isLeft = editsIn(report.findings)?.fate === 'left';
  // What stands in a file that is left as it is was not judged by its verdict.
  const files = isLeft ? changeSet.files.filter(({ status }) => status !== 'unchanged') : changeSet.files;
  const made = `${describeFiles({ files })} from ${LAYER_WORDS[source]}`;
  switch (report.verdict) {
    case 'pass':
      if (isLeft && files.length === 0)
        return `${paint.yellow(paint.bold('Not taken over'))}: what would be generated is proven, and the file as it stands is not.`;
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
