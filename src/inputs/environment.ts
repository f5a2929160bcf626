/** What of the process's environment this program minds. */
export interface Environment {
  /** Whether colours may be printed to standard output. */
  readonly color: boolean;
}

/** The only place where the environment is read. `terminal` tells whether standard output is one. NO_COLOR: https://no-color.org. */
export function readEnvironment(terminal: boolean): Environment {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return { color: false };
  if (FORCE_COLOR && FORCE_COLOR !== '0') return { color: true };
  return { color: terminal && TERM !== 'dumb' };
}
