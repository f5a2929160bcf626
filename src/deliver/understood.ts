import type { Effect } from '../domain/proposal.ts';
import { intentWords } from './intent-words.ts';

const EFFECT_WORDS: Readonly<Record<Effect['does'], string>> = {
  changes: '',
  nothing: ': it is so already, nothing changes',
  'left-out': ': left out, the findings say why',
};

/** What was understood of what was asked for, a line for each intent; the names in it are untrusted. */
export function understoodLines(effects: readonly Effect[]): string[] {
  return effects
    .filter((effect) => !isToldAlready(effect, effects))
    .map(({ intent, does }) => `${intentWords(intent)}${EFFECT_WORDS[does]}`);
}

/** `Test web on Windows` comes to tests, which are there, and to where they run: the second says it all. */
function isToldAlready({ intent, does }: Effect, all: readonly Effect[]): boolean {
  if (intent.kind !== 'check' || intent.check !== 'test' || does !== 'nothing') return false;
  const subject = JSON.stringify(intent.for);
  return all.some(
    (other) =>
      (other.intent.kind === 'matrix' || other.intent.kind === 'service') &&
      JSON.stringify(other.intent.for) === subject,
  );
}
