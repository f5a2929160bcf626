import type { LintCommand } from '../../../domain/profile.ts';
import { CODE_GENERATORS } from '../../code-generators.ts';
import { readJson } from '../../formats/json.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { dependencyPath } from './dependencies.ts';
import { typesMadeBy } from './next.ts';
import { fileBeside, type Place, programCommand } from './place.ts';
import { scriptText } from './scripts.ts';
import { ownSource } from './sources.ts';

/**
 * The compiler without output, where a package has a tsconfig.json and the compiler but no script. Not where that would check nothing, or
 * could not work in a fresh checkout: then the build is all that shows its types.
 */
export function typechecker(place: Place): Found<LintCommand[]> {
  const file = fileBeside(place, /^tsconfig\.json$/);
  const dependency = dependencyPath(place.manifest, 'typescript');
  if (file === null || !dependency) return { value: [], warnings: [] };
  const { value: config, warnings } = readJson(place.project.snapshot, file);
  const isPossible = isSelfContained(place, config) && !isBaseOfParts(place, config) && !needsBuild(place.manifest);
  if (!isWhole(config) || !isPossible || !hasSources(place)) return { value: [], warnings };
  const because = [place.project.snapshot.evidence(file, 1), place.manifest.evidence(dependency)];
  const command = programCommand(place, 'tsc --noEmit', because);
  const made = typesMadeBy(place.project.snapshot, place.manifest, config);
  const before = made === '' ? '' : `${programCommand(place, made, because).run} && `;
  return { value: [{ check: 'typecheck', ...command, run: `${before}${command.run}` }], warnings };
}

/** A configuration that only refers to others has no files of its own. */
function isWhole(config: Manifest): boolean {
  const files = config.at(['files']);
  return config.value !== undefined && !(Array.isArray(files) && files.length === 0);
}

/** What says nothing of files itself, beside one for the program and one for its tests that extend it: neither's types are all of them. (angular.dev, "Workspace configuration") */
function isBaseOfParts(place: Place, config: Manifest): boolean {
  const part = fileBeside(place, /^tsconfig\.app\.json$/);
  const isOwn = ['files', 'include'].some((key) => config.at([key]) !== undefined);
  if (part === null || isOwn) return false;
  return readJson(place.project.snapshot, part).value.oneOrMore(['extends']).includes('./tsconfig.json');
}

/** Frameworks write the configuration that theirs extends when they first run. */
function isSelfContained({ project: { snapshot } }: Place, config: Manifest): boolean {
  return config
    .oneOrMore(['extends'])
    .filter((base) => base.startsWith('.'))
    .every((base) => {
      const path = joinPath(directoryOf(config.file), base) ?? '';
      return snapshot.has(path) || snapshot.has(`${path}.json`);
    });
}

/** Files of these frameworks have compilers of their own: this one would not find what is imported from them. */
function hasSources(place: Place): boolean {
  const isOther = ownSource(place, (path) => /\.(vue|svelte|astro)$/.test(path)) !== null;
  return !isOther && ownSource(place, (path) => /(?<!\.d)\.[cm]?tsx?$/.test(path)) !== null;
}

/** Whether nothing but the build writes code that sources import: after an installation alone it is not there. */
function needsBuild(manifest: Manifest): boolean {
  const writes = (name: string) => CODE_GENERATORS.test(scriptText(manifest, name));
  return writes('build') && !['preinstall', 'install', 'postinstall', 'prepare'].some(writes);
}
