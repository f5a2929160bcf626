/** A word of a command, and how it is typed. */
export interface Word {
  readonly value: string;
  readonly typed: string;
}

/** What only brings tools along: words that name it, and the one behind which the command stands. */
const STARTERS: readonly { readonly names: readonly string[]; readonly before: ReadonlySet<string> }[] = [
  // nix.dev, "nix develop" and "nix shell": --command
  { names: ['nix', 'develop'], before: new Set(['-c', '--command']) },
  { names: ['nix', 'shell'], before: new Set(['-c', '--command']) },
  // mise.jdx.dev, "mise exec"
  { names: ['mise', 'exec'], before: new Set(['--']) },
  { names: ['mise', 'x'], before: new Set(['--']) },
  // jetify.com, "devbox run"; flox.dev, "flox activate"; devenv.sh, "devenv shell"
  { names: ['devbox', 'run'], before: new Set(['--']) },
  { names: ['flox', 'activate'], before: new Set(['--']) },
  { names: ['devenv', 'shell'], before: new Set(['--']) },
  // direnv.net, "direnv exec DIR COMMAND"
  { names: ['direnv', 'exec'], before: new Set(['.']) },
];

/** What looks on while a command runs, which stands right behind it. (docs.socket.dev, "Socket Firewall"; POSIX, "time") */
const WATCHERS = new Set(['sfw', 'time']);

/** The command that such a program starts; the words themselves where there is none. Where the tools come from is not the command's to say. */
export function withoutEnvironment(words: readonly Word[]): readonly Word[] {
  if (words.length > 1 && WATCHERS.has(words[0]?.value ?? '')) return withoutEnvironment(words.slice(1));
  if (words[0]?.value === 'nix-shell') return ranByNixShell(words) ?? words;
  const starter = STARTERS.find(({ names }) => names.every((name, index) => words[index]?.value === name));
  const at = starter ? words.findIndex(({ value }, index) => index >= 2 && starter.before.has(value)) : -1;
  return at < 0 || at === words.length - 1 ? words : words.slice(at + 1);
}

/** One text, which a shell reads. (nix.dev, "nix-shell": --run) */
function ranByNixShell(words: readonly Word[]): readonly Word[] | null {
  const text = words[words.findIndex(({ value }) => value === '--run') + 1]?.value ?? '';
  const plain = text.split(' ');
  return words.some(({ value }) => value === '--run') && plain.every((word) => /^[\w./@%+:,=-]{1,200}$/.test(word))
    ? plain.map((word) => ({ value: word, typed: word }))
    : null;
}
