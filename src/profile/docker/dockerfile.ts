import type { ProfileWarning } from '../../domain/profile.ts';
import { oncePerText } from '../once.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { shortened, type Word } from '../word.ts';
import { contextSources, copiedFrom, jsonStrings } from './copies.ts';
import { type Evaluated, evaluate, type Stage, type Step } from './evaluate.ts';

/** What a Dockerfile says of the image that it makes: its last stage, or its target, and those below. */
export interface ImageFacts {
  readonly file: string;
  /** The image at the bottom of that stage. */
  readonly base: Word;
  /** The images that its stages start from, all stages that it is made of. */
  readonly bases: readonly Word[];
  /** Arguments of EXPOSE: `8080`, `8080/udp`, `${PORT}` where that is not known. */
  readonly exposed: readonly Word[];
  readonly user: Word | null;
  /** The last HEALTHCHECK as a command, at most 2,000 characters of it; null where there is none, or NONE. */
  readonly healthcheck: Word | null;
  /** ENV and ARG as that stage leaves them. */
  readonly variables: ReadonlyMap<string, Word>;
  /** ENTRYPOINT and CMD, each in one line of at most 2,000 characters. */
  readonly commands: readonly Word[];
  /** What it takes from the build context, all stages that it is made of. */
  readonly sources: readonly Word[];
  /** Folders that it works in, all stages that it is made of. */
  readonly workdirs: readonly Word[];
  /** What it runs, and takes from other stages, all stages that it is made of. */
  readonly calls: readonly Word[];
  /** Whether the image holds something that another stage of it has built. */
  readonly holdsBuilt: boolean;
  /** Whether it installs things and does nothing else: it takes no file, and starts nothing. */
  readonly onlyInstalls: boolean;
}

export interface DockerfileBuild {
  readonly file: string;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, Word>;
}

/** No person's Dockerfile is longer, or has more stages. */
const LONGEST = 100_000;
const MOST_STAGES = 200;

/** What each stage of a Dockerfile starts from, where nothing is given to its build. */
export const basesIn = oncePerText((snapshot: Snapshot, file: string): readonly Word[] => {
  const text = snapshot.text(file) ?? '';
  return tooMuch(text) === null ? evaluate(text, file, new Map()).stages.map(({ base }) => base) : [];
});

/** What each step of a Dockerfile runs, with its here-documents, and the variables that its stage leaves behind, where nothing is given to its build. */
export const callsOfImages = oncePerText((snapshot: Snapshot, file: string): readonly ImageCall[] => {
  const text = snapshot.text(file) ?? '';
  if (tooMuch(text) !== null) return [];
  const { steps, variables } = evaluate(text, file, new Map());
  const lines = text.split('\n');
  return steps.flatMap((step, index) => {
    if (step.keyword !== 'RUN') return [];
    const after = steps[index + 1];
    const whole = lines.slice(lineOf(step) - 1, after && lineOf(after) - 1).join('\n');
    const { content } = step;
    const call = content.value.includes('<<') ? { ...content, value: whole } : content;
    return [{ call, variables: variables[step.stage] ?? new Map() }];
  });
});

interface ImageCall {
  readonly call: Word;
  readonly variables: ReadonlyMap<string, Word>;
}

