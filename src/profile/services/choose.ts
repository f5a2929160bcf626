import { groupedBy } from '../../domain/grouped.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { ComposeBuild, ComposeService } from '../compose/compose.ts';
import { isDockerfileName } from '../docker/base-tag.ts';
import { isOnlyMisplaced, purposeOf, suffixOf } from '../docker/ignored.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { moduleOfDocker } from './docker-folder.ts';
import { releasedElsewhere } from './goreleaser.ts';
import { pushedDockerfiles } from './pipeline-builds.ts';
import { saysVariant } from './variant-words.ts';

export interface Choice {
  readonly chosen: readonly string[];
  readonly ignored: ProjectProfile['ignored'];
}

/** Dockerfiles that may make a service. Those of one program's folder are ways to build one image, unless compose or their names say otherwise. */
export function chooseDockerfiles(
  snapshot: Snapshot,
  compose: readonly ComposeService[],
  pipelines: readonly ComposeBuild[],
): Choice {
  const built = new Set(compose.flatMap(({ build, rank }) => (build && rank < 2 ? [build.dockerfile] : [])));
  const files = snapshot.paths.filter((path) => isDockerfileName(baseName(path)));
  const others = compose.flatMap(({ build }) => build?.dockerfile ?? []);
  const piped = new Set(pipelines.map(({ dockerfile }) => dockerfile));
  const shipped = shippedOf(snapshot, compose);
  const judged = [...new Set([...files, ...others])]
    .sort()
    .map((path) => ({ path, why: isOnlyMisplaced(path) && shipped().has(path) ? null : purposeOf(path) }))
    .map(({ path, why }) => ({ path, why: why ?? (others.includes(path) ? null : releasedElsewhere(snapshot, path)) }));
  const open = judged.flatMap(({ path, why }) => (why === null ? [path] : []));
  const spokenFor = new Set([...built, ...[...piped].filter((path) => suffixOf(baseName(path)) !== '')]);
  const chosen = [...groupedBy(open, programFolder).values()].flatMap((files) => bestOf(files, spokenFor, piped));
  const isChosen = new Set(chosen);
  return {
    chosen,
    ignored: [
      ...judged.flatMap(({ path, why }) => (why === null ? [] : [{ path, why }])),
      ...open.filter((path) => !isChosen.has(path)).map((path) => ({ path, why: 'another Dockerfile of its folder' })),
    ],
  };
}

/** The folder of the program that a Dockerfile is for. */
function programFolder(path: string): string {
  const folder = directoryOf(path);
  return moduleOfDocker(folder) ?? folder;
}

/** What a main compose file builds, or a pipeline builds and pushes. */
function shippedOf(snapshot: Snapshot, compose: readonly ComposeService[]): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | null = null;
  return () => {
    const composed = compose.flatMap(({ build, rank }) => (build && rank === 0 ? [build.dockerfile] : []));
    found ??= new Set([...composed, ...pushedDockerfiles(snapshot)]);
    return found;
  };
}

/** In the order in which they win. (detection.md, "Dockerfile names") */
export const USUAL = ['dockerfile', 'containerfile', 'dockerfile.jvm', 'dockerfile.prod', 'dockerfile.production'];

function bestOf(files: readonly string[], built: ReadonlySet<string>, piped: ReadonlySet<string>): string[] {
  const nameOf = (path: string) => baseName(path).toLowerCase();
  const plain = files.filter((path) => USUAL.slice(0, 2).includes(nameOf(path)));
  const named = files.filter((path) => !plain.includes(path) && !isVariant(path));
  const rank = (path: string) => USUAL.indexOf(nameOf(path)) + 1 || USUAL.length + 1;
  const [best] = [...files].sort((a, b) => rank(a) - rank(b));
  // Where pipelines build another variant, a plain one that nothing builds is for work on the project.
  const isShipped = (path = '') => built.has(path) || piped.has(path);
  const isPassedOver = plain.length > 0 && !isShipped(best) && files.some((path) => isVariant(path) && piped.has(path));
  const kept = new Set(isPassedOver ? [] : plain.length === 0 && named.length > 0 ? named : [best]);
  return files.filter((path) => built.has(path) || kept.has(path));
}

function isVariant(path: string): boolean {
  return saysVariant(suffixOf(baseName(path)));
}
