import { type Paint, printableLine } from '../../domain/paint.ts';
import type { Job, Pipeline } from '../../domain/pipeline.ts';
import { coveredTable } from './covered.ts';
import { renderDiff } from './diff.ts';
import { explanation } from './explained.ts';
import { headline } from './headline.ts';
import { nextSteps } from './next-steps.ts';
import { isNothing, type ProposalPage } from './page.ts';
import { runOf } from './runs.ts';

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

function jobTable({ jobs }: Pipeline, paint: Paint): string {
  const width = Math.max(0, ...jobs.map((job) => job.name.length));
  return jobs
    .map((job) => `  ${printableLine(job.name).padEnd(width)}  ${paint.dim(printableLine(jobSummary(job)))}`.trimEnd())
    .join('\n');
}

function jobSummary(job: Job): string {
  const runs = job.steps.flatMap((step) => runOf(step) ?? []);
  const [reason] = job.because;
  const cited = reason ? `  (${reason.file}:${reason.line})` : '';
  return `${runs.join(' && ')}${cited}`.trim();
}

function differences({ proposal, accepted, paint }: ProposalPage): string {
  return [...proposal.changeSet.files, ...(accepted ? [accepted] : [])]
    .map((file) => renderDiff(file, paint))
    .filter((diff) => diff !== '')
    .join('\n');
}
