import type { ToolVersion } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { readJson } from '../../formats/json.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { setUpHere } from '../set-ups.ts';

/** Runtimes beside Node.js that scripts of its packages start, each by its programs. */
const RUNTIMES: readonly (readonly [tool: string, started: RegExp])[] = [
  ['deno', /(?:^|[\s;&|(])deno\s/],
  ['bun', /(?:^|[\s;&|(])bunx?\s/],
];

/** More packages than any workspace has would only take time. */
const MOST_PACKAGES = 500;

/** The further runtimes that scripts of a unit of Node start, where the jobs that run these set them up. */
export function otherRuntimes(snapshot: Snapshot, draft: UnitDraft): ToolVersion[] {
  const { directory, ecosystem, manager, versions } = draft;
  if (ecosystem !== 'node') return [];
  const missing = RUNTIMES.filter(([tool]) => tool !== manager && versions.every((version) => version.tool !== tool));
  return missing.flatMap(([tool, started]) => {
    const found = setUpHere({ snapshot, directory, tool, runs: /^(?:npm|pnpm|yarn)\s/ });
    return found !== null && isStarted(snapshot, directory, started) ? [found] : [];
  });
}

function isStarted(snapshot: Snapshot, directory: string, started: RegExp): boolean {
  const packages = snapshot.within(directory).filter((path) => baseName(path) === 'package.json');
  return packages.slice(0, MOST_PACKAGES).some((file) => {
    const { value: manifest } = readJson(snapshot, file);
    return manifest.keys(['scripts']).some((name) => started.test(manifest.text(['scripts', name]) ?? ''));
  });
}
