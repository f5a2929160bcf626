import { groupedBy } from '../../../domain/grouped.ts';
import { STOCK } from '../../docker/ignored.ts';
import { shortName } from '../../docker/image-name.ts';
import { ancestors, baseName, directoryOf, nearestFolder } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ImageBuild } from '../image-build.ts';
import { containersIn, type KubernetesContainer } from './containers.ts';
import { patched } from './kustomize.ts';

type Running = ReadonlyMap<ImageBuild, readonly KubernetesContainer[]>;

/** The containers of manifests that run what each of the builds makes, in the order of the files. Each container runs one. */
export function containersByBuild(
  snapshot: Snapshot,
  builds: readonly ImageBuild[],
  files: readonly string[],
): Running {
  const all =
    builds.length === 0
      ? []
      : patched(
          snapshot,
          files.flatMap((file) => containersIn(snapshot, file)),
        );
  const named = owned(all, namedBy(builds));
  const others = all.filter((container) => !named.owners.has(container) && !STOCK.test(container.image));
  const lying = owned(others, lyingIn(builds, others));
  return new Map(builds.map((build) => [build, named.running.get(build) ?? lying.running.get(build) ?? []]));
}

type Owner = (container: KubernetesContainer) => ImageBuild | null;

function owned(all: readonly KubernetesContainer[], ownerOf: Owner) {
  const found = all.flatMap((container) => {
    const build = ownerOf(container);
    return build === null ? [] : [{ container, build }];
  });
  const running = new Map(
    [...groupedBy(found, ({ build }) => build)].map(([build, its]) => [build, its.map(({ container }) => container)]),
  );
  return { running, owners: new Set(found.map(({ container }) => container)) };
}

/**
 * By its image, then by its own name, then by its workload's where it is alone there; else by the longest of the names that one of them ends
 * with. A build has its own name, that of its image in compose, and that of a folder above it that holds no other.
 */
function namedBy(builds: readonly ImageBuild[]): Owner {
  const above = builds.map(({ directory }) =>
    ancestors(directory)
      .filter((folder) => folder !== '.')
      .slice(1),
  );
  const inFolder = groupedBy(
    builds.flatMap(({ directory }) => ancestors(directory)),
    (folder) => folder,
  );
  const names = new Map([
    ...above.flatMap((folders, at) =>
      folders
        .filter((folder) => inFolder.get(folder)?.length === 1)
        .map((folder): [string, number] => [baseName(folder).toLowerCase(), at]),
    ),
    ...builds.flatMap(({ compose }, at): [string, number][] =>
      compose?.image ? [[shortName(compose.image.value), at]] : [],
    ),
    ...builds.map(({ name }, at): [string, number] => [name.toLowerCase(), at]),
  ]);
  const called = (name: string) => builds[names.get(name) ?? -1] ?? null;
  return ({ image, name, workload, isAlone }) => {
    const own = STOCK.test(image) ? [image] : [image, name, ...(isAlone ? [workload] : [])];
    const ends = () => own.flatMap(endsOf);
    for (const text of [...own, ...ends()]) {
      const build = called(text);
      if (build) return build;
    }
    return null;
  };
}

/** Of `shop-api-gateway` first `api-gateway`, then `gateway`. */
function endsOf(name: string): string[] {
  const steps = name.split('-').slice(0, MOST_STEPS);
  return steps.map((_, at) => steps.slice(at).join('-')).slice(1);
}

const MOST_STEPS = 20;

/** By the folder that its manifest lies in, where all of them there run one image. */
function lyingIn(builds: readonly ImageBuild[], containers: readonly KubernetesContainer[]): Owner {
  const inFolder = groupedBy(
    builds.filter(({ directory }) => directory !== '.'),
    ({ directory }) => directory,
  );
  const folderOf = ({ file }: KubernetesContainer) => nearestFolder(inFolder, directoryOf(file));
  const images = new Map(
    [...groupedBy(containers, folderOf)].map(([folder, its]) => [folder, new Set(its.map(({ image }) => image))]),
  );
  return (container) => {
    const folder = folderOf(container);
    const [build, ...others] = inFolder.get(folder ?? '') ?? [];
    return build && others.length === 0 && images.get(folder)?.size === 1 ? build : null;
  };
}
