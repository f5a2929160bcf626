/** What a call of compose starts. */
export interface ComposeUp {
  readonly files: readonly string[];
  /** None where it starts all. */
  readonly services: readonly string[];
  /** Those that it names, beside what a variable names. */
  readonly profiles: readonly string[];
  /** Whether they stay when it has ended. */
  readonly isDetached: boolean;
}

/** Options of compose, and of its `up`, that take a value. */
const VALUED =
  /^(?:-f|--file|-p|--project-name|--profile|--env-file|--project-directory|--wait-timeout|--timeout|-t|--scale|--pull|--ansi|--progress)$/;

/** `docker compose -f a.yaml up -d db`, as words; null for any other command. */
export function composeUp(words: readonly string[]): ComposeUp | null {
  const plain = words[0] === 'sudo' ? words.slice(1) : words;
  const [program = '', second] = plain;
  const isOne = program === 'docker-compose' || program === 'podman-compose';
  if (!isOne && !(['docker', 'podman'].includes(program) && second === 'compose')) return null;
  const rest = plain.slice(isOne ? 1 : 2);
  const isValue = (at: number) => VALUED.test(rest[at - 1] ?? '');
  const names = rest.flatMap((word, at) => (word.startsWith('-') || isValue(at) ? [] : [word]));
  if (names[0] !== 'up') return null;
  const isDetached = rest.some((word) => /^(?:-\w{0,3}d\w{0,3}|--detach|--wait)$/.test(word));
  return {
    files: valuesOf(rest, ['-f', '--file']),
    services: names.slice(1),
    profiles: valuesOf(rest, ['--profile']),
    isDetached,
  };
}

/** What an option of these names is given, each time: `--file a.yaml`, `--file=a.yaml`. */
export function valuesOf(words: readonly string[], names: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (names.includes(words[at - 1] ?? '')) return [word];
    const name = names.find((it) => it.startsWith('--') && word.startsWith(`${it}=`));
    return name === undefined ? [] : [word.slice(name.length + 1)];
  });
}

/** `hoverkraft-tech/compose-action`, and those that it was made of. */
const ACTIONS = /\/(?:docker-)?compose-action$/;

/** Whether a step has an action start what compose has. */
export function isComposeAction(uses: string | null): boolean {
  return uses !== null && ACTIONS.test(uses);
}
