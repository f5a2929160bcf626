import { code, prose } from '../../deliver/github/markdown.ts';
import type { Delivered } from './deliver.ts';
import type { Ending } from './job.ts';

/** For a run that made no proposal. */
export function nothingDelivered(ending: Extract<Ending, { kind: 'not-served' | 'failed' }>): Delivered {
  const said =
    ending.kind === 'failed'
      ? `**agent-generate could not do it.** ${code(ending.error.code)}: ${prose(`${ending.error.message} ${ending.error.help}`)}`
      : `agent-generate did nothing: ${prose(ending.why)}`;
  const page = ending.kind === 'failed' ? '' : `Nothing was done: ${ending.why}`;
  return {
    receipt: { kind: 'silent', why: null },
    notes: [],
    plan: null,
    planState: ending.kind === 'failed' ? 'not-proven' : 'not-served',
    page,
    annotations: [],
    summary: (notes) => [said, ...notes.map((note) => prose(note))].join('\n\n'),
  };
}
