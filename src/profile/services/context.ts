import type { Evidence } from '../../domain/evidence.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import { isTelling, isThere, isWhole, pathOf } from '../docker/sources.ts';
import { ancestors, baseName, directoryOf, isWithin } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { cite, type Word } from '../word.ts';

export interface ContextChoice {
  readonly context: string;
  readonly because: readonly Evidence[];
}

/** More sources than any Dockerfile has tell nothing more. */
export const MOST_SOURCES = 200;

/**
 * The folder that a Dockerfile is built from: the nearest one, from its own to the root, in which most of its COPY sources are.
 * `units` are folders with a manifest. (detection.md, "Context": of 166 Dockerfiles with evidence 39 are built from above.)
 */
export function scoreContext(snapshot: Snapshot, facts: ImageFacts, units: ReadonlySet<string>): ContextChoice {
  const own = directoryOf(facts.file);
  const telling = facts.sources.slice(0, MOST_SOURCES).filter(({ value }) => isTelling(value));
  const hits = ancestors(own).map((context) => ({
    context,
    found: telling.filter(({ value }) => isThere(snapshot, context, value)),
  }));
  const best = hits.reduce((a, b) => (b.found.length > a.found.length ? b : a));
  const [reason] = best.found;
  if (reason) return { context: best.context, because: cite(snapshot, reason) };
  const because = cite(snapshot, facts.sources[0] ?? facts.base);
  return { context: withoutHits(snapshot, facts, units), because };
}

/** `COPY . .` alone, or build outputs alone: the folder with the program, which is above where the own folder holds Docker's files only. */
function withoutHits(snapshot: Snapshot, facts: ImageFacts, units: ReadonlySet<string>): string {
  const own = directoryOf(facts.file);
  const module = /^(.+?)\/src\/main\/docker$/.exec(own)?.[1] ?? (own === 'src/main/docker' ? '.' : null);
  if (module !== null) return module;
  if (facts.sources.length === 0 || !isForDocker(snapshot, own)) return own;
  return ancestors(own).find((directory) => units.has(directory)) ?? own;
}

/** Names of files that serve an image and are no program. */
const FOR_DOCKER =
  /^(\.?(dockerfile|containerfile)\S*|\S+\.dockerfile|\.dockerignore|\.env\S*|\S+\.(sh|conf|cnf|cfg|ini|ya?ml|md|template|tmpl|txt|toml|json|env|service))$/i;

/** Whether a folder holds nothing but what serves Docker. */
export function isForDocker(snapshot: Snapshot, directory: string): boolean {
  if (directory === '.') return false;
  const inside = snapshot.within(directory);
  return inside.length > 0 && inside.every((path) => FOR_DOCKER.test(baseName(path)) && !isManifest(baseName(path)));
}

function isManifest(name: string): boolean {
  return /^(package\.json|pyproject\.toml|requirements\S*\.txt|Cargo\.toml|deno\.jsonc?|composer\.json)$/.test(name);
}

/** The folder of what runs in the image: that of its Dockerfile, or the context where that folder only serves Docker and the rest comes from elsewhere. */
export function serviceDirectory(snapshot: Snapshot, { file, sources }: ImageFacts, context: string): string {
  const own = directoryOf(file);
  if (own === context || !isWithin(context, own) || !isForDocker(snapshot, own)) return own;
  return sources.every(({ value }) => isWithin(own, pathOf(snapshot, context, value) ?? context)) ? own : context;
}

/** Sources outside the service's own folder, as paths and globs from the root; `null` for the whole context. */
export function copiesWhole(sources: readonly Word[]): boolean {
  return sources.some(({ value }) => isWhole(value));
}
