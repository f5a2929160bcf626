import { expand, type Word, wordAt } from '../word.ts';
import { pairsOf, wordsOf } from './arguments.ts';
import { type Instruction, readInstructions } from './instructions.ts';

/** An instruction with its variables put in, as far as they are known there; others stay as they are written. */
export interface Step {
  readonly instruction: Instruction;
  readonly keyword: string;
  /** The index of its stage; -1 before the first FROM. */
  readonly stage: number;
  /** The arguments, without flags; none of RUN, which a shell takes apart. */
  readonly words: readonly Word[];
  /** The whole argument, without flags; of RUN as it is written. */
  readonly content: Word;
}

export interface Stage {
  /** In small letters; null where it has none. */
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
export function evaluate(text: string, file: string, args: ReadonlyMap<string, Word>): Evaluated {
  const globals = new Map<string, Word>();
  const scopes: Map<string, Word>[] = [];
  const stages: Stage[] = [];
  const steps: Step[] = [];
  for (const instruction of readInstructions(text)) {
    const isFrom = instruction.keyword === 'FROM';
    const scope = isFrom ? globals : (scopes.at(-1) ?? globals);
    const step = stepOf(instruction, { file, stage: stages.length - 1, scope });
    steps.push(step);
    if (isFrom) {
      const stage = stageOf(step, stages);
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

function stepOf(instruction: Instruction, { file, stage, scope }: Place): Step {
  const put = (word: Word) =>
    expand(
      word,
      (name) => scope.get(name) ?? null,
      (written) => written,
    );
  const { keyword, content, line } = instruction;
  const isShell = keyword === 'RUN';
  return {
    instruction,
    keyword,
    stage,
    words: isShell ? [] : wordsOf(content, file).map(put),
    content: isShell ? wordAt(content.value, file, line) : put(wordAt(content.value, file, line)),
  };
}

/** `FROM image AS name`. */
function stageOf({ words, content }: Step, stages: readonly Stage[]): Stage {
  const [base = content, as, name] = words;
  const parent = stages.findIndex((stage) => stage.name === base.value.toLowerCase());
  return {
    name: as?.value.toLowerCase() === 'as' ? (name?.value.toLowerCase() ?? null) : null,
    base,
    parent: parent < 0 ? null : parent,
  };
}

interface Scopes {
  readonly file: string;
  readonly scope: ReadonlyMap<string, Word>;
  readonly globals: ReadonlyMap<string, Word>;
  readonly args: ReadonlyMap<string, Word>;
}

/** What ARG and ENV set. An argument that is given wins over its default; one without either may have one before the first FROM. */
function assignments(instruction: Instruction, { file, scope, globals, args }: Scopes): [string, Word][] {
  const isArgument = instruction.keyword === 'ARG';
  if (!isArgument && instruction.keyword !== 'ENV') return [];
  return pairsOf(instruction, file).flatMap(([name, written]): [string, Word][] => {
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
