import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { readContext } from '../../context/context.ts';
import { filesAlone } from '../../context/files-alone.ts';
import { filesOf, findPlace } from '../../context/place.ts';
import { promptJson, renderPrompt } from '../../deliver/terminal/prompt.ts';
import { printableLine } from '../../domain/paint.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import { wishesOf } from '../../domain/wish.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { type Environment, readEnvironment } from '../../inputs/environment.ts';
import { profileRepository } from '../../profile/profile.ts';
import { beforehand } from '../../prompt/model/beforehand.ts';
import { openingOf } from '../../prompt/model/opening.ts';
import { knownSecrets } from '../../secrets/known.ts';

type Line = Extract<CommandLine, { command: 'generate' | 'request' }>;

const DEADLINE = 300_000;

/** Prints what a model would be told of these words, and tells nobody. What is left out or covered goes to standard error. */
export async function showPrompt(line: Line): Promise<number> {
  const { variables } = readEnvironment(false);
  const context = await contextOf(line, variables);
  const profile = await profileRepository(context.tree);
  const wishes = wishesOf('command-line', line.command === 'generate' ? line.request : line.text);
  const opening = await openingOf({ wishes, profile, context, known: knownSecrets(variables) });
  const { conversation, promptDigest, notes } = opening;
  const why =
    beforehand(opening) === null
      ? []
      : ['Nothing would be sent: these words need no model to be refused or asked about.'];
  process.stderr.write([...why, ...notes].map((note) => `${printableLine(note)}\n`).join(''));
  process.stdout.write(
    line.json ? promptJson(conversation, promptDigest, notes) : renderPrompt(conversation, promptDigest),
  );
  return 0;
}

async function contextOf(line: Line, environment: Environment['variables']): Promise<RepositoryContext> {
  const deadline = deadlineAfterStart(DEADLINE);
  const { git, trees } = openCheckout({ directory: line.repository, environment, deadline });
  if ((await findPlace(git)) === null) return filesAlone(await filesOf(git, trees));
  const { base, head } = line.command === 'generate' ? line : { base: null, head: null };
  return readContext({ git, trees, base, head });
}
