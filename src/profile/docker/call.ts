import { commandWords, takenWords, unquoted } from '../shell-word.ts';

/** A call of `docker build` as it is written. */
export interface DockerCall {
  /** Null where Docker looks for it in the context. */
  readonly dockerfile: string | null;
  readonly context: string;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, string>;
  /** The names that it gives the image, as far as they are known. */
  readonly tags: readonly string[];
}

/** Options that stand alone. */
const ALONE = /^--(?:push|load|pull|no-cache|rm|force-rm|quiet|squash|compress|check)$|^-q$/;

const CALL = /\bdocker\s{1,4}(?:image\s{1,4}|buildx\s{1,4})?build\s/;

/** The call in a line, its continuations joined; null where there is none, or where its files are only known when it runs. */
export function dockerCall(line: string): DockerCall | null {
  const start = CALL.exec(line);
  if (!start) return null;
  const words = commandWords(line.slice(start.index + start[0].length)).map(unquoted);
  const { plain, options } = takenWords(words, ALONE);
  const [context] = plain;
  const dockerfile = options.get('-f')?.[0] ?? options.get('--file')?.[0] ?? null;
  if (plain.length !== 1 || context === undefined || !isKnown(context) || !isKnown(dockerfile ?? '')) return null;
  const target = options.get('--target')?.[0] ?? null;
  return {
    dockerfile,
    context,
    target: isKnown(target ?? '') ? target : null,
    args: knownArgs(options.get('--build-arg') ?? []),
    tags: ['-t', '--tag'].flatMap((name) => options.get(name) ?? []).filter(isKnown),
  };
}

/** `NAME=value` of each whose value is known here. */
export function knownArgs(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const [, name, value = ''] = /^(\w{1,100})=(.*)$/s.exec(pair.trim()) ?? [];
      return name !== undefined && value !== '' && isKnown(value) ? [[name, value]] : [];
    }),
  );
}

/** Neither a variable, nor the output of a command, nor an expression; nor what comes from standard input or from elsewhere. */
function isKnown(word: string): boolean {
  return !/[$`]|:\/\/|^-$|^git@/.test(word);
}
