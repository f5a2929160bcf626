import type { Gathered } from '../../context/words/gather.ts';
import { type PullRequestWishes, pullRequestWishes } from '../../context/words/wishes.ts';
import { isAskingTrigger, whyUnheard } from '../../context/words/writer.ts';
import { ActionError } from '../../domain/errors.ts';
import type { EventTrigger } from '../../domain/event.ts';
import { wishesOf } from '../../domain/wish.ts';
import { bothFallbacks } from '../../fallbacks.ts';
import type { Answer } from '../commands/proposal.ts';
import type { Heard } from './heard.ts';
import type { Job } from './job.ts';
import { pullRequestUrl } from './pull-request-url.ts';

/** Throws what kept the comments from being read where one of them has started the run. */
export function hear(job: Job, trigger: EventTrigger, { gathered, bots }: Hearing): Heard {
  const [fault] = gathered.faults;
  if (isAskingTrigger(trigger) && gathered.comments === null && fault !== undefined) throw fault;
  const said = pullRequestWishes(gathered, { bots, url: pullRequestUrl(job.runner, trigger) });
  return {
    wishes: [...said.text, ...wishesOf('input', job.inputs.request), ...said.comments],
    comments: async () => {
      if (gathered.comments !== null) return gathered.comments;
      throw fault ?? new ActionError('TOKEN_MISSING', 'There is no token to read comments with.');
    },
    unheard: whyUnheard(trigger, said.unheard, gathered.comments ?? []),
    notes: said.notes,
    lost: said.lost,
  };
}

/** What was lost is told where people look first. */
export function withLost(outcome: Answer, lost: PullRequestWishes['lost']): Answer {
  if (lost === null) return outcome;
  const { proposal } = outcome;
  return { ...outcome, proposal: { ...proposal, fallback: bothFallbacks(proposal.fallback, lost) } };
}

interface Hearing {
  readonly gathered: Gathered;
  /** Logins of `settings.bots`. */
  readonly bots: readonly string[];
}
