import type { ChangeSet } from '../../domain/changes.ts';
import { printableLine } from '../../domain/paint.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { requiring, sharing } from '../covered.ts';
import { editsIn } from '../edits.ts';
import { named } from './named.ts';
import { isNothing, type ProposalPage } from './page.ts';

/** What a person can do with the proposal, indented lines. */
export function nextSteps(page: ProposalPage): string[] {
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
    `  Read it, commit it before you edit it, and ${requiring(proposal.pipeline, 'ci-gate')}`,
    ...keeping(page),
    ...besides(page),
  ];
}

function besides({ beside, replaceable, proposal }: ProposalPage): string[] {
  const kept = beside.filter((path) => !replaceable.includes(path));
  return [
    ...(kept.length > 0
      ? [`  Beside it the workflows that are here keep running: ${named(kept)}. ${sharing(proposal.pipeline)}`]
      : []),
    ...(replaceable.length > 0
      ? [`  It does all that these do, which could then be removed: ${named(replaceable)}.`]
      : []),
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
