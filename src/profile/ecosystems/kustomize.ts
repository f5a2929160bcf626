import { PIPELINES } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { below, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound } from '../source.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { type KustomizeBuild, readBuilds } from './kustomize/builds.ts';
import { KUSTOMIZATIONS, sourcesOf } from './kustomize/kustomization.ts';
import { KUSTOMIZE_VERSIONS } from './kustomize/version.ts';

/** Kustomize: one unit a folder that the repository's own workflows build. Bases and overlays that only a cluster sees are none: most say nothing by themselves. */
export const kustomize: Ecosystem = {
  name: 'kustomize',
  reads: [KUSTOMIZATIONS, ...TOOL_FILES, ...PIPELINES],
  detect: (snapshot) => {
    const builds = readBuilds(snapshot);
    const folders = new Set(builds.map(({ directory }) => directory));
    return { units: builds.map((build) => draft(snapshot, build, folders)), warnings: [] };
  },
};

function draft(snapshot: Snapshot, build: KustomizeBuild, units: ReadonlySet<string>): UnitDraft {
  const { directory, file, command } = build;
  const version = firstFound(KUSTOMIZE_VERSIONS, { snapshot, directory });
  const { folders, files } = sourcesOf(snapshot, file);
  const cited = version?.because.map((evidence) => evidence.file).filter((path) => !isWithin(directory, path)) ?? [];
  return {
    directory,
    ecosystem: 'kustomize',
    manager: 'kustomize',
    lockfile: null,
    version,
    versions: [],
    commands: { install: [], lint: [command], test: [], build: [] },
    alsoOwns: [...folders.filter((folder) => !units.has(folder)).map(below), ...files, ...cited],
    dependsOn: folders.filter((folder) => units.has(folder)),
    dependencies: [],
  };
}
