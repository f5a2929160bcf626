/** Manifests below these folders are packed into an artefact or are input of a test: archetypes, invoker projects, sample builds. */
const MATERIAL = /(^|\/)src\/(main\/resources|test|it)\//;

/** Whether a build file is material of another build, and not a build of the repository. */
export function isMaterial(path: string): boolean {
  return MATERIAL.test(path);
}
