import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { filesOf } from '../../context/place.ts';
import { renderReading } from '../../deliver/terminal/reading.ts';
import { jsonDocument } from '../../domain/json-text.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { profileRepository } from '../../profile/profile.ts';
import { readWords } from '../../prompt/words.ts';

const DEADLINE = 300_000;

/** Prints what a sentence means about a repository: a request, questions, or what is refused. */
export async function requestCommand({
  repository,
  text,
  json,
}: Extract<CommandLine, { command: 'request' }>): Promise<number> {
  const { git, trees } = openCheckout({
    directory: repository,
    environment: readEnvironment(false).variables,
    deadline: deadlineAfterStart(DEADLINE),
  });
  const reading = await readWords(text, await profileRepository(await filesOf(git, trees)));
  process.stdout.write(json ? jsonDocument({ source: 'read', ...reading }) : renderReading(reading));
  return 0;
}
