import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { readJson } from '../../json.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import { type DotnetBuild, targetsOf } from './build.ts';

/** The SDK of global.json, then .tool-versions and mise, then the newest framework that is built for, then the Dockerfile. (detection.md, row ".NET") */
export function sdkVersion(snapshot: Snapshot, build: DotnetBuild): ToolVersion | null {
  const { directory } = build;
  return (
    globalSdk(snapshot, directory) ??
    toolVersion({ snapshot, directory, tool: 'dotnet', names: ['dotnet', 'dotnet-core'] }) ??
    targetVersions(build)[0] ??
    dockerTag({ snapshot, directory, tool: 'dotnet', images: ['sdk'] })
  );
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
  const once = new Map(found.toReversed().map((version) => [version.value, version]));
  return [...once.values()].sort((a, b) => Number(b.value) - Number(a.value));
}

function globalSdk(snapshot: Snapshot, directory: string): ToolVersion | null {
  const file = nearest(snapshot, directory, ['global.json']);
  if (file === null) return null;
  const { value } = readJson(snapshot, file);
  const version = value.text(['sdk', 'version']);
  return version === null ? null : { tool: 'dotnet', value: version, because: [value.evidence(['sdk', 'version'])] };
}
