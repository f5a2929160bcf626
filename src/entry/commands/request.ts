import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { filesOf } from '../../context/place.ts';
import { renderReading } from '../../deliver/terminal/reading.ts';
import { jsonDocument } from '../../domain/json-text.ts';
import { printableLine } from '../../domain/paint.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import type { ModelReading } from '../../prompt/model/reading.ts';
import type { Home } from '../home.ts';
import { shownQuestion, shownRefusal } from './shown.ts';

const NOT_ASKED: ModelReading = { reading: null, fallback: null, usage: NO_USAGE };

/** Prints what a sentence means about a repository: a request, questions, or what is refused. */
export async function requestCommand(
  inputs: Extract<CommandLine, { command: 'request' }>,
  home: Home,
): Promise<number> {
  const { repository, text, model, json } = inputs;
  const deadline = deadlineAfterStart(inputs.timeoutSeconds * 1000);
  const { variables: environment } = readEnvironment(false);
  const { git, trees } = openCheckout({ directory: repository, environment, deadline });
  // git is at work while the rest of the program is loaded.
  const [files, { profileRepository }, { readWithReplies }] = await Promise.all([
    filesOf(git, trees),
    import('../../profile/profile.ts'),
    import('../../prompt/replies.ts'),
  ]);
  const profile = await profileRepository(files);
  const asked =
    model.choice.kind === 'none'
      ? NOT_ASKED
      : await (await import('./model-reading.ts')).readByModel({ git, trees, text, model, profile, deadline, home });
  const read = asked.reading ?? (await readWithReplies(text, profile));
  const questions = await Promise.all(read.questions.map(shownQuestion));
  const reading = { ...read, questions, refused: await Promise.all(read.refused.map(shownRefusal)) };
  const source = asked.reading === null ? 'read' : 'model';
  const { fallback, usage } = asked;
  const note = fallback
    ? `${fallback.message} [${fallback.code}]`
    : model.choice.kind === 'keyless'
      ? null
      : model.choice.note;
  if (note !== null) process.stderr.write(`Note: ${printableLine(note)}\n`);
  process.stdout.write(json ? jsonDocument({ source, ...reading, fallback, usage }) : renderReading(reading));
  return 0;
}
