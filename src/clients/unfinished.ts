import type { EngineOutcome, JudgeNews } from '../domain/judge.ts';
import { ENGINE_NAMES, type EngineName } from '../domain/report.ts';

/**
 * The engines that a conversation leaves without an outcome: the one that was at work when it broke off, and those that never ran.
 * `why` is a clause without a full stop, or null where the thread said that it was done. Where it broke off and nothing seems to be missing,
 * everything is: no verdict rests on a conversation that was not heard to its end.
 */
export function unfinished(heard: readonly JudgeNews[], why: string | null): EngineOutcome[] {
  const ended = new Set(heard.flatMap((news) => (news.kind === 'ended' ? [news.outcome.name] : [])));
  const missing = ENGINE_NAMES.filter((name) => !ended.has(name));
  if (why === null) return missing.map((name) => failed(name, 'it gave no outcome.'));
  const last = heard.at(-1);
  if (last?.kind !== 'begun')
    return (missing.length > 0 ? missing : ENGINE_NAMES).map((name) => failed(name, `${why}, before it was run.`));
  return [
    failed(last.name, `${why}, while it judged ${last.file}.`),
    ...missing
      .filter((name) => name !== last.name)
      .map((name) => failed(name, `it was not run: the ${last.name} engine before it did not end.`)),
  ];
}

function failed(name: EngineName, reason: string): EngineOutcome {
  return { name, status: 'failed', reason, findings: [], milliseconds: 0 };
}
