/** What a call of compose starts. */
export interface ComposeUp {
  readonly files: readonly string[];
  /** None where it starts all. */
  readonly services: readonly string[];
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
  const isFile = (word = '') => word === '-f' || word === '--file';
  const files = rest.flatMap((word, at) =>
    isFile(rest[at - 1]) ? [word] : word.startsWith('--file=') ? [word.slice('--file='.length)] : [],
  );
  const isDetached = rest.some((word) => /^(?:-\w{0,3}d\w{0,3}|--detach|--wait)$/.test(word));
  return { files, services: names.slice(1), isDetached };
}

/** `hoverkraft-tech/compose-action`, and those that it was made of. */
const ACTIONS = /\/(?:docker-)?compose-action$/;

/** Whether a step has an action start what compose has. */
export function isComposeAction(uses: string | null): boolean {
  return uses !== null && ACTIONS.test(uses);
}
