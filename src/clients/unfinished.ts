import type { EngineOutcome } from '../domain/judge.ts';
import { ENGINE_NAMES, type EngineName } from '../domain/report.ts';

/** The work that broke off: an engine and the file that it judged. */
export interface AtWork {
  readonly name: EngineName;
  readonly file: string;
}

/**
 * The engines that a conversation leaves without an outcome: the one that was at work when it broke off, and those that never ran.
 * `why` is a clause without a full stop, or null where the thread said that it was done. Where it broke off and nothing seems to be missing,
 * everything is: no verdict rests on a conversation that was not heard to its end.
 */
export function unfinished(
  ended: readonly EngineOutcome[],
  why: string | null,
  atWork: AtWork | null = null,
): EngineOutcome[] {
  const heard = new Set(ended.map(({ name }) => name));
  const missing = ENGINE_NAMES.filter((name) => !heard.has(name));
  if (why === null) return missing.map((name) => failed(name, 'it gave no outcome.'));
  if (atWork === null)
    return (missing.length > 0 ? missing : ENGINE_NAMES).map((name) => failed(name, `${why}, before it was run.`));
  return [
    failed(atWork.name, `${why}, while it judged ${atWork.file}.`),
    ...missing
      .filter((name) => name !== atWork.name)
      .map((name) => failed(name, `it was not run: the ${atWork.name} engine before it did not end.`)),
  ];
}

function failed(name: EngineName, reason: string): EngineOutcome {
  return { name, status: 'failed', reason, findings: [], milliseconds: 0 };
}