function tooMuch(text: string): string | null {
  if (text.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  const stages = text.match(/^\s*FROM\s/gim)?.length ?? 0;
  return stages > MOST_STAGES ? `it has more than ${MOST_STAGES} stages` : null;
}

/** Reads a Dockerfile; null, with a warning, where no image can come of it. */
export function readDockerfile(snapshot: Snapshot, build: DockerfileBuild): Found<ImageFacts | null> {
  const text = snapshot.text(build.file) ?? '';
  const why = tooMuch(text);
  if (why !== null) return leftOut(build.file, 1, why);
  const evaluated = evaluate(text, build.file, build.args);
  const { stages, steps } = evaluated;
  const [odd] = steps.filter(({ keyword }) => !KEYWORDS.has(keyword));
  if (stages.length === 0)
    return odd
      ? leftOut(build.file, lineOf(odd), `${odd.keyword.slice(0, 40)} is no instruction, and there is no FROM`)
      : leftOut(build.file, 1, 'it has no FROM');
  const final = targetOf(stages, build.target);
  return { value: factsOf(build.file, evaluated, final), warnings: odd ? [unknown(build.file, odd)] : [] };
}

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

function leftOut(file: string, line: number, why: string): Found<null> {
  return { value: null, warnings: [{ file, line, message: `this is no Dockerfile (${why}); it is left out.` }] };
}

function unknown(file: string, step: Step): ProfileWarning {
  return { file, line: lineOf(step), message: `${step.keyword.slice(0, 40)} is no instruction; it is passed over.` };
}

function lineOf({ instruction }: Step): number {
  return instruction.line;
}

function targetOf(stages: readonly Stage[], target: string | null): number {
  const wanted = target === null ? -1 : stages.findIndex(({ name }) => name === target.toLowerCase());
  return wanted < 0 ? stages.length - 1 : wanted;
}

function factsOf(file: string, { stages, steps, variables }: Evaluated, final: number): ImageFacts {
  const chain = chainOf(stages, final);
  const parts = partsOf(stages, steps, final);
  const own = chain.flatMap((index) => steps.filter(({ stage, keyword }) => stage === index && keyword !== 'FROM'));
  const last = (keyword: string) => own.findLast((step) => step.keyword === keyword)?.content ?? null;
  const healthcheck = last('HEALTHCHECK');
  return {
    file,
    base: stages[chain[0] ?? final]?.base ?? { value: '', at: [{ file, line: 1 }] },
    bases: stages.flatMap(({ base, parent }, index) => (parts.has(index) && parent === null ? base : [])),
    exposed: own.filter(({ keyword }) => keyword === 'EXPOSE').flatMap(({ words }) => words),
    user: last('USER'),
    healthcheck: healthcheck && !/^NONE\b/i.test(healthcheck.value) ? shortened(healthcheck) : null,
    variables: variables[final] ?? new Map(),
    commands: ['ENTRYPOINT', 'CMD'].flatMap((keyword) => commandLine(last(keyword))),
    sources: steps.filter(({ stage }) => parts.has(stage)).flatMap(contextSources),
    workdirs: steps
      .filter(({ stage, keyword }) => parts.has(stage) && keyword === 'WORKDIR')
      .map(({ content }) => ({ ...content, value: content.value.replace(/^(["'])(.*)\1$/, '$2') })),
    calls: steps.filter((step) => parts.has(step.stage) && isCall(step)).map(({ content }) => content),
    holdsBuilt: own.some((step) => stageNamed(stages, copiedFrom(step)) !== null),
    onlyInstalls: own.some(({ keyword }) => keyword === 'RUN') && !own.some(isMore),
  };
}

function isCall(step: Step): boolean {
  return ['RUN', 'ENTRYPOINT', 'CMD'].includes(step.keyword) || copiedFrom(step) !== null;
}

const MORE = new Set(['CMD', 'COPY', 'ENTRYPOINT', 'EXPOSE', 'ONBUILD']);

/** A step by which an image holds or starts something of its own; what ADD takes from an address is somebody else's. */
function isMore(step: Step): boolean {
  const isAddress = step.words.slice(0, -1).every(({ value }) => /^https?:/.test(value));
  return MORE.has(step.keyword) || contextSources(step).length > 0 || (step.keyword === 'ADD' && !isAddress);
}

/** The stage and those that it stands upon, the lowest first. */
function chainOf(stages: readonly Stage[], final: number): number[] {
  const parent = stages[final]?.parent ?? null;
  return parent === null ? [final] : [...chainOf(stages, parent), final];
}

/** All stages that a build of `final` runs: those below it, and those that it copies from. */
function partsOf(stages: readonly Stage[], steps: readonly Step[], final: number): ReadonlySet<number> {
  const parts = new Set<number>();
  const waiting = [final];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (parts.has(at)) continue;
    parts.add(at);
    const copied = steps.filter(({ stage }) => stage === at).map((step) => stageNamed(stages, copiedFrom(step)));
    waiting.push(...[stages[at]?.parent ?? null, ...copied].filter((it) => it !== null));
  }
  return parts;
}

/** A stage by its name, or by its number. */
function stageNamed(stages: readonly Stage[], name: string | null): number | null {
  const wanted = name?.toLowerCase();
  const index = stages.findIndex((stage, at) => String(at) === wanted || stage.name === wanted);
  return index < 0 ? null : index;
}

function commandLine(word: Word | null): Word[] {
  if (!word) return [];
  const strings = jsonStrings(word.value);
  return [shortened(strings.length > 0 ? { ...word, value: strings.join(' ') } : word)];
}
