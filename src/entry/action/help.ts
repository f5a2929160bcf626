import { sayOnce } from '../../deliver/comment.ts';
import { renderHelp } from '../../deliver/github/help.ts';
import { markerOf } from '../../deliver/github/marker.ts';
import { pullRequestNumber } from '../../domain/event.ts';
import { notesOf, type Receipt } from '../../domain/receipt.ts';
import type { Delivered } from './deliver.ts';
import type { Ending, Job } from './job.ts';
import { speak } from './speak.ts';

type Helped = Extract<Ending, { kind: 'help' }>;

/** Says what can be asked, in a comment of its own: an `id` of a use has no slash, so it is nobody else's. */
export async function help(job: Job, ending: Helped): Promise<Delivered> {
  const marker = markerOf(`${job.inputs.id}/help`);
  const body = renderHelp(marker);
  const receipt = await answer(job, ending, { marker, body });
  return {
    receipt,
    notes: notesOf(receipt),
    plan: null,
    planState: 'not-served',
    page: 'A comment asked for help; nothing was generated.',
    annotations: [],
    summary: (notes) => [body.slice(marker.length).trim(), ...notes].join('\n\n'),
  };
}

async function answer(
  job: Job,
  ending: Helped,
  said: { readonly marker: string; readonly body: string },
): Promise<Receipt> {
  const number = pullRequestNumber(ending.trigger);
  if (number === null || job.inputs.deliver === 'none') return { kind: 'silent', why: null };
  return await speak(job, (github) => sayOnce(github.conversation(number), { ...said, isNews: true }));
}
