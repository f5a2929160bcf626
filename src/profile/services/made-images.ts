import type { Tree } from '../../domain/tree.ts';
import { purposeOf } from '../docker/ignored.ts';
import { baseName, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { readMore } from '../take-snapshot.ts';
import { type FoundBuilds, nameApart } from './builds.ts';
import { CODE_LIMIT } from './code/files.ts';
import type { ImageBuild } from './image-build.ts';
import { makersIn } from './kinds/kinds.ts';
import type { MakerInput } from './kinds/maker.ts';

/** Reads further files; each snapshot has the texts of those before it. */
export function readerOf(tree: Tree, snapshot: Snapshot): Pick<MakerInput, 'more'> {
  let last = Promise.resolve(snapshot);
  return {
    more: (paths) => {
      last = last.then((known) => readMore(tree, known, { paths, limit: CODE_LIMIT }));
      return last;
    },
  };
}

/** The images that tools make without a Dockerfile; those in folders for tests, documents and the like are left out as Dockerfiles are. */
export async function madeImages(input: MakerInput): Promise<Omit<FoundBuilds, 'warnings'>> {
  const made = await Promise.all(makersIn(input.snapshot).map((maker) => maker(input)));
  const judged = made
    .flat()
    .map((build) => ({ build, why: purposeOf(joinPath(build.directory, 'Dockerfile') ?? 'Dockerfile') }));
  return {
    builds: judged.flatMap(({ build, why }) => (why === null ? [build] : [])),
    ignored: judged.flatMap(({ build, why }) => (why === null ? [] : [{ path: build.facts.file, why }])),
  };
}

/** A program that has a Dockerfile is built by it; one that two tools can make is made by the first. (detection.md, "Service") */
export function withMade(builds: readonly ImageBuild[], made: readonly ImageBuild[]): ImageBuild[] {
  const started = new Set(builds.flatMap(({ facts }) => assembliesOf(facts)));
  const all = [...builds];
  for (const build of made) {
    const isThere = all.some(({ directory }) => directory === build.directory);
    if (!isThere && !started.has(programOf(build.facts.file))) all.push(build);
  }
  return nameApart(all);
}

/** The assemblies of .NET that an image starts. */
function assembliesOf({ commands }: ImageBuild['facts']): string[] {
  return commands.flatMap(({ value }) => [...value.matchAll(/([\w.-]{1,200})\.dll\b/g)].map(([, name = '']) => name));
}

/** What a project of .NET makes is called as the project is. */
function programOf(file: string): string {
  return baseName(file).replace(/\.(?:cs|fs|vb)proj$/, '');
}
