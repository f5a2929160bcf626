import actionData from '../../../data/action-catalog.json' with { type: 'json' };
import imageData from '../../../data/image-catalog.json' with { type: 'json' };
import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { proposalJson } from '../../deliver/json.ts';
import { readActionCatalogue, readImageCatalogue } from '../../domain/catalogue.ts';
import { ActionError } from '../../domain/errors.ts';
import type { Verdict } from '../../domain/report.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { wordsLayer } from '../../prompt/words.ts';
import { run } from '../../run.ts';
import { type Home, judgeOf } from '../home.ts';
import { proposalPage, writeProposal } from './proposal.ts';

const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, error: 3 };

/** Proposes the pipeline of a checkout, and writes it where that was asked for and it is proven. Gives the exit code. */
export async function generateCommand(inputs: GenerateInputs, home: Home): Promise<number> {
  if (inputs.targets.some((target) => target !== 'github'))
    throw new ActionError(
      'NOT_AVAILABLE_YET',
      `--target ${inputs.targets.join(',')}: this version prints for github alone.`,
    );
  await using judge = judgeOf(home);
  const { color, variables } = readEnvironment(process.stdout.isTTY === true);
  const deadline = deadlineAfterStart(inputs.timeoutSeconds * 1000);
  const { git, trees, directory } = openCheckout({ directory: inputs.repository, environment: variables, deadline });
  const outcome = await run({
    context: { git, trees, base: inputs.base, head: inputs.head },
    asked: inputs.request === null ? [] : [wordsLayer(inputs.request)],
    catalogues: { actions: readActionCatalogue(actionData), images: readImageCatalogue(imageData) },
    judge,
    deadline,
  });
  const written = await writeProposal(inputs.destination, directory, outcome.proposal);
  process.stdout.write(inputs.json ? proposalJson(outcome.proposal) : proposalPage(outcome, written, color));
  return EXIT_CODES[outcome.proposal.report.verdict];
}
