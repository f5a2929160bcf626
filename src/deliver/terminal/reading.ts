import { printableLine } from '../../domain/paint.ts';
import type { GenerationRequest, Question } from '../../domain/request.ts';
import { intentWords } from '../intent-words.ts';
import { renderQuestions } from './questions.ts';

interface Read {
  readonly request: GenerationRequest;
  readonly questions: readonly Question[];
  readonly refused: readonly { readonly rule: string; readonly message: string }[];
}

/** What a sentence came to: intents as they would stand in the configuration, each below its meaning, questions, or refusals. */
export function renderReading({ request, questions, refused }: Read): string {
  const refusals = refused.map(({ rule, message }) => `Refused: ${rule}\n  ${message}\n`);
  const intents = request.intents.flatMap((intent) => [`# ${intentWords(intent)}\n`, `- ${JSON.stringify(intent)}\n`]);
  return [
    ...refusals,
    ...(questions.length > 0 ? [renderQuestions(questions)] : []),
    ...(intents.length > 0 ? ['Understood:\n', ...intents.map(printableLines)] : []),
  ].join('');
}

function printableLines(line: string): string {
  return `${printableLine(line.trimEnd())}\n`;
}
