import { openCheckout } from '../../clients/checkout.ts';
import { deadlineAfterStart } from '../../clients/deadline.ts';
import { renderQuestions } from '../../deliver/terminal/questions.ts';
import { jsonDocument } from '../../domain/json-text.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { readWords } from '../../prompt/words.ts';

const DEADLINE = 300_000;

/** Prints what a sentence means: a request, questions, or what is refused. */
export async function requestCommand({
  repository,
  text,
  json,
}: Extract<CommandLine, { command: 'request' }>): Promise<number> {
  openCheckout({
    directory: repository,
    environment: readEnvironment(false).variables,
    deadline: deadlineAfterStart(DEADLINE),
  });
  const reading = readWords(text);
  process.stdout.write(json ? jsonDocument({ source: 'read', ...reading }) : renderQuestions(reading.questions));
  return 0;
}
