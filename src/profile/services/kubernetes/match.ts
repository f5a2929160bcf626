import { shortName } from '../../docker/image-name.ts';
import { isWithin } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ImageBuild } from '../image-build.ts';
import { containersIn, type KubernetesContainer } from './containers.ts';

/** The containers of manifests that run what each of the builds makes, in the order of the files. */
export function containersByBuild(
  snapshot: Snapshot,
  builds: readonly ImageBuild[],
  files: readonly string[],
): ReadonlyMap<ImageBuild, readonly KubernetesContainer[]> {
  const all = builds.length === 0 ? [] : files.flatMap((file) => containersIn(snapshot, file));
  return new Map(builds.map((build) => [build, all.length === 0 ? [] : runningOf(build, all)]));
}

/** Those that are called as it is; else those whose names end with that; else those whose manifests lie in its folder. */
function runningOf(build: ImageBuild, all: readonly KubernetesContainer[]): readonly KubernetesContainer[] {
  const image = build.compose?.image?.value;
  const own = [build.name, ...(image === undefined ? [] : [shortName(image)])].map((name) => name.toLowerCase());
  const ways: readonly ((container: KubernetesContainer) => boolean)[] = [
    ({ names }) => names.some((name) => own.includes(name)),
    ({ names }) => names.some((name) => own.some((it) => name.endsWith(`-${it}`))),
    ({ file }) => build.directory !== '.' && isWithin(build.directory, file),
  ];
  for (const fits of ways) {
    const found = all.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}
