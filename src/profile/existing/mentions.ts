import { bodyOf } from '../called/started.ts';
import { splitCommands } from '../ci/commands.ts';
import { joinedLines, type Line } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** A command as far as it can be read without being run: what a shell would fill in is left out. */
export interface Mention {
  /** Empty for what cannot be read at all. */
  readonly run: string;
  /** Null where nobody knows where it runs. */
  readonly directory: string | null;
  /** The line of the script that is looked at, also for what stands in a file which that line starts. */
  readonly line: number;
}

/** More than anybody's script comes to: commands, and tasks and scripts that are followed. */
const MOST = { commands: 2_000, bodies: 200 };

interface MentionsInput {
  readonly snapshot: Snapshot;
  readonly directory: string | null;
  /** Whether a command says enough by itself, so that what it starts need not be looked at. */
  readonly isKnown: (mention: Mention) => boolean;
}

/**
 * All that a script may come to run, by whatever branch; a task or script of the repository that it starts is there by what that runs. Behind
 * more than anybody writes stands one mention that cannot be read.
 */
export function mentionsIn(script: readonly Line[], input: MentionsInput): Mention[] {
  const walk: Walk = { ...input, seen: new Set(), found: [] };
  let { directory } = input;
  for (const line of joinedLines(script)) directory = readLine(walk, line.text, { directory, line: line.number });
  return walk.found;
}

interface Walk extends MentionsInput {
  readonly seen: Set<string>;
  readonly found: Mention[];
}

type Place = Pick<Mention, 'directory' | 'line'>;

/** Adds what a line mentions; the folder in which the next one starts. */
function readLine(walk: Walk, text: string, { directory, line }: Place): string | null {
  let folder = directory;
  if (/^\s*(?:#|$)/.test(text)) return folder;
  for (const words of splitCommands(text.replace(/^\s*[@+-]{1,3}(?=\S)/, ''))) {
    const run = plainWords(words);
    if (run === null) continue;
    const [program, target = '', ...more] = run.split(' ');
    if (program === 'cd' || program === 'pushd')
      folder =
        folder === null || target === '' || more.length > 0 || /^[/~-]/.test(target) ? null : joinPath(folder, target);
    else addMention(walk, { run, directory: folder, line });
  }
  return folder;
}

function addMention(walk: Walk, mention: Mention): void {
  const { found, seen, snapshot, isKnown } = walk;
  if (found.length > MOST.commands) return;
  const { run, directory, line } = mention;
  const isFollowed = run !== '' && directory !== null && !isKnown(mention);
  const body = isFollowed ? bodyOf(snapshot, { run, directory }) : null;
  if (body === null || seen.size >= MOST.bodies) {
    found.push(found.length < MOST.commands ? mention : { ...mention, run: '' });
    return;
  }
  const key = `${directory}\0${run}`;
  if (seen.has(key)) return;
  seen.add(key);
  for (const before of body.before) addMention(walk, { run: before, directory: body.directory, line });
  let folder: string | null = body.directory;
  for (const { text } of joinedLines(body.lines)) folder = readLine(walk, text, { directory: folder, line });
}

/** Words before a command that say when or how it runs. */
const BEFORE = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  '{',
  '}',
  '(',
  ')',
  'time',
  'sudo',
  'exec',
  'env',
  'nohup',
]);

/** A variable that is named after the program that it holds. */
const NAMED =
  /^\$[({]?((?:GO|GOFMT|PYTHON3?|PIP3?|NPM|PNPM|YARN|CARGO|MAKE|GOLANGCI_LINT|DOCKER|KUBECTL|HELM|GIT|UV|MVN|GRADLE))[)}]?$/;

/** The words that need no shell to be known; empty where the program itself is not known, null where there is none. */
function plainWords(words: readonly string[]): string | null {
  const bare = words.map((word) => word.replace(/^[({]+(?=\S)/, '')).filter((word) => !/^[)}]*$/.test(word));
  const start = bare.findIndex((word) => !BEFORE.has(word) && !/^[A-Za-z_]\w{0,60}=/.test(word));
  const [program = '', ...rest] = start < 0 ? [] : bare.slice(start);
  if (program === '') return null;
  const named = NAMED.exec(program)?.[1]?.toLowerCase().replaceAll('_', '-') ?? withoutPrefix(program);
  if (/[$`]/.test(named)) return '';
  return [named, ...rest.map(withoutPrefix).filter((word) => !/[$`]/.test(word))].join(' ');
}

/** `${PREFIX}ruff` is `ruff`. */
function withoutPrefix(word: string): string {
  return word.replace(/^\$\{\w{1,60}\}(?=\w)/, '');
}
