import type { Finding } from '../domain/finding.ts';
import type { Refusal } from '../domain/refusal.ts';

const START = { line: 1, column: 1 };

/** A refusal as a finding about the words. */
export function findingOfRefusal({ rule, message }: Refusal): Finding {
  const help = 'Say it differently; docs/requests.md shows what can be said.';
  return {
    rule,
    level: 'error',
    message,
    file: '<words>',
    path: [],
    range: { start: START, end: START },
    aliases: [],
    help,
  };
}
