import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { readContext } from '../../context/context.ts';
import { ActionError } from '../../domain/errors.ts';
import { wishesOf } from '../../domain/wish.ts';
import type { GenerateInputs } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { notesOfAsking } from '../asking.ts';
import { EXIT_OF } from '../exit.ts';
import { type Home, judgeOf } from '../home.ts';

/** Proposes the pipeline of a checkout, and writes it where that was asked for and it is proven. Gives the exit code. */
export async function generateCommand(inputs: GenerateInputs, home: Home): Promise<number> {
  if (inputs.targets.some((target) => target !== 'github'))
    throw new ActionError(
      'NOT_AVAILABLE_YET',
      `--target ${inputs.targets.join(',')}: this version prints for github alone.`,
    );
  const { color, variables } = readEnvironment(process.stdout.isTTY === true);
  const deadline = deadlineAfterStart(inputs.timeoutSeconds * 1000);
  const checkout = openCheckout({ directory: inputs.repository, environment: variables, deadline });
  const { git, trees } = checkout;
  // git and the judge's thread are at work while the rest of the program is loaded; git first, for a process with one thread begins another
  // one in half the time.
  const reading = readContext({ git, trees, base: inputs.base, head: inputs.head });
  await using judge = judgeOf(home);
  const [read, { conclude, propose }] = await Promise.all([reading, import('./conclude.ts')]);
  const asking = { wishes: wishesOf('command-line', inputs.request), model: inputs.model, host: null };
  const context = { ...read, notes: [...read.notes, ...notesOfAsking(asking)] };
  const outcome = await propose({ ...asking, context, home, judge, deadline, workflows: inputs.existing });
  // Its thread ends while the page is made.
  void judge[Symbol.asyncDispose]();
  process.stdout.write(await conclude({ inputs, checkout, color, context, ...outcome }));
  return EXIT_OF[outcome.proposal.report.verdict];
}
