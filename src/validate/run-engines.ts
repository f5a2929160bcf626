import { toActionError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { EngineOutcome, JudgeNews, Subject } from '../domain/judge.ts';
import type { EngineName } from '../domain/report.ts';
import { bounded } from './bounded.ts';
import type { Engine, JudgedDocument } from './engine.ts';
import { ENGINES, type EngineParts } from './engines.ts';
import { readSubject } from './read-subject.ts';

/** The engines of one thread, loaded once. */
export interface LoadedEngines {
  /**
   * Reads each subject once and runs every engine over all of them, one engine after the other. Tells each step, so that what is done is
   * kept, and what was at work is known, when the thread must be cut off.
   */
  judge(subjects: readonly Subject[], tell: (news: JudgeNews) => void): Promise<void>;
}

/** Begins to load every engine; one that cannot be loaded fails when it is run, and says why. */
export function loadEngines(parts: EngineParts): LoadedEngines {
  const loading = ENGINES.flatMap(({ name, load }) => load(parts).map((engine) => ({ name, engine })));
  // A rejection is told when the engine is run; until then it is nobody's.
  for (const { engine } of loading) engine.catch(() => {});
  return {
    judge: async (subjects, tell) => {
      const documents = subjects.map((subject) => ({ file: subject.file, read: once(() => readSubject(subject)) }));
      for (const { name, engine } of loading)
        tell({ kind: 'ended', outcome: await runEngine({ name, loading: engine, documents, tell }) });
      tell({ kind: 'done' });
    },
  };
}

interface PendingDocument {
  readonly file: string;
  readonly read: () => JudgedDocument;
}

interface EngineRunning {
  readonly name: EngineName;
  readonly loading: Promise<Engine>;
  readonly documents: readonly PendingDocument[];
  readonly tell: (news: JudgeNews) => void;
}

/** Every document is judged, whatever became of the one before it. */
async function runEngine({ name, loading, documents, tell }: EngineRunning): Promise<EngineOutcome> {
  const started = performance.now();
  const findings: Finding[] = [];
  const failures: string[] = [];
  const engine = await loading.catch((thrown: unknown) => {
    failures.push(toActionError(thrown).message);
    return null;
  });
  for (const { file, read } of engine ? documents : []) {
    tell({ kind: 'begun', name, file });
    try {
      findings.push(...bounded(name, (await engine?.judge(read())) ?? []));
    } catch (thrown) {
      failures.push(`${file}: ${toActionError(thrown).message}`);
    }
  }
  const [reason = ''] = failures;
  const status = failures.length > 0 ? 'failed' : 'ran';
  return { name, status, reason, findings, milliseconds: performance.now() - started };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
