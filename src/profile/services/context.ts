import type { Evidence } from '../../domain/evidence.ts';
import type { ImageFacts } from '../docker/dockerfile.ts';
import { isTelling, isThere, isWhole, pathOf } from '../docker/sources.ts';
import { ancestors, baseName, directoryOf, isWithin, relativeTo } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { firstFound, type Source } from '../source.ts';
import { cite, type Word } from '../word.ts';
import { moduleOfDocker } from './docker-folder.ts';
import { isTestName } from './test-names.ts';

export interface ContextChoice {
  readonly context: string;
  readonly because: readonly Evidence[];
}

/** More sources than any Dockerfile has tell nothing more. */
export const MOST_SOURCES = 200;

interface ContextQuery {
  readonly snapshot: Snapshot;
  readonly facts: ImageFacts;
  /** Folders with a manifest. */
  readonly units: ReadonlySet<string>;
}

/**
 * Where a Dockerfile is built from, best first, when nothing of the repository builds it. `COPY . .` alone, or build outputs alone, tell
 * nothing. (detection.md, "Context": of 166 Dockerfiles with evidence 39 are built from above.)
 */
export const CONTEXTS: readonly Source<ContextQuery, ContextChoice>[] = [
  {
    from: 'the folder, from the Dockerfile’s own up to the root, in which most of what it copies is; of equals the nearest',
    find: byCopies,
  },
  { from: 'the module that the Dockerfile’s `src/main/docker` lies in', find: ofModule },
  {
    from: 'the folder above from which the Dockerfile’s own lies where the image works, where everything is copied; of one step alone where it works there right behind that',
    find: byWorkdir,
  },
  {
    from: 'the folder above from which what the image runs names the Dockerfile’s own, or the nearest one with a manifest where it starts the tool of a workspace, where everything is copied',
    find: byCalls,
  },
  {
    from: 'the nearest folder above with a manifest, where its own holds only what serves Docker and something is copied',
    find: aboveDocker,
  },
  { from: 'its own folder', find: (query) => unproven(query, directoryOf(query.facts.file)) },
];

/** The folder that a Dockerfile is built from. */
export function scoreContext(snapshot: Snapshot, facts: ImageFacts, units: ReadonlySet<string>): ContextChoice {
  const query = { snapshot, facts, units };
  return firstFound(CONTEXTS, query) ?? unproven(query, directoryOf(facts.file));
}

function byCopies({ snapshot, facts }: ContextQuery): ContextChoice | null {
  const telling = facts.sources.slice(0, MOST_SOURCES).filter(({ value }) => isTelling(value));
  const hits = ancestors(directoryOf(facts.file)).map((context) => ({
    context,
    found: telling.filter(({ value }) => isThere(snapshot, context, value)),
  }));
  const best = hits.reduce((a, b) => (b.found.length > a.found.length ? b : a));
  const [reason] = best.found;
  return reason ? { context: best.context, because: cite(snapshot, reason) } : null;
}

function unproven({ snapshot, facts }: ContextQuery, context: string): ContextChoice {
  return { context, because: cite(snapshot, facts.sources[0] ?? facts.base) };
}

function ofModule(query: ContextQuery): ContextChoice | null {
  const own = directoryOf(query.facts.file);
  const module = moduleOfDocker(own);
  return module === null ? null : unproven(query, module);
}

/** `WORKDIR /app/apps/web` in `apps/web/Dockerfile`: one step alone may be called so by chance. */
function byWorkdir(query: ContextQuery): ContextChoice | null {
  const { facts } = query;
  const own = directoryOf(facts.file);
  if (!copiesWhole(facts.sources)) return null;
  for (const context of ancestors(own).filter((it) => it !== own)) {
    const inside = relativeTo(context, own);
    const isMeant = inside.includes('/')
      ? ({ value }: Word) => value.endsWith(`/${inside}`)
      : (workdir: Word) => entersFrom(facts, inside, workdir);
    const found = facts.workdirs.find(isMeant);
    if (found) return { context, because: cite(query.snapshot, found) };
  }
  return null;
}

/** Whether an image works in that folder of the one into which everything was copied just before: `COPY . .` in `/src`, then `WORKDIR /src/api`. */
function entersFrom({ sources, workdirs }: ImageFacts, folder: string, workdir: Word): boolean {
  const before = workdirs[workdirs.indexOf(workdir) - 1];
  if (!before || workdir.value !== `${before.value.replace(/\/$/, '')}/${folder}`) return false;
  const isBetween = ({ value, at: [{ line }] }: Word) =>
    isWhole(value) && line > before.at[0].line && line < workdir.at[0].line;
  return sources.some(isBetween);
}

