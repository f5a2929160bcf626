import type { Evidence } from '../../domain/evidence.ts';
import { readJoinedAutomation } from '../ci/automation.ts';
import { baseFacts } from '../docker/base-images.ts';
import { dockerCall } from '../docker/call.ts';
import { type ImageFacts, readDockerfile } from '../docker/dockerfile.ts';
import { imageName } from '../docker/image-name.ts';
import { oncePerSnapshot } from '../once.ts';
import { ancestors, directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** An image that the repository builds for others to stand upon, under a name that no registry has. */
export interface LocalBase {
  /** As it is called in FROM. */
  readonly name: string;
  /** The Dockerfile that makes it; null where only the run can tell. */
  readonly dockerfile: string | null;
  readonly because: Evidence;
}

/** The first image of this repository's own making that an image stands upon; null where all come from registries. */
export function localBase(snapshot: Snapshot, { bases }: ImageFacts): LocalBase | null {
  const found = bases.flatMap(({ value }) => madeHere(snapshot).get(keyOf(value)) ?? []);
  return found[0] ?? null;
}

/** What the image stands upon in the end, where that is an image of the repository's own making; the facts themselves elsewhere. */
export function groundOf(snapshot: Snapshot, facts: ImageFacts): ImageFacts {
  const file = madeHere(snapshot).get(keyOf(facts.base.value))?.dockerfile ?? null;
  const made =
    file === null || file === facts.file ? null : readDockerfile(snapshot, { file, target: null, args: new Map() });
  return made?.value ?? facts;
}

/** Only names without any registry or namespace, and none that everybody knows: others may have been pushed there. */
const madeHere = oncePerSnapshot((snapshot: Snapshot): ReadonlyMap<string, LocalBase> => {
  const found = readJoinedAutomation(snapshot).flatMap(({ text, file, number }): [string, LocalBase][] => {
    const call = dockerCall(text);
    const names = call?.tags.filter((name) => !name.includes('/') && baseFacts(name).user === null) ?? [];
    if (!call || names.length === 0) return [];
    const folders = ['.', ...ancestors(directoryOf(file))];
    const path = call.dockerfile ?? `${call.context}/Dockerfile`;
    const dockerfile = folders.flatMap((folder) => joinPath(folder, path) ?? []).find((it) => snapshot.has(it)) ?? null;
    return names.map((name) => [keyOf(name), { name, dockerfile, because: snapshot.evidence(file, number) }]);
  });
  return new Map(found.reverse());
});

function keyOf(image: string): string {
  const { repository, tag } = imageName(image);
  return `${repository}:${tag ?? 'latest'}`;
}
