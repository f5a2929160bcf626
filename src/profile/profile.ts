import type { ProfileWarning, ProjectProfile, Unit } from '../domain/profile.ts';
import { byCodeUnit } from '../domain/text.ts';
import type { Tree } from '../domain/tree.ts';
import { readComposeFiles } from './docker/compose.ts';
import { findServices } from './docker/services.ts';
import type { UnitDraft } from './ecosystem.ts';
import { ECOSYSTEM_LIST } from './ecosystems.ts';
import { findNeeds } from './needs.ts';
import { dependencyFolders, ownedByService, ownedByUnit } from './ownership.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** Files that no ecosystem asks for, but services do. */
const SERVICE_READS = [
  '**/{Dockerfile,Containerfile}*',
  '**/*.[dD]ockerfile',
  '**/{docker-,}compose*.{yml,yaml}',
  '**/.env',
];

/** What the repository is. Reads each file at most once, runs nothing, throws nothing for bad content: that is a warning. */
export async function profileRepository(tree: Tree): Promise<ProjectProfile> {
  const reads = [...new Set([...ECOSYSTEM_LIST.flatMap((ecosystem) => ecosystem.reads), ...SERVICE_READS])];
  const { value: snapshot, warnings } = await takeSnapshot(tree, reads);
  const detected = ECOSYSTEM_LIST.map((ecosystem) => ecosystem.detect(snapshot));
  const drafts = detected.flatMap(({ units }) => units);
  const compose = readComposeFiles(snapshot);
  const bare = drafts.map((draft) => unitOf(draft, drafts, []));
  const found = findServices(snapshot, compose.value);
  const services = found.services.map((service) => ({ ...service, owns: ownedByService(service, bare) }));
  const units = drafts.map((draft) =>
    unitOf(draft, drafts, findNeeds({ snapshot, draft, services, compose: compose.value })),
  );
  return {
    units: units.sort((a, b) => byCodeUnit(a.directory, b.directory) || byCodeUnit(a.ecosystem, b.ecosystem)),
    services: services.sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.directory, b.directory)),
    ignored: [...found.ignored].sort((a, b) => byCodeUnit(a.path, b.path)),
    warnings: sorted([...warnings, ...detected.flatMap((it) => it.warnings), ...compose.warnings, ...found.warnings]),
  };
}

function unitOf(draft: UnitDraft, drafts: readonly UnitDraft[], needs: Unit['needs']): Unit {
  const { directory, ecosystem, manager, lockfile, version, versions, commands } = draft;
  return {
    directory,
    ecosystem,
    manager,
    lockfile,
    version,
    versions,
    commands,
    needs,
    owns: ownedByUnit(draft),
    dependsOn: dependencyFolders(draft, drafts),
  };
}

function sorted(warnings: readonly ProfileWarning[]): ProfileWarning[] {
  const seen = new Set<string>();
  return [...warnings]
    .sort((a, b) => byCodeUnit(a.file, b.file) || a.line - b.line || byCodeUnit(a.message, b.message))
    .filter(({ file, line, message }) => {
      const key = `${file}\0${line}\0${message}`;
      return !seen.has(key) && seen.add(key);
    });
}
