import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage } from '../../docker/base-tag.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource } from '../../version-sources.ts';
import { cite } from '../../word.ts';
import type { GoModule } from './module.ts';

type VersionQuery = VersionPlace & Pick<GoModule, 'toolchain' | 'language'>;

/** `toolchain` is what setup-go reads first. (detection.md, "Version precedence") */
export const GO_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  pinFile('go', '.go-version', /^\s{0,8}(?:go)?(\d[\w.]{0,30})\s*$/),
  toolFiles('go', ['golang', 'go']),
  { from: '`toolchain`, else `go`, of `go.mod`', find: inModule },
  baseImage('go', ['golang']),
];

/** The version of Go that a module is built with. */
export function versionOf(snapshot: Snapshot, module: GoModule): ToolVersion | null {
  return firstFound(GO_VERSIONS, { snapshot, ...module });
}

function inModule({ snapshot, toolchain, language }: VersionQuery): ToolVersion | null {
  const word = [toolchain, language].find((it) => it !== null && /^\d/.test(it.value)) ?? null;
  return word && { tool: 'go', value: word.value, because: cite(snapshot, word) };
}
