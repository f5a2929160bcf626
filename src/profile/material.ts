/** Manifests below these folders are packed into an artefact or are input of a test (`src/test`, `src/intTest`): archetypes, invoker projects, sample builds. */
const MATERIAL = /(^|\/)src\/(main\/resources|test|testFixtures|it|[a-z]\w*Test)\//;

/** Whether a manifest is material of a build, and no part of the repository's own. */
export function isMaterial(path: string): boolean {
  return MATERIAL.test(path);
}
