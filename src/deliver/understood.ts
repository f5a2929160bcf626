import type { Effect } from '../domain/proposal.ts';
import { intentWords } from './intent-words.ts';

const FATES: Readonly<Record<Effect['does'], string>> = {
  changes: '',
  nothing: ': it is so already, nothing changes',
  'left-out': ': left out, the findings say why',
};

/** What was understood of what was asked for, a line for each intent; the names in it are untrusted. */
export function understoodLines(effects: readonly Effect[]): string[] {
  return effects.map(({ intent, does }) => `${intentWords(intent)}${FATES[does]}`);
}
