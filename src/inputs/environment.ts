/** What of the process's environment this program minds. */
export interface Environment {
  /** Whether colours may be printed to the stream that was asked about. */
  readonly color: boolean;
  /** All of it, for the processes that we start: each takes out what it must not see. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The only place where the environment is read. `terminal` tells whether the stream in question is one. NO_COLOR: https://no-color.org. */
export function readEnvironment(terminal: boolean): Environment {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  return { color: !NO_COLOR && (forced || (terminal && TERM !== 'dumb')), variables: process.env };
}
