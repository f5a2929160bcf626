import { byCodeUnit } from '../domain/text.ts';
import { pathOf } from './docker/sources.ts';
import type { UnitDraft } from './ecosystem.ts';
import { below, directoryOf, isWithin } from './paths.ts';
import type { Snapshot } from './snapshot.ts';
import type { Units } from './units.ts';
import type { Word } from './word.ts';

/** Globs of what concerns a unit: its folder, and what it names outside of it. */
export function ownedByUnit(draft: UnitDraft): string[] {
  const lock = draft.lockfile !== null && !isWithin(draft.directory, draft.lockfile) ? [draft.lockfile] : [];
  return distinct([below(draft.directory), ...draft.alsoOwns, ...lock]);
}

/** Folders of the other units that a draft's dependencies lie in: the nearest one around each. */
export function dependencyFolders({ directory, dependsOn }: UnitDraft, units: Units): string[] {
  return distinct(dependsOn.flatMap((path) => units.around(path, directory) ?? []));
}

/** What is built: the folder of the program, and the image's Dockerfile, context and sources. */
export interface BuiltImage {
  readonly directory: string;
  readonly context: string;
  readonly facts: { readonly file: string; readonly sources: readonly Word[] };
  /** Where no Dockerfile makes it: globs of what else it is built from. */
  readonly making?: { readonly owns: readonly string[] } | null;
  /** Globs of what else it is built from. */
  readonly alsoOwns?: readonly string[];
}

/** Globs of what concerns a service: its folder, its Dockerfile, what is copied from elsewhere, and the units that its program is made of. */
export function servicePaths(snapshot: Snapshot, image: BuiltImage, units: Units): string[] {
  const own = units.within(image.directory);
  const around = own.length > 0 ? null : units.around(image.directory);
  const enclosing = around === null ? [] : units.at(around);
  // What is not in the repository the unit around makes; else its files concern an image only where its build may see them.
  const isMissing = ({ value }: Word) => pathOf(snapshot, image.context, value) === null;
  const isMade = Boolean(image.making) || image.facts.sources.some(isMissing);
  const globs = [
    below(image.directory),
    image.facts.file,
    ...(image.making?.owns ?? []),
    ...(image.alsoOwns ?? []),
    ...image.facts.sources.flatMap(({ value }) => copied(snapshot, image.context, value)),
    ...own.flatMap((draft) => transitive(draft, units, new Set())),
    ...enclosing
      .flatMap((draft) => manifestsOf(snapshot, draft))
      .filter((path) => isMade || isWithin(image.context, path)),
  ];
  const isOwn = (glob: string) => glob !== below(image.directory) && isWithin(image.directory, glob);
  return distinct(globs.filter((glob) => !isOwn(glob)));
}

/** A source of COPY as a glob: a file as it is, a folder with all below it. */
function copied(snapshot: Snapshot, context: string, source: string): string[] {
  const path = pathOf(snapshot, context, source);
  if (path === null) return [];
  return [snapshot.modeOf(path) === null ? below(path) : path];
}

/** What a unit owns, and what the units own that it is built from. */
function transitive(draft: UnitDraft, units: Units, seen: Set<string>): readonly string[] {
  if (seen.has(draft.directory)) return [];
  seen.add(draft.directory);
  const others = dependencyFolders(draft, units).flatMap(units.at);
  return [...ownedByUnit(draft), ...others.flatMap((other) => transitive(other, units, seen))];
}

/** What each build of a tool reads at its root, whichever module it makes. (docs.gradle.org, "Directory Layout"; maven.apache.org, "Configuring Maven") */
const OF_WHOLE_BUILD: Partial<Record<UnitDraft['manager'], readonly string[]>> = {
  gradle: [
    ...['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'gradle.properties'],
    ...['gradle', 'buildSrc', 'build-logic'],
  ],
  maven: ['pom.xml', '.mvn'],
};

/** A program inside a larger unit is built by that unit's own files: those that its commands come from, what its tool reads, and its lock. */
function manifestsOf(snapshot: Snapshot, { directory, commands, lockfile, manager }: UnitDraft): string[] {
  const cited = [...commands.install, ...commands.build].flatMap(({ because }) => because.map(({ file }) => file));
  const near = cited.filter((file) => directoryOf(file) === directory);
  const read = (OF_WHOLE_BUILD[manager] ?? []).flatMap((name) => copied(snapshot, directory, name));
  return [...near, ...read, ...(lockfile === null ? [] : [lockfile])];
}

function distinct(globs: readonly string[]): string[] {
  return [...new Set(globs)].sort(byCodeUnit);
}
