import type { Configuration } from '../domain/configuration.ts';
import { ActionError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import type { Tree } from '../domain/tree.ts';
import { readConfiguration, type WrittenConfiguration } from './read-configuration.ts';

/** The configuration that holds, and what the head would make of it. */
export interface InForce {
  /** Of the base; null where that has none, or one that the head mends. */
  readonly configuration: Configuration | null;
  /** What somebody who changes the configuration would otherwise wait for in vain, a sentence; null where nothing is to be said. */
  readonly note: string | null;
  /** What is wrong with the head's, before it is merged and stops every run. */
  readonly findings: readonly Finding[];
}

export interface InForceRequest {
  /** Null where no base is known: then nothing holds. */
  readonly base: Tree | null;
  /** Null where the head has the same one as the base. */
  readonly head: Tree | null;
  /** What to do to see the head's configuration at work, a clause. */
  readonly hint: string;
}

/** Throws ConfigurationError for a base that cannot be used, unless the head is what mends it: that must not be stopped by what it mends. */
export async function configurationInForce({ base, head, hint }: InForceRequest): Promise<InForce> {
  const [now, next] = await Promise.all([base === null ? null : read(base), head === null ? null : read(head)]);
  if (now instanceof ActionError) {
    if (head === null || next instanceof ActionError) throw now;
    const note = `${CONFIGURATION_PATH} cannot be used at the base, so the defaults hold; with this change it can.`;
    return { configuration: null, note, findings: [] };
  }
  const configuration = now?.configuration ?? null;
  if (next instanceof ActionError) {
    const note = `${CONFIGURATION_PATH} cannot be used as it is here: merged, it would stop every run (${next.message})`;
    return { configuration, note, findings: findingsOf(next) };
  }
  const isSame = base === null || head === null;
  return { configuration, note: isSame ? null : changeNote(now, next, hint), findings: [] };
}

function changeNote(now: WrittenConfiguration | null, next: WrittenConfiguration | null, hint: string): string | null {
  if (now?.text === next?.text) return null;
  if (now === null) return `${CONFIGURATION_PATH} is not at the base yet, where it is read; ${hint}.`;
  return next === null
    ? `${CONFIGURATION_PATH} is taken away here, and holds as it is at the base until then.`
    : `${CONFIGURATION_PATH} is changed here, and holds as it is at the base; ${hint}.`;
}

/** The error is a value: which of the two files it is about decides what becomes of it. */
async function read(tree: Tree): Promise<WrittenConfiguration | ActionError | null> {
  try {
    return await readConfiguration(tree);
  } catch (thrown) {
    if (thrown instanceof ActionError && thrown.code === 'CONFIGURATION_INVALID') return thrown;
    throw thrown;
  }
}

function findingsOf(error: ActionError): Finding[] {
  const found = 'findings' in error ? (error.findings as readonly Finding[]) : [];
  return found.map((finding) => ({ ...finding, level: 'warning' }));
}
