import type { ToolVersion } from '../../domain/profile.ts';
import { AUTOMATION, type AutomationLine, readAutomation } from '../automation.ts';
import { dockerTag } from '../docker/base-tag.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { setUpVersions } from '../harvest/set-ups.ts';
import { readJson } from '../json.ts';
import { firstMatch } from '../lines.ts';
import { isMapping } from '../manifest.ts';
import { nearest } from '../nearest.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { toolVersion } from '../tool-versions.ts';
import { commandsOf } from './deno/commands.ts';
import { type DenoProject, findProjects, importsOf } from './deno/project.ts';

/** Projects of Deno: one unit a deno.json without a package.json beside it. */
export const deno: Ecosystem = {
  name: 'deno',
  reads: [
    '**/deno.{json,jsonc}',
    '**/.dvmrc',
    '**/.tool-versions',
    '**/mise.toml',
    '**/.mise.toml',
    '**/{[Dd]ockerfile,Containerfile}*',
    ...AUTOMATION,
  ],
  detect: (snapshot) => {
    const read = snapshot.paths.filter((path) => isOwn(snapshot, path)).map((path) => readJson(snapshot, path));
    const manifests = read.map(({ value }) => value).filter(({ value }) => isMapping(value));
    const automation = readAutomation(snapshot);
    const sources = snapshot.paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path));
    const projects = findProjects(snapshot, manifests).filter(({ directory }) =>
      sources.some((path) => isWithin(directory, path)),
    );
    return {
      units: projects.map((project) => draft(snapshot, project, automation)),
      warnings: read.flatMap(({ warnings }) => warnings),
    };
  },
};

/** With a package.json it is Node's, or both's. Supabase runs its functions itself. */
function isOwn(snapshot: Snapshot, path: string): boolean {
  const isNamed = /^deno\.jsonc?$/.test(baseName(path)) && !/(?:^|\/)supabase\/functions\//.test(path);
  return isNamed && !snapshot.has(joinPath(directoryOf(path), 'package.json') ?? '');
}

function draft(snapshot: Snapshot, project: DenoProject, automation: readonly AutomationLine[]): UnitDraft {
  const { directory, lockfile } = project;
  const version = denoVersion(snapshot, directory);
  return {
    directory,
    ecosystem: 'deno',
    manager: 'deno',
    lockfile,
    version,
    versions: [],
    commands: commandsOf({ snapshot, project, version, automation }),
    alsoOwns: (version?.because ?? []).map(({ file }) => file).filter((file) => !isWithin(directory, file)),
    dependsOn: [],
    dependencies: importsOf(project),
  };
}

/** .dvmrc, .tool-versions and mise, the Dockerfile, the repository's own workflows. */
function denoVersion(snapshot: Snapshot, directory: string): ToolVersion | null {
  const file = nearest(snapshot, directory, ['.dvmrc']);
  const pinned = file === null ? null : firstMatch(snapshot.text(file) ?? '', /^\s{0,8}v?(\d[\w.-]{0,30})/);
  if (file !== null && pinned?.match[1])
    return { tool: 'deno', value: pinned.match[1], because: [snapshot.evidence(file, pinned.line)] };
  return (
    toolVersion({ snapshot, directory, tool: 'deno', names: ['deno'] }) ??
    dockerTag({ snapshot, directory, tool: 'deno', images: ['deno'] }) ??
    setUpVersions({ snapshot, directory, tool: 'deno', runs: /^deno / })[0] ??
    null
  );
}
