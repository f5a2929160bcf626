import type { Paint } from '../../domain/paint.ts';
import { inGeneral, type Rule } from '../../domain/rule.ts';

/** A rule as a page: the fault, why it is one, what to do, and both examples. */
export function renderRule({ id, level, title, description, help, aliases, good, bad }: Rule, paint: Paint): string {
  const parts = [
    `${paint.bold(id)}  ${level}\n${title}.`,
    description,
    inGeneral(help),
    aliases.length > 0 ? `Elsewhere: ${aliases.join(', ')}.` : '',
    `${paint.red('Bad:')}\n${indent(bad)}`,
    `${paint.green('Good:')}\n${indent(good)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A code that no rule has, with what to do about it. */
export function renderCode(code: string, help: string, paint: Paint): string {
  return `${paint.bold(code)}\n\n${help}\n`;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
