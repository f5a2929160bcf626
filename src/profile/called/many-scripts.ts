import { wildcardMatcher } from '../../domain/glob/wildcards.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { ShellCommand } from '../shell/shell.ts';
import { withoutEnvironmentWords } from './environment-run.ts';
import { ownShell } from './own-shell.ts';

/** The package whose scripts are started, and the manager that started the first of them. */
interface Starter {
  readonly manager: string;
  readonly manifest: Manifest;
}

/**
 * A command of a script with those that it starts by the names of others: the first manager starts these too. (npm-run-all, "run-s",
 * "run-p"; concurrently, "Command Shortcuts")
 */
export function withNamedScripts(command: ShellCommand, starter: Starter): ShellCommand[] {
  const { directory, line } = command;
  const started = startedBy(command, starter) ?? [];
  const own = started.flatMap((text) => ownShell({ text, number: line }, directory));
  return [command, ...own.map((one) => ({ ...one, ...standing(command) }))];
}

function standing({ environment, isCertain, isAtEnd, isFatal }: ShellCommand): Partial<ShellCommand> {
  return { environment, isCertain, isAtEnd, isFatal };
}

/** Null where it is none that starts others, or one that may forgive what they say. */
function startedBy({ run, words }: ShellCommand, starter: Starter): string[] | null {
  const [program = '', ...given] = withoutEnvironmentWords({ run, words });
  if (/^(?:run-s|run-p|npm-run-all2?)$/.test(program)) return ofRunAll(given, starter);
  return program === 'concurrently' ? ofConcurrently(given, starter) : null;
}

/** Options that tell more or less, or say how many run at the same time; none that goes on after a failure. */
const RUN_ALL =
  /^(?:-[slnp]{1,4}|--(?:silent|print-label|print-name|sequential|serial|parallel|aggregate-output|max-parallel=\d{1,3}))$/;

const NAME = /^[A-Za-z_][\w:.-]{0,99}$/;

function ofRunAll(words: readonly string[], starter: Starter): string[] | null {
  const names = words.filter((word) => !RUN_ALL.test(word));
  if (!names.every((word) => NAME.test(word.replaceAll('*', '')))) return null;
  return names.flatMap((name) => named(name, starter)).map((name) => `${starter.manager} run ${name}`);
}

/** The same of the other one: it fails where one of all fails, if it is not told otherwise. */
const CONCURRENTLY = /^(?:-[rg]|--(?:raw|group|kill-others-on-fail|no-color|timings))$/;
const VALUED = /^(?:-[ncpm]|--(?:names|prefix-colors|prefix|max-processes))$/;

function ofConcurrently(words: readonly string[], starter: Starter): string[] | null {
  const texts = words.filter((word, index) => !isOption(word) && !VALUED.test(words[index - 1] ?? ''));
  if (texts.some((text) => text.startsWith('-'))) return null;
  return texts.flatMap((text) => {
    const [, manager = '', short, long] = SHORTCUT.exec(text) ?? [];
    const name = short ?? long;
    return name === undefined ? [text] : named(name, starter).map((one) => `${manager} run ${one}`);
  });
}

function isOption(word: string): boolean {
  return CONCURRENTLY.test(word) || VALUED.test(word) || VALUED.test(word.split('=', 1)[0] ?? '');
}

/** `npm:lint`, `npm run lint:*`. */
const SHORTCUT = /^(npm|pnpm|yarn|bun)(?::([\w:.*-]{1,100})| run ([\w:.*-]{1,100}))$/;

/** A name, or all that a pattern names, whose steps are parted by colons: a star stands for one of them, and two for any. */
function named(written: string, { manifest }: Starter): string[] {
  if (!written.includes('*')) return [written];
  const matches = wildcardMatcher(written.replaceAll(':', '/'));
  return manifest.keys(['scripts']).filter((name) => !name.includes('/') && matches(name.replaceAll(':', '/')));
}
