import { type Copy, type Dockerfile, DockerfileParser, type From } from 'dockerfile-ast';
import type { Sourced } from '../../domain/evidence.ts';
import type { ProfileWarning } from '../../domain/profile.ts';
import type { Found, Snapshot } from '../snapshot.ts';

/** A word of a Dockerfile, variables put in as far as they are known, and its line. */
export interface Word {
  readonly value: string;
  readonly line: number;
}

export interface Stage {
  readonly name: string | null;
  /** The image or the earlier stage that it starts from. */
  readonly base: Word;
}

/** What a Dockerfile says of the image that it makes (its last stage, or the one that is its target). */
export interface ImageFacts {
  readonly file: string;
  readonly stages: readonly Stage[];
  /** Ports as written in EXPOSE: `8080`, `8080/udp`, `${PORT}`. */
  readonly exposed: readonly Word[];
  readonly user: Word | null;
  readonly healthcheck: Word | null;
  readonly environment: ReadonlyMap<string, Word>;
  /** CMD and ENTRYPOINT as written. */
  readonly commands: readonly Word[];
  /** Sources that come from the build context, of all stages: COPY, ADD without address. */
  readonly sources: readonly Word[];
}

/** Reads a Dockerfile; null, with a warning, where it has no FROM. `args` are the build arguments that compose gives. */
export function readDockerfile(
  snapshot: Snapshot,
  file: string,
  args: Readonly<Record<string, string>> = {},
): Found<ImageFacts | null> {
  const text = snapshot.text(file) ?? '';
  const parsed = DockerfileParser.parse(text);
  const froms = parsed.getFROMs();
  if (froms.length === 0) {
    const warning: ProfileWarning = { file, line: 1, message: 'this Dockerfile has no FROM; it is left out.' };
    return { value: null, warnings: [warning] };
  }
  return { value: factsOf(parsed, file, args), warnings: [] };
}

function factsOf(parsed: Dockerfile, file: string, args: Readonly<Record<string, string>>): ImageFacts {
  const stages = parsed
    .getFROMs()
    .map((from): Stage => ({ name: from.getBuildStage(), base: baseOf(parsed, from, args) }));
  const own = finalInstructions(parsed, stages);
  const named = (...keywords: readonly string[]) => own.filter((it) => keywords.includes(it.getKeyword()));
  const word = (instruction: (typeof own)[number]): Word => ({
    value: instruction.getRawArgumentsContent() ?? '',
    line: instruction.getRange().start.line + 1,
  });
  const environment = new Map(
    parsed
      .getENVs()
      .flatMap((env) =>
        env
          .getProperties()
          .map((it) => [it.getName(), { value: it.getValue() ?? '', line: it.getRange().start.line + 1 }] as const),
      ),
  );
  const substitute = ({ value, line }: Word): Word => ({
    value: fill(value, (name) => args[name] ?? environment.get(name)?.value ?? parsed.resolveVariable(name, line - 1)),
    line,
  });
  return {
    file,
    stages,
    exposed: named('EXPOSE').flatMap((it) =>
      it
        .getArguments()
        .map((argument) => substitute({ value: argument.getValue(), line: argument.getRange().start.line + 1 })),
    ),
    user: last(named('USER').map(word).map(substitute)),
    healthcheck: last(named('HEALTHCHECK').map(word)),
    environment,
    commands: [last(named('ENTRYPOINT').map(word)), last(named('CMD').map(word))].filter((it) => it !== null),
    sources: parsed
      .getInstructions()
      .flatMap((it) => (/^(COPY|ADD)$/.test(it.getKeyword()) ? contextSources(it as Copy) : []))
      .map(substitute),
  };
}

function last<T>(list: readonly T[]): T | null {
  return list.at(-1) ?? null;
}

/** `$NAME`, `${NAME}` and `${NAME:-default}`; an unknown name stays as it is. */
function fill(text: string, lookUp: (name: string) => string | null | undefined): string {
  return text.replace(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (whole, braced?: string, fallback?: string, plain?: string) => lookUp(braced ?? plain ?? '') || fallback || whole,
  );
}

function baseOf(parsed: Dockerfile, from: From, args: Readonly<Record<string, string>>): Word {
  const line = from.getRange().start.line;
  const image = from.getImage() ?? '';
  return { value: fill(image, (name) => args[name] ?? parsed.resolveVariable(name, line)), line: line + 1 };
}

/** The instructions of the last stage and of the stages that it is built upon, the first of them first. */
function finalInstructions(parsed: Dockerfile, stages: readonly Stage[]) {
  const starts = parsed.getFROMs().map((from) => from.getRange().start.line);
  const chain: number[] = [];
  for (let at: number | null = stages.length - 1; at !== null && at >= 0; ) {
    chain.unshift(at);
    const base: string = stages[at]?.base.value ?? '';
    const before: number = stages.findIndex(({ name }) => name !== null && name.toLowerCase() === base.toLowerCase());
    at = before >= 0 && before < at ? before : null;
  }
  return chain.flatMap((index) => {
    const [from = 0, to = Number.POSITIVE_INFINITY] = [starts[index], starts[index + 1]];
    return parsed.getInstructions().filter((it) => it.getRange().start.line >= from && it.getRange().start.line < to);
  });
}

/** Sources of the build context: not of another stage, no address, no here-document. */
function contextSources(copy: Copy): Word[] {
  const isForeign = copy.getFlags().some((flag) => flag.getName() === 'from');
  if (isForeign || copy.getHeredocs?.().length > 0) return [];
  const words = copy
    .getArguments()
    .map((argument) => ({ value: argument.getValue(), line: argument.getRange().start.line + 1 }));
  const list = words[0]?.value.startsWith('[')
    ? words.map(({ value, line }) => ({ value: value.replace(/^[["]+|[\],"]+$/g, ''), line }))
    : words;
  return list.slice(0, -1).filter(({ value }) => value !== '' && !/^https?:|^git@/.test(value));
}

/** The image at the bottom of the final stage's chain. */
export function baseImage({ stages }: ImageFacts): Word | null {
  let at = stages.at(-1);
  for (let steps = 0; at && steps < stages.length; steps += 1) {
    const { base }: Stage = at;
    const before = stages.find(({ name }) => name !== null && name.toLowerCase() === base.value.toLowerCase());
    if (!before || before === at) return base;
    at = before;
  }
  return at?.base ?? null;
}

/** A value with the line of the Dockerfile that bears it. */
export function sourced<T>(snapshot: Snapshot, file: string, value: T, line: number): Sourced<T> {
  return { value, because: [snapshot.evidence(file, line)] };
}
