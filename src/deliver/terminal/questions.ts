import { printableLine } from '../../domain/paint.ts';
import type { Question } from '../../domain/request.ts';

/** Questions for a person, one paragraph each, with the choices that there are. */
export function renderQuestions(questions: readonly Question[]): string {
  return questions.map(renderQuestion).join('\n');
}

function renderQuestion({ about, text, choices }: Question): string {
  const lines = [`About: ${about}`, `  ${text}`, ...choices.map((choice) => `  - ${choice}`)];
  return `${lines.map(printableLine).join('\n')}\n`;
}
