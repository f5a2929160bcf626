import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { readJson } from '../formats/json.ts';
import { isMapping } from '../formats/manifest.ts';
import { baseName, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound } from '../source.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { commandsOf } from './deno/commands.ts';
import { type DenoProject, findProjects, importsOf } from './deno/project.ts';
import { DENO_VERSIONS } from './deno/version.ts';

/** Projects of Deno: one unit a deno.json without a package.json beside it. */
export const deno: Ecosystem = {
  name: 'deno',
  reads: ['**/deno.{json,jsonc}', '**/.dvmrc', ...TOOL_FILES, '**/{[Dd]ockerfile,Containerfile}*', ...AUTOMATION],
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
  const version = firstFound(DENO_VERSIONS, { snapshot, directory });
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
