import { printableLine } from '../../domain/paint.ts';
import type { Question } from '../../domain/request.ts';

/** Questions for a person, one paragraph each, with what to say instead, or else the choices that there are. */
export function renderQuestions(questions: readonly Question[]): string {
  return questions.map(renderQuestion).join('\n');
}

function renderQuestion({ about, text, choices, replies = [] }: Question): string {
  const answers =
    replies.length > 0
      ? ['  Say instead:', ...replies.map((reply) => `  - ${reply}`)]
      : choices.map((choice) => `  - ${choice}`);
  const lines = [...(about === '' ? [] : [`About: ${about}`]), `  ${text}`, ...answers];
  return `${lines.map(printableLine).join('\n')}\n`;
}
