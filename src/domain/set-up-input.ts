import type { Sourced } from './evidence.ts';

/** What the repository's own jobs tell the action that sets the language of their tests up, beside its version and its extensions. */
export interface SetUpInput extends Sourced<string> {
  readonly name: 'ini-values' | 'coverage';
}
