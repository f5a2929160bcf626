import type { Checkout } from '../../clients/checkout.ts';
import { proposalJson } from '../../deliver/json.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { terminalPage } from './page.ts';
import type { Answer } from './proposal.ts';
import { writeElsewhere, writeInto } from './write.ts';

// Loaded together: one chunk is faster than two.
export { propose } from './proposal.ts';

type Conclusion = Answer & {
  readonly context: RepositoryContext;
  readonly inputs: GenerateInputs;
  readonly checkout: Checkout;
  readonly color: boolean;
};

/** Writes what was asked to be written, and gives what is printed. Throws what writing does. */
export async function conclude({ inputs, checkout, color, context, ...outcome }: Conclusion): Promise<string> {
  const written = await write(inputs.destination, checkout, outcome);
  return inputs.json
    ? proposalJson(outcome.proposal, outcome)
    : terminalPage({ ...outcome, context, written, color, isExplained: inputs.explain });
}

function write(
  destination: GenerateInputs['destination'],
  checkout: Checkout,
  { proposal, accepted }: Pick<Answer, 'proposal' | 'accepted'>,
): Promise<string[]> | string[] {
  switch (destination.kind) {
    case 'none':
      return [];
    case 'folder':
      return writeElsewhere(destination.path, proposal, accepted);
    case 'repository':
      return writeInto(checkout, proposal, accepted);
  }
}
