import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';

/** Where the release of Kustomize stands. */
export const KUSTOMIZE_VERSIONS: readonly VersionSource<VersionPlace>[] = [toolFiles('kustomize', ['kustomize'])];
