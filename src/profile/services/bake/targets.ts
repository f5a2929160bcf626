import { baseName, directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { WrittenBuild } from '../written-build.ts';
import { type BakeBlock, type BakeFile, type BakeValue, readBake } from './read.ts';

const FILE = /^docker-bake(?:\.[\w-]+)?\.(?:hcl|json)$/;

/** More than these no target of a bake file has. */
const MOST_RUNS = 100;
const MOST_AXES = 10;
const MOST_INHERITED = 50;

/** The images that bake files make, as they would be built: those that are given a tag, else those of the group `default`. */
export function bakeBuilds(snapshot: Snapshot): WrittenBuild[] {
  const files = snapshot.paths.filter((path) => FILE.test(baseName(path)) && !/\.override\./.test(path));
  return files.flatMap((path) => {
    const file = readBake(snapshot, path);
    const all = [...file.targets.values()].flatMap((target) =>
      runsOf(target).map((run) => resolved(file, target, run)),
    );
    const images = all.filter(({ isKept }) => isKept);
    const tagged = images.filter(({ isTagged }) => isTagged);
    const usual = usualTargets(file);
    const wanted = tagged.length > 0 ? tagged : images.filter(({ target }) => usual.has(target));
    return wanted.flatMap(({ build }) => build ?? []);
  });
}

/** What `docker buildx bake` builds of itself: the group `default` with the groups in it, or the target of that name. */
function usualTargets({ groups }: BakeFile): ReadonlySet<string> {
  const found = new Set(['default']);
  for (const name of found) for (const member of textsOf(groups.get(name)?.fields.get('targets'))) found.add(member);
  return found;
}

interface Resolved {
  readonly target: string;
  readonly build: WrittenBuild | null;
  /** Whether what it makes is an image, and no folder, check or cache. */
  readonly isKept: boolean;
  readonly isTagged: boolean;
}

type Run = ReadonlyMap<string, string>;

function resolved(file: BakeFile, block: BakeBlock, run: Run): Resolved {
  const chain = inherited(file, block);
  const field = (name: string) => chain.map(({ fields }) => fields.get(name)).find((value) => value !== undefined);
  const put = (value: BakeValue | undefined) => filledIn(value, file.variables, run);
  const args = chain.map(({ fields }) => fields.get('args')).filter((value) => value instanceof Map);
  const orUsual = (name: string, usual: string) => put(field(name) === undefined ? usual : field(name));
  const context = orUsual('context', '.');
  const dockerfile = orUsual('dockerfile', 'Dockerfile');
  const target = put(field('target'));
  const outputs = textsOf(field('output') ?? field('outputs'));
  const build =
    context === null || dockerfile === null || field('dockerfile-inline') !== undefined || /:\/\//.test(context)
      ? null
      : {
          context,
          dockerfile: `${context}/${dockerfile}`,
          target,
          args: argsOf(args, put),
          bases: [...new Set([directoryOf(file.file), '.'])],
          at: { file: file.file, line: block.line },
        };
  return {
    target: block.name,
    build,
    isKept: !outputs.some((output) => /^(?:\.|type=(?:local|cacheonly|tar)\b)/.test(output)),
    isTagged: chain.some(({ name, fields }) => fields.has('tags') || /metadata-action$/.test(name)),
  };
}

/** The nearest first; of several that it inherits from the last one wins. A name that no block has may be what a pipeline writes. */
function inherited({ targets }: BakeFile, block: BakeBlock): BakeBlock[] {
  const found = new Map([[block.name, block]]);
  for (const { fields } of found.values())
    for (const name of textsOf(fields.get('inherits')).reverse())
      if (!found.has(name) && found.size < MOST_INHERITED)
        found.set(name, targets.get(name) ?? { name, line: block.line, fields: new Map() });
  return [...found.values()];
}

function argsOf(
  all: readonly ReadonlyMap<string, BakeValue>[],
  put: (value: BakeValue) => string | null,
): ReadonlyMap<string, string> {
  const pairs = all.toReversed().flatMap((args) => [...args]);
  return new Map(
    pairs.flatMap(([name, value]): [string, string][] => {
      const text = put(value);
      return text === null || text === '' ? [] : [[name, text]];
    }),
  );
}

/** Every combination of the lists of a matrix. */
function runsOf({ fields }: BakeBlock): Run[] {
  const matrix = fields.get('matrix');
  if (!(matrix instanceof Map)) return [new Map()];
  let runs: Run[] = [new Map()];
  for (const [name, values] of [...matrix].slice(0, MOST_AXES))
    runs = runs.flatMap((run) => textsOf(values).map((value) => new Map([...run, [name, value]]))).slice(0, MOST_RUNS);
  return runs;
}

function textsOf(value: BakeValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A text with its variables; null where one has no default that is written out, or something is left to evaluate. */
function filledIn(value: BakeValue | undefined, variables: ReadonlyMap<string, string>, run: Run): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(
    /\$\{(\w{1,100})\}/g,
    (written, name: string) => run.get(name) ?? variables.get(name) ?? written,
  );
  return text.includes('$') ? null : text;
}
