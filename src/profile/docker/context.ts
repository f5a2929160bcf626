import type { Evidence } from '../../domain/evidence.ts';
import type { Unit } from '../../domain/profile.ts';
import { ancestors, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ImageFacts, Word } from './dockerfile.ts';

export interface ContextChoice {
  readonly context: string;
  readonly because: readonly Evidence[];
}

/**
 * The folder that a Dockerfile must be built from: the nearest one, from its own to the root, in which most of its COPY sources exist.
 * (detection.md, "Context": of 166 Dockerfiles with evidence 39 are built from above.)
 */
export function scoreContext(snapshot: Snapshot, facts: ImageFacts): ContextChoice {
  const own = directoryOf(facts.file);
  const judged = facts.sources.filter(({ value }) => isTelling(value));
  const hits = (directory: string) => judged.filter(({ value }) => existsIn(snapshot, directory, value));
  const best = ancestors(own).reduce((a, b) => (hits(b).length > hits(a).length ? b : a), own);
  const [reason] = hits(best);
  return { context: best, because: [snapshot.evidence(facts.file, reason?.line ?? facts.stages[0]?.base.line ?? 1)] };
}

/** `.` and variables fit anywhere. */
function isTelling(source: string): boolean {
  return !/^\.?\/?$|[$*?]/.test(source.replace(/\/?\*+$/, '')) && source !== '.';
}

function existsIn(snapshot: Snapshot, directory: string, source: string): boolean {
  const path = joinPath(directory, source.replace(/\/?\*.*$/, '').replace(/^\//, ''));
  return (
    path !== null &&
    path !== directory &&
    (snapshot.has(path) || snapshot.paths.some((file) => file.startsWith(`${path}/`)))
  );
}

/** Folders and files that only a build makes. (detection.md, "Context") */
const BUILD_OUTPUT = /(^|\/)(target|build|dist|out|publish|bin)(\/|$)|\.(jar|war)$/;

/** Sources that are not in the repository and look like what a build makes. */
export function prebuiltSources(snapshot: Snapshot, facts: ImageFacts, context: string): Word[] {
  return facts.sources.filter(({ value }) => BUILD_OUTPUT.test(value) && !existsIn(snapshot, context, value));
}

/** Globs of what the image is made of: its folder, and the sources that it copies from elsewhere. */
export function ownedBy(snapshot: Snapshot, facts: ImageFacts, context: string): string[] {
  const own = directoryOf(facts.file);
  const copied = facts.sources.flatMap(({ value }) => {
    const path = joinPath(context, value.replace(/^\//, '').replace(/\/?\*.*$/, ''));
    if (path === null || path === '.' || isWithin(own, path)) return [];
    return snapshot.has(path) ? [path] : [`${path}/**`];
  });
  const whole = facts.sources.some(({ value }) => /^\.?\/?$/.test(value)) && context !== own;
  return [own === '.' ? '**' : `${own}/**`, ...(whole ? [context === '.' ? '**' : `${context}/**`] : copied)];
}

/** The unit whose sources an image is built from: the nearest one around its Dockerfile. */
export function unitAround(units: readonly Unit[], directory: string): Unit | null {
  const around = units.filter((unit) => isWithin(unit.directory, directory));
  return around.reduce<Unit | null>((a, b) => (a === null || b.directory.length > a.directory.length ? b : a), null);
}
