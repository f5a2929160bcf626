import type { Rung } from '../domain/proposal.ts';

/** What a pipeline was made from, after the word "from". */
export const LAYER_WORDS: Readonly<Record<Rung, string>> = {
  minimal: 'nothing but a checkout and the gate (minimal)',
  detected: 'what the repository shows (detected)',
  'accepted-request': 'the accepted request in .github/agent-generate.yml',
  read: 'your words',
  model: 'your words, read by a model',
};
