import type { Evidence } from '../../../domain/evidence.ts';

/** What tox or nox runs in an environment that it makes itself. */
export interface EnvironmentRun {
  readonly tool: 'tox' | 'nox';
  readonly name: string;
  readonly run: string;
  /** What it runs before the commands behind it. */
  readonly before: readonly string[];
  /** The commands behind it. */
  readonly commands: readonly string[];
  readonly because: readonly Evidence[];
}
