import { promptJson, renderPrompt } from '../../deliver/terminal/prompt.ts';
import { printableLine } from '../../domain/paint.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { openingOf } from '../../prompt/model/opening.ts';
import { preflight } from '../../prompt/model/preflight.ts';
import { knownSecrets } from '../../secrets/known.ts';
import { type Line, toldOf } from './told.ts';

/** Prints what a model would be told of these words, and tells nobody. What is left out or covered goes to standard error. */
export async function showPrompt(line: Line): Promise<number> {
  const { variables } = readEnvironment(false);
  const { context, profile, wishes, isAccepted } = await toldOf(line, variables);
  const opening = await openingOf({ wishes, profile, context, known: knownSecrets(variables) });
  const { conversation, promptDigest, notes } = opening;
  const why = isAccepted ? [ACCEPTED] : preflight(opening) === null ? [] : [NO_MODEL];
  process.stderr.write([...why, ...notes].map((note) => `${printableLine(note)}\n`).join(''));
  process.stdout.write(
    line.json ? promptJson(conversation, promptDigest, notes) : renderPrompt(conversation, promptDigest),
  );
  return 0;
}

const ACCEPTED = 'Nothing would be sent: these words are part of the accepted request.';
const NO_MODEL = 'Nothing would be sent: these words need no model to be refused or asked about.';
