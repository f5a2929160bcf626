import type { GeneratedFile } from '../../domain/changes.ts';
import type { Existing } from '../../domain/coverage.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Judge } from '../../domain/judge.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { ResolvedWish, Wish } from '../../domain/wish.ts';
import { asAsked, resolveWishes } from '../../prompt/resolve-wishes.ts';
import { type Outcome, run } from '../../run.ts';
import { askedLayers } from '../asked-layers.ts';
import type { Asking } from '../asking.ts';
import { catalogues } from '../catalogues.ts';
import { shown, shownProposal } from './shown.ts';

interface Proposing extends Omit<Asking, 'heard'> {
  /** What was asked for in words, lowest first. */
  readonly wishes: readonly Wish[];
  readonly judge: Judge;
  readonly deadline: Deadline;
  readonly workflows?: Existing | null;
}

export interface Answer extends Outcome {
  /** What became of what was asked for in words, as it may be shown: without secrets. */
  readonly wishes: readonly ResolvedWish[];
  /** The configuration by which the next run makes the same without being asked; null where there is nothing to accept. */
  readonly accepted: GeneratedFile | null;
}

/** The line with what this program has. */
export async function propose({ wishes, model, home, host, ...line }: Proposing): Promise<Answer> {
  let heard: readonly ResolvedWish[] = [];
  const { context } = line;
  const outcome = await run({
    ...line,
    asked: async (profile) => {
      heard = await resolveWishes({ wishes, profile, asked: context.configuration?.asked ?? [] });
      return askedLayers({ heard, model, home, host, context }, profile);
    },
    catalogues,
  });
  // A model has read all of them together.
  const told = outcome.proposal.source === 'model' ? heard.map(asAsked) : heard;
  const [proposal, accepted] = await Promise.all([shownProposal(outcome.proposal), acceptedIn(context, outcome)]);
  return { ...outcome, proposal, wishes: await Promise.all(told.map(shown)), accepted };
}

/** What edits the configuration is loaded where there is something to keep. */
async function acceptedIn(context: RepositoryContext, outcome: Outcome): Promise<GeneratedFile | null> {
  if (outcome.proposal.understood.length === 0) return null;
  return await (await import('./accepted.ts')).acceptedOf(context, outcome);
}
