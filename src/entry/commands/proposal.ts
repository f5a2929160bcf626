import type { Checkout } from '../../clients/checkout.ts';
import { proposalJson } from '../../deliver/json.ts';
import type { Existing } from '../../domain/coverage.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Judge } from '../../domain/judge.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { wordsLayer } from '../../prompt/words.ts';
import { type Outcome, run } from '../../run.ts';
import { askedLayers } from '../asking.ts';
import type { Asking } from '../asking-model.ts';
import { catalogues } from '../catalogues.ts';
import { terminalPage } from './page.ts';
import { writeElsewhere, writeInto } from './write.ts';

interface Proposing extends Asking {
  readonly judge: Judge;
  readonly deadline: Deadline;
  readonly workflows?: Existing | null;
}

/** The line with what this program has. */
export function propose({ wishes, model, home, ...line }: Proposing): Promise<Outcome> {
  const asking = { wishes, model, home, context: line.context };
  const readers = (profile: ProjectProfile) => wishes.map(({ words }) => wordsLayer(words, profile));
  return run({ ...line, asked: (profile) => askedLayers(asking, profile, readers(profile)), catalogues });
}

type Conclusion = Outcome & {
  readonly context: RepositoryContext;
  readonly inputs: GenerateInputs;
  readonly checkout: Checkout;
  readonly color: boolean;
};

/** Writes what was asked to be written, and gives what is printed. Throws what writing does. */
export async function conclude({ inputs, checkout, color, context, ...outcome }: Conclusion): Promise<string> {
  const written = await write(inputs.destination, checkout, outcome.proposal);
  return inputs.json
    ? proposalJson(outcome.proposal)
    : terminalPage({ ...outcome, context, written, color, isExplained: inputs.explain });
}

function write(
  destination: GenerateInputs['destination'],
  checkout: Checkout,
  proposal: Proposal,
): Promise<string[]> | string[] {
  switch (destination.kind) {
    case 'none':
      return [];
    case 'folder':
      return writeElsewhere(destination.path, proposal);
    case 'repository':
      return writeInto(checkout, proposal);
  }
}
