import type { Evidence } from '../../../domain/evidence.ts';
import { pipelinesOf } from '../../ci/automation.ts';
import { dockerfilesIn } from '../../docker/base-tag.ts';
import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Family } from './declared.ts';

const CALLS: Readonly<Record<Family, RegExp>> = {
  npm: /(?:^|[\s"'`;&|(=])npm (?:ci|i|install|run|test|exec)\b/,
  pnpm: /(?:^|[\s"'`;&|(=])pnpm(?:\s|["'`]|$)/,
  yarn: /(?:^|[\s"'`;&|(=])yarn(?:\s|["'`]|$)/,
  bun: /(?:^|[\s"'`;&|(=])bunx?(?:\s|["'`]|$)/,
};

/**
 * Which of several managers is really used in a folder, and the line that shows it: the one that existing pipelines start, else the
 * Dockerfile, else the scripts of the package, else the README; null where none or several are.
 */
export function calledManager(
  snapshot: Snapshot,
  directory: string,
  families: readonly Family[],
): { readonly family: Family; readonly because: Evidence } | null {
  const sources = [
    pipelinesOf(snapshot).filter((path) => mentions(snapshot, path, directory)),
    dockerfilesIn(snapshot, directory),
    [joinPath(directory, 'package.json') ?? ''],
    directory === '.' ? ['README.md'] : [],
  ];
  for (const files of sources) {
    const found = families.flatMap((family) => {
      const because = firstCall(snapshot, files, family);
      return because ? [{ family, because }] : [];
    });
    const [only] = found;
    if (only && found.length === 1) return only;
  }
  return null;
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
