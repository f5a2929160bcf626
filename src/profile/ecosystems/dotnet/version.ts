import { firstOfEach } from '../../../domain/grouped.ts';
import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage } from '../../docker/base-tag.ts';
import { readJson } from '../../formats/json.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';
import { type DotnetBuild, targetsOf } from './build.ts';

interface VersionQuery extends VersionPlace {
  readonly build: DotnetBuild;
}

/** (detection.md, row ".NET") */
export const SDK_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  { from: '`sdk.version` of `global.json`, here or above', find: globalSdk },
  toolFiles('dotnet', ['dotnet', 'dotnet-core']),
  { from: 'the newest framework that a project is built for', find: ({ build }) => targetVersions(build)[0] ?? null },
  baseImage('dotnet', ['sdk']),
];

/** The SDK that builds a solution or project. */
export function sdkVersion(snapshot: Snapshot, build: DotnetBuild): ToolVersion | null {
  return firstFound(SDK_VERSIONS, { snapshot, directory: build.directory, build });
}

/** The frameworks that are built for, newest first: tests of an older one need its runtime. */
export function targetVersions({ projects }: DotnetBuild): ToolVersion[] {
  const found = projects.flatMap((project) =>
    targetsOf(project).flatMap((target): ToolVersion[] => {
      const value = /^net(?:coreapp)?(\d+\.\d+)(?:-|$)/.exec(target)?.[1];
      return value === undefined || !project.frameworks
        ? []
        : [{ tool: 'dotnet', value, because: [project.frameworks.because] }];
    }),
  );
  return firstOfEach(found, ({ value }) => value).sort((a, b) => Number(b.value) - Number(a.value));
}

function globalSdk({ snapshot, directory }: VersionPlace): ToolVersion | null {
  const file = nearest(snapshot, directory, ['global.json']);
  if (file === null) return null;
  const { value } = readJson(snapshot, file);
  const version = value.text(['sdk', 'version']);
  return version === null ? null : { tool: 'dotnet', value: version, because: [value.evidence(['sdk', 'version'])] };
}
