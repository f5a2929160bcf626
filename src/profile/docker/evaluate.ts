import { Arg, type Dockerfile, Env, From, type Instruction } from 'dockerfile-ast';
import { expand, type Word, wordAt } from '../word.ts';

/** An instruction with its variables put in, as far as they are known there; others stay as they are written. */
export interface Step {
  readonly instruction: Instruction;
  readonly keyword: string;
  /** The index of its stage; -1 before the first FROM. */
  readonly stage: number;
  /** The arguments, without flags: of FROM, COPY, ADD and EXPOSE. */
  readonly words: readonly Word[];
  /** The whole argument, without flags: of those, and of USER, WORKDIR, HEALTHCHECK, CMD and ENTRYPOINT. Of others an empty text. */
  readonly content: Word;
}

export interface Stage {
  readonly name: string | null;
  /** The image, or the name of the earlier stage, that it starts from. */
  readonly base: Word;
  /** The earlier stage that it starts from; null where it starts from an image. */
  readonly parent: number | null;
}

export interface Evaluated {
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  /** The variables that a stage leaves behind, by its index. */
  readonly variables: readonly ReadonlyMap<string, Word>[];
}

/** Walks through a Dockerfile as a build would. `args` are the build arguments that it is given. */
export function evaluate(parsed: Dockerfile, file: string, args: ReadonlyMap<string, Word>): Evaluated {
  const globals = new Map<string, Word>();
  const scopes: Map<string, Word>[] = [];
  const stages: Stage[] = [];
  const steps: Step[] = [];
  for (const instruction of parsed.getInstructions()) {
    const scope = instruction instanceof From ? globals : (scopes.at(-1) ?? globals);
    const step = stepOf(instruction, { file, stage: stages.length - 1, scope });
    steps.push(step);
    if (instruction instanceof From) {
      const stage = stageOf(instruction, step, stages);
      stages.push(stage);
      scopes.push(new Map(stage.parent === null ? [] : scopes[stage.parent]));
    }
    for (const [name, value] of assignments(instruction, { file, scope, globals, args })) scope.set(name, value);
  }
  return { stages, steps, variables: scopes };
}

interface Place {
  readonly file: string;
  readonly stage: number;
  readonly scope: ReadonlyMap<string, Word>;
}

/** The parser is slow at taking arguments apart: that is done where somebody asks for them, and never for RUN, the longest of all. */
const WITH_WORDS = new Set(['FROM', 'COPY', 'ADD', 'EXPOSE']);
const WITH_CONTENT = new Set(['FROM', 'COPY', 'ADD', 'USER', 'WORKDIR', 'HEALTHCHECK', 'CMD', 'ENTRYPOINT']);

function stepOf(instruction: Instruction, { file, stage, scope }: Place): Step {
  const put = (word: Word) =>
    expand(
      word,
      (name) => scope.get(name) ?? null,
      (written) => written,
    );
  const keyword = instruction.getKeyword();
  const line = instruction.getRange().start.line + 1;
  const args = WITH_WORDS.has(keyword) ? instruction.getArguments() : [];
  return {
    instruction,
    keyword,
    stage,
    words: args.map((it) => put(wordAt(it.getValue(), file, it.getRange().start.line + 1))),
    content: put(wordAt(WITH_CONTENT.has(keyword) ? (instruction.getArgumentsContent() ?? '') : '', file, line)),
  };
}

function stageOf(from: From, { words, content }: Step, stages: readonly Stage[]): Stage {
  const base = words[0] ?? content;
  const parent = stages.findIndex(({ name }) => name !== null && name.toLowerCase() === base.value.toLowerCase());
  return { name: from.getBuildStage(), base, parent: parent < 0 ? null : parent };
}

interface Scopes {
  readonly file: string;
  readonly scope: ReadonlyMap<string, Word>;
  readonly globals: ReadonlyMap<string, Word>;
  readonly args: ReadonlyMap<string, Word>;
}

/** What ARG and ENV set. An argument that is given wins over its default; one without either may have one before the first FROM. */
function assignments(instruction: Instruction, { file, scope, globals, args }: Scopes): [string, Word][] {
  const isArgument = instruction instanceof Arg;
  if (!isArgument && !(instruction instanceof Env)) return [];
  return instruction.getProperties().flatMap((property): [string, Word][] => {
    const name = property.getName();
    const value = property.getValue();
    const written = value === null ? null : wordAt(value, file, property.getRange().start.line + 1);
    const own =
      written &&
      expand(
        written,
        (it) => scope.get(it) ?? null,
        (text) => text,
      );
    const word = isArgument ? (args.get(name) ?? own ?? globals.get(name)) : own;
    return word ? [[name, word]] : [];
  });
}
