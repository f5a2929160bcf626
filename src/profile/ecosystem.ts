import type { EcosystemName, ProfileWarning, Unit } from '../domain/profile.ts';
import type { Snapshot } from './snapshot.ts';

/** A unit before ownership is known over all ecosystems. */
export interface UnitDraft extends Omit<Unit, 'owns' | 'dependsOn' | 'needs' | 'submodules' | 'history' | 'declared'> {
  /** Paths or globs outside `directory` that concern this unit: an ancestor's lock file, a workspace manifest, a tool file. */
  readonly alsoOwns: readonly string[];
  /** Directories of other units that it is built from (workspace, path or module dependencies). */
  readonly dependsOn: readonly string[];
  /** Names of the packages that it depends on, for what they imply (database drivers, Testcontainers): lower case, with evidence by line. */
  readonly dependencies: readonly { readonly name: string; readonly file: string; readonly line: number }[];
  /** Those that its tests are built from, where these are told apart from the rest. */
  readonly testDependencies?: UnitDraft['dependencies'];
}

/** One language or tool: which files tell of it, and which units they make. One file each, behind this interface; adding one is that file and one line in the list. */
export interface Ecosystem {
  /** What is printed in documentation; a unit may carry another name of the same family (`java` gives `kotlin` units too). */
  readonly name: EcosystemName;
  /** Globs over whole paths (picomatch) of the files whose text `detect` may ask for. */
  readonly reads: readonly string[];
  /** Pure, synchronous, never throws: bad content is a warning, and the rest goes on. */
  detect(snapshot: Snapshot): { readonly units: readonly UnitDraft[]; readonly warnings: readonly ProfileWarning[] };
}
