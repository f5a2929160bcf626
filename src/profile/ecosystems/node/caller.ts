import type { Evidence } from '../../../domain/evidence.ts';
import { pipelinesOf } from '../../ci/automation.ts';
import { dockerfilesIn } from '../../docker/base-tag.ts';
import { callsIn, type PipelineCall } from '../../harvest/calls.ts';
import { callsStartedBy } from '../../harvest/runner-calls.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Family } from './declared.ts';

/** What is put into the machine, such as another manager, is nothing of the package. */
const NOT_GLOBAL = String.raw`(?! global\b|[^&|;]{0,200}?\s(?:-g|--global|--location=global)(?=\s|["'\`]|$))`;

function calling(words: string): RegExp {
  return new RegExp(String.raw`(?:^|[\s"'\`;&|(=])${words}${NOT_GLOBAL}`);
}

const CALLS: Readonly<Record<Family, RegExp>> = {
  npm: calling(String.raw`npm (?:ci|i|install|run|test|exec)\b`),
  pnpm: calling('pnpm(?=\\s|["\'`]|$)'),
  yarn: calling('yarn(?=\\s|["\'`]|$)'),
  bun: calling('bunx?(?=\\s|["\'`]|$)'),
};

/** A package manager, and the line that starts it. */
interface Caller {
  readonly family: Family;
  readonly because: Evidence;
}

/**
 * Which of several managers is really used in a folder, and the line that shows it: the one that existing pipelines start there, by
 * whatever script, else the one in a pipeline that speaks of the folder, else the Dockerfile, else the scripts of the package, else the
 * README; null where none or several are.
 */
export function calledManager(snapshot: Snapshot, directory: string, families: readonly Family[]): Caller | null {
  const started = startedIn(snapshot, directory, families);
  if (started) return started;
  const sources = [
    pipelinesOf(snapshot).filter((path) => mentions(snapshot, path, directory)),
    dockerfilesIn(snapshot, directory),
    [joinPath(directory, 'package.json') ?? ''],
    directory === '.' ? ['README.md'] : [],
  ];
  for (const files of sources) {
    const found = families.flatMap((family): Caller[] => {
      const because = firstCall(snapshot, files, family);
      return because ? [{ family, because }] : [];
    });
    const only = onlyOf(found);
    if (only) return only;
  }
  return null;
}

function startedIn(snapshot: Snapshot, directory: string, families: readonly Family[]): Caller | null {
  const calls = callsIn(snapshot, directory);
  const direct = callersAmong(calls, families);
  if (direct.length > 0) return onlyOf(direct);
  const below = calls.flatMap((call) => callsStartedBy(snapshot, call));
  return onlyOf(callersAmong(below, families));
}

function callersAmong(calls: readonly Pick<PipelineCall, 'run' | 'because'>[], families: readonly Family[]): Caller[] {
  return families.flatMap((family) => {
    const [because] = calls.find(({ run }) => CALLS[family].test(run))?.because ?? [];
    return because ? [{ family, because }] : [];
  });
}

function onlyOf(found: readonly Caller[]): Caller | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

function mentions(snapshot: Snapshot, path: string, directory: string): boolean {
  return directory === '.' || (snapshot.text(path) ?? '').includes(directory);
}

function firstCall(snapshot: Snapshot, files: readonly string[], family: Family): Evidence | null {
  for (const file of files) {
    const line = linesOf(snapshot.text(file) ?? '').find(({ text }) => CALLS[family].test(text));
    if (line) return snapshot.evidence(file, line.number);
  }
  return null;
}
