import type { Evidence } from '../../../../domain/evidence.ts';
import { type DotnetProject, readProjects } from '../../../ecosystems/dotnet/project.ts';
import { oncePerSnapshot } from '../../../once.ts';
import type { Snapshot } from '../../../snapshot.ts';
import type { Word } from '../../../word.ts';

/** The projects of a repository, each read when it is asked for. */
export interface DotnetProjects {
  readonly snapshot: Snapshot;
  readonly files: readonly string[];
  /** Null where it is not there, or cannot be read: the ecosystem has warned of it. */
  at(file: string): DotnetProject | null;
}

/** A project whose image is wanted. */
export interface WantedImage {
  readonly project: DotnetProject;
  /** Null where only its folder names it. */
  readonly name: string | null;
  /** The line that asks for its image. */
  readonly because: Evidence;
  /** A health route that the host asks. */
  readonly health: Word | null;
}

const PROJECT = /\.(?:cs|fs|vb)proj$/;

/** All projects, none of them read yet. */
export const dotnetProjects = oncePerSnapshot((snapshot: Snapshot): DotnetProjects => {
  const known = new Map<string, DotnetProject | null>();
  return {
    snapshot,
    files: snapshot.paths.filter((path) => PROJECT.test(path)),
    at: (file) => {
      const found = known.get(file) ?? (snapshot.has(file) ? readProjects(snapshot, [file]).value[0] : null) ?? null;
      known.set(file, found);
      return found;
    },
  };
});

/** A project and all that it is built from, itself first. */
export function withReferences({ at }: DotnetProjects, project: DotnetProject): DotnetProject[] {
  const found = new Map([[project.file, project]]);
  for (const { references } of found.values())
    for (const file of references) {
      const reference = found.has(file) ? null : at(file);
      if (reference) found.set(file, reference);
    }
  return [...found.values()];
}
