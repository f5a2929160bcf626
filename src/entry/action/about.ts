import { pullRequestNumber } from '../../domain/event.ts';
import { nameOfLocal } from '../../domain/local-model.ts';
import { headCommitOf } from '../../domain/repository.ts';
import { type Ending, type Job, proposalOf } from './job.ts';

/** What the record says of a run beside its delivery. */
export async function about(job: Job, ending: Ending) {
  const { at, runner } = job;
  const proposed = ending.kind === 'proposed' ? ending : null;
  return {
    at,
    run: runner.run,
    pullRequest: pullRequestNumber(ending.trigger),
    base: proposed?.context.base?.commit ?? null,
    head: headOf(ending),
    wishes: proposed?.outcome.wishes ?? [],
    model: await modelOf(job),
    proposal: proposalOf(ending),
    ended: endOf(ending),
  };
}

/** Null where none can be asked. */
async function modelOf({ inputs }: Job) {
  const { choice } = inputs.model;
  if (choice.kind === 'none' || choice.kind === 'keyless') return null;
  const { PROMPT_DIGEST } = await import('../../prompt/model/instructions.ts');
  const name = choice.kind === 'model' ? choice.access.model : nameOfLocal(choice.model);
  return { name, prompt: PROMPT_DIGEST };
}

/** Null where it was not reached, and no event has named it. */
export function headOf(ending: Ending): string | null {
  if (ending.kind === 'proposed') return headCommitOf(ending.context);
  return ending.trigger && headCommitOf({ trigger: ending.trigger, head: null });
}

function endOf(ending: Ending) {
  if (ending.kind === 'help') return { code: 'HELP', message: 'A comment asked for help.' };
  if (ending.kind === 'not-served') return { code: 'NOT_SERVED', message: ending.why };
  return ending.kind === 'failed' ? { code: ending.error.code, message: ending.error.message } : null;
}
