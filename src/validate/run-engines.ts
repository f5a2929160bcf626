import { toActionError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { EngineOutcome, JudgeNews, Subject } from '../domain/judge.ts';
import type { EngineName } from '../domain/report.ts';
import { bounded } from './bounded.ts';
import type { Beside, Engine, JudgedDocument } from './engine.ts';
import { ENGINES, type EngineParts } from './engines.ts';
import { readSubject } from './read-subject.ts';

export interface LoadedEngine {
  readonly name: EngineName;
  readonly engine: Promise<Engine>;
}

/** The engines of one thread, loaded once. */
export interface LoadedEngines {
  /** Those of one name together. */
  readonly engines: readonly LoadedEngine[];
  /**
   * Reads each subject once and runs every engine over all of them, one engine after the other. Tells each step, so that what is done is
   * kept, and what was at work is known, when the thread must be cut off. What is `beside` them is read where one of them calls it.
   */
  judge(subjects: readonly Subject[], listener: JudgeListener, beside?: readonly Subject[]): Promise<void>;
}

export interface JudgeListener {
  tell(news: JudgeNews): void;
  /** Before an engine takes up a file (its index among the subjects), and with null when it has had them all. */
  place(at: { readonly engine: EngineName; readonly file: number } | null): void;
}

/** Begins to load every engine; one that cannot be loaded fails when it is run, and says why. */
export function loadEngines(parts: EngineParts): LoadedEngines {
  const loading = ENGINES.flatMap(({ name, load }) => load(parts).map((engine) => ({ name, engine })));
  // A rejection is told when the engine is run; until then it is nobody's.
  for (const { engine } of loading) engine.catch(() => {});
  return {
    engines: loading,
    judge: async (subjects, listener, others = []) => {
      const documents = subjects.map(pending);
      const beside = besideOf([...documents, ...others.map(pending)]);
      for (const { name, engine } of loading)
        listener.tell({
          kind: 'ended',
          outcome: await runEngine({ name, loading: engine, documents, beside, listener }),
        });
      listener.tell({ kind: 'done' });
    },
  };
}

interface PendingDocument {
  readonly file: string;
  readonly read: () => JudgedDocument;
}

/** A subject that is read when it is asked for, and once. */
export function pending(subject: Subject): PendingDocument {
  let document: JudgedDocument | undefined;
  const read = () => {
    document ??= readSubject(subject);
    return document;
  };
  return { file: subject.file, read };
}

function besideOf(documents: readonly PendingDocument[]): Beside {
  const byPath = new Map(documents.map(({ file, read }) => [file, read]));
  return (path) => byPath.get(path)?.() ?? null;
}

interface EngineRunning {
  readonly name: EngineName;
  readonly loading: Promise<Engine>;
  readonly documents: readonly PendingDocument[];
  readonly beside: Beside;
  readonly listener: JudgeListener;
}

/** Every document is judged, whatever became of the one before it. */
async function runEngine({ name, loading, documents, beside, listener }: EngineRunning): Promise<EngineOutcome> {
  const started = performance.now();
  const findings: Finding[] = [];
  const failures: string[] = [];
  const engine = await loading.catch((thrown: unknown) => {
    failures.push(toActionError(thrown).message);
    return null;
  });
  for (const [index, { file, read }] of engine ? documents.entries() : []) {
    listener.place({ engine: name, file: index });
    try {
      findings.push(...bounded(name, (await engine?.judge(read(), beside)) ?? []));
    } catch (thrown) {
      failures.push(`${file}: ${toActionError(thrown).message}`);
    }
  }
  listener.place(null);
  const [reason = ''] = failures;
  const status = failures.length > 0 ? 'failed' : 'ran';
  return { name, status, reason, findings, milliseconds: performance.now() - started };
}