/** Started at the root of a workspace, each for one of its members. */
const OF_A_WORKSPACE =
  /\b(?:turbo prune|nx (?:build|run)|lerna run|pnpm (?:--?[\w-]{1,30} ){0,3}(?:--filter|-F|deploy)|yarn workspaces?|npm (?:[\w:-]{1,40} ){1,4}(?:-w|--workspace)|mvnw? (?:\S{1,60} ){0,6}(?:-pl|--projects)|gradlew? (?:\S{1,60} ){0,4}:?[\w-]{1,60}:[\w-]{1,60}|uv \w{1,10} (?:\S{1,60} ){0,6}--package|cargo \w{1,10} (?:\S{1,60} ){0,6}(?:-p|--package))[ =\n]/;

/** `cd apps/web`, `COPY --from=build /app/apps/web/dist`, `turbo prune web`. */
function byCalls({ snapshot, facts, units }: ContextQuery): ContextChoice | null {
  const own = directoryOf(facts.file);
  if (!copiesWhole(facts.sources)) return null;
  const above = ancestors(own).filter((context) => context !== own);
  for (const context of above.filter((it) => relativeTo(it, own).includes('/'))) {
    const found = facts.calls.find(({ value }) => names(value, relativeTo(context, own)));
    if (found) return { context, because: cite(snapshot, found) };
  }
  const root = above.find((directory) => units.has(directory));
  const started = facts.calls.find(({ value }) => OF_A_WORKSPACE.test(`${value} `));
  return root !== undefined && started ? { context: root, because: cite(snapshot, started) } : null;
}

/** Whether a text has that path as a whole, or the end of a longer one. */
function names(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const isWhole = /^[^\w.-]?$/.test(text.charAt(at - 1)) && /^[^\w.-]?$/.test(text.charAt(at + path.length));
    if (isWhole) return true;
  }
  return false;
}

function aboveDocker(query: ContextQuery): ContextChoice | null {
  const { snapshot, facts, units } = query;
  const own = directoryOf(facts.file);
  if (facts.sources.length === 0 || !isForDocker(snapshot, own)) return null;
  const unit = ancestors(own).find((directory) => units.has(directory));
  return unit === undefined ? null : unproven(query, unit);
}

/** Names of files that serve an image and are no program; a script that an image starts has often no ending. */
const FOR_DOCKER =
  /^(\.?(dockerfile|containerfile|caddyfile)\S*|[a-z]+(?:[-_][a-z]+){0,3}|\S+\.dockerfile|\.dockerignore|\.env\S*|\S+\.(sh|conf|cnf|cfg|ini|ya?ml|md|template|tmpl|txt|toml|json|env|service)|(docker-)?compose[.-]\S+)$/i;

/** Where Maven and Gradle keep what makes the image of a module. */
const OF_MODULE = /(?:^|\/)src\/main\/docker$/;

/** Whether a folder holds nothing but what serves Docker; `helpers` are copied for themselves beside all of the rest. */
export function isForDocker(snapshot: Snapshot, directory: string, helpers: readonly string[] = []): boolean {
  if (directory === '.') return false;
  if (OF_MODULE.test(directory)) return true;
  const inside = snapshot.within(directory);
  return inside.length > 0 && inside.every((path) => servesDocker(path) || helpers.includes(path));
}

function servesDocker(path: string): boolean {
  const name = baseName(path);
  // A test of such a script.
  return (FOR_DOCKER.test(name) && !isManifest(name)) || isTestName(name);
}

function isManifest(name: string): boolean {
  return /^(makefile|gemfile|rakefile|package\.json|pyproject\.toml|requirements\S*\.txt|Cargo\.toml|deno\.jsonc?|composer\.json)$/i.test(
    name,
  );
}

/** The folder of what runs in the image: that of its Dockerfile, or the context where that folder only serves Docker and the rest comes from elsewhere. */
export function serviceDirectory(snapshot: Snapshot, facts: ImageFacts, context: string): string {
  const { file, sources } = facts;
  const own = directoryOf(file);
  const helpers = copiesWhole(sources) ? helpersIn(snapshot, facts, context) : [];
  if (own === context || !isWithin(context, own) || !isForDocker(snapshot, own, helpers)) return own;
  const isProgram = ({ value }: Word) => {
    const path = pathOf(snapshot, context, value) ?? context;
    return !isWithin(own, path) && !(snapshot.has(path) && servesDocker(path));
  };
  return sources.some(isProgram) ? context : own;
}

/** What is copied for itself and is not what the image starts. */
function helpersIn(snapshot: Snapshot, { sources, commands }: ImageFacts, context: string): string[] {
  const started = new Set(commands.flatMap(({ value }) => value.split(/[^\w-]+/)));
  return sources
    .flatMap(({ value }) => pathOf(snapshot, context, value) ?? [])
    .filter((path) => !started.has(baseName(path).replace(/\.\w+$/, '')));
}

/** Whether one of them is the whole context. */
function copiesWhole(sources: readonly Word[]): boolean {
  return sources.some(({ value }) => isWhole(value));
}
