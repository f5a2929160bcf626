import { toActionError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { EngineOutcome, Subject } from '../domain/judge.ts';
import type { EngineName } from '../domain/report.ts';
import type { Engine, JudgedDocument } from './engine.ts';
import { ENGINES, type EngineParts } from './engines.ts';
import { readSubject } from './read-subject.ts';

/** Hears of each engine as it ends, so that what is done is kept when a later one must be cut off. */
export type OutcomeListener = (outcome: EngineOutcome) => void;

/** The engines of one thread, loaded once. */
export interface LoadedEngines {
  /** Reads each subject once and runs every engine over all of them, one engine after the other. */
  judge(subjects: readonly Subject[], listener: OutcomeListener): Promise<void>;
}

/** Loads every engine; one that cannot be loaded fails when it is run, and says why. */
export function loadEngines(parts: EngineParts): LoadedEngines {
  const loading = ENGINES.map(({ name, load }) => ({ name, engine: load(parts) }));
  // A rejection is told when the engine is run; until then it is nobody's.
  for (const { engine } of loading) engine.catch(() => {});
  return {
    judge: async (subjects, listener) => {
      const documents = subjects.map(readSubject);
      for (const { name, engine } of loading) listener(await runEngine(name, engine, documents));
    },
  };
}

async function runEngine(
  name: EngineName,
  loading: Promise<Engine>,
  documents: readonly JudgedDocument[],
): Promise<EngineOutcome> {
  const started = performance.now();
  const findings: Finding[] = [];
  const outcome = (status: EngineOutcome['status'], reason: string): EngineOutcome => ({
    name,
    status,
    reason,
    findings,
    milliseconds: performance.now() - started,
  });
  try {
    const engine = await loading;
    for (const document of documents) findings.push(...(await engine.judge(document)));
    return outcome('ran', '');
  } catch (thrown) {
    return outcome('failed', toActionError(thrown).message);
  }
}
