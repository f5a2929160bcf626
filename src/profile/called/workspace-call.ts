import type { ShellCommand } from '../shell/shell.ts';
import { withoutEnvironmentRun, withoutEnvironmentWords } from './environment-run.ts';
import { type Quiet, telling } from './quiet.ts';

/** The name of a script. */
const NAME = /^[A-Za-z][\w:./-]{0,99}$/;

/** Options that leave no member out: how many run at the same time, what is told of them, and that those without the script are passed over. */
const PNPM: Quiet = {
  alone:
    /^(?:-r|--recursive|--parallel|--stream|--if-present|--sort|--no-sort|--bail|--silent|-s|--aggregate-output|--reporter-hide-prefix|--(?:workspace-concurrency|reporter|loglevel)=[\w-]{1,40})$/,
  valued: /^--(?:workspace-concurrency|reporter|loglevel)$/,
};

/** What is asked of `foreach`: all of them, where it is asked at the root. (yarnpkg.com, "yarn workspaces foreach") */
const FOREACH: Quiet = {
  alone: /^(?:-[AWptvi]{1,6}|--(?:all|worktree|parallel|topological|topological-dev|verbose|interlaced|jobs=\d{1,3}))$/,
  valued: /^(?:-j|--jobs)$/,
};

const NPM: Quiet = {
  alone: /^(?:-ws|--workspaces|--workspaces=true|--if-present|--silent|-s)$/,
};

const BUN: Quiet = {
  alone: /^(?:--workspaces|--filter=\*|--if-present|--parallel|--sequential|--silent|--bun)$/,
  valued: /^(?:-F|--filter)$/,
};

const TURBO: Quiet = {
  alone:
    /^--(?:no-daemon|no-cache|force|summarize|verbosity=\d|(?:concurrency|output-logs|log-order|log-prefix|cache-dir|ui|env-mode|cache)=[\w./%:,-]{1,100})$/,
  valued: /^--(?:concurrency|output-logs|log-order|log-prefix|cache-dir|ui|env-mode)$/,
};

const LERNA: Quiet = {
  alone: /^--(?:stream|parallel|no-sort|no-prefix|no-progress|(?:concurrency|loglevel)=\w{1,20})$/,
  valued: /^--(?:concurrency|loglevel)$/,
};

const NX: Quiet = {
  alone: /^--(?:all|parallel|parallel=\d{1,3}|verbose|skip-nx-cache|nxBail|output-style=\w{1,30}|maxParallel=\d{1,3})$/,
  valued: /^--(?:output-style|maxParallel)$/,
};

/**
 * The script that a command, typed at the root of a workspace, runs in every member that has it; null where it is none of that kind, chooses
 * among members, or gives the script more. (pnpm.io, "pnpm -r"; yarnpkg.com, "yarn workspaces"; docs.npmjs.com, "npm run", "workspaces";
 * bun.sh, "bun run --filter"; turborepo.dev, "run"; lerna.js.org, "lerna run"; nx.dev, "run-many")
 */
export function scriptOfAll({ run, words }: Pick<ShellCommand, 'run' | 'words'>): string | null {
  const [program = '', ...given] = withoutEnvironmentWords({ run, words });
  const name = nameIn(program, given);
  return name !== null && NAME.test(name) ? name : null;
}

/** The same of a command as it is typed, as one text for all spellings; null where it runs no script of all members. */
export function callOfAll(run: string): string | null {
  if (!/^(?:npm|pnpm|yarn|bun|turbo|lerna|nx) /.test(run)) return null;
  const words = run.split(' ').map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
  const name = scriptOfAll({ run, words });
  return name === null ? null : `${words[0]} all:${name}`;
}

/** Each of the scripts that turbo or nx is told to run in all members, as a call of its own; none where that is one, or they are told more. */
export function callsOfEach(run: string): string[] {
  const [, program = '', told = ''] = MANY.exec(withoutEnvironmentRun(run)) ?? [];
  const names = program === 'turbo' ? turboNames(told.split(' ')) : nxNames(told.split(' '));
  const isPlain = names.length > 1 && names.every((name) => NAME.test(name));
  return isPlain ? names.map((name) => (program === 'turbo' ? `turbo run ${name}` : `nx run-many -t ${name}`)) : [];
}

const MANY = /^(turbo|nx(?= run-many ))(?: run| run-many)? ([\w:.,/= %-]{1,300})$/;

function turboNames(words: readonly string[]): string[] {
  return telling(words, TURBO);
}

function nxNames(words: readonly string[]): string[] {
  const [option = '', ...names] = telling(words, NX).flatMap((word) => word.split(/[=,]/));
  return /^(?:-t|--targets?)$/.test(option) ? names : [];
}

function nameIn(program: string, given: readonly string[]): string | null {
  const [first, second, ...more] = given;
  switch (program) {
    case 'pnpm':
      return first === 'recursive' ? only(given.slice(1), PNPM) : isRecursive(given) ? only(given, PNPM) : null;
    case 'yarn':
      if (first !== 'workspaces') return null;
      return second === 'run' ? only(more, { alone: /^$/ }) : second === 'foreach' ? runOnly(more, FOREACH) : null;
    case 'npm':
      return isAsked(given, ['-ws', '--workspaces', '--workspaces=true']) ? only(given, NPM) : null;
    case 'bun':
      return isOfAllOfBun(given) ? only(given, BUN) : null;
    case 'turbo':
      return only(given, TURBO);
    case 'lerna':
      return first === 'run' ? only(given, LERNA) : null;
    case 'nx':
      return first === 'run-many' ? target(given.slice(1)) : null;
    default:
      return null;
  }
}

/** What stands behind the name of a script is meant for that. */
function isRecursive(given: readonly string[]): boolean {
  const at = given.findIndex((word) => !word.startsWith('-') && word !== 'run');
  return isAsked(given.slice(0, at), ['-r', '--recursive']);
}

function isAsked(given: readonly string[], options: readonly string[]): boolean {
  return given.some((word) => options.includes(word));
}

function isOfAllOfBun(given: readonly string[]): boolean {
  const filters = given.flatMap((word, index) => (/^(?:-F|--filter)$/.test(word) ? [given[index + 1]] : []));
  return (
    filters.every((filter) => filter === '*') && (filters.length > 0 || isAsked(given, ['--workspaces', '--filter=*']))
  );
}

/** The one name among options, behind `run` where that is said. */
function only(given: readonly string[], options: Quiet): string | null {
  const names = telling(given, options);
  const [first, ...others] = names[0] === 'run' || names[0] === 'run-script' ? names.slice(1) : names;
  return first !== undefined && others.length === 0 ? first : null;
}

function runOnly(given: readonly string[], options: Quiet): string | null {
  return telling(given, options)[0] === 'run' ? only(given, options) : null;
}

function target(given: readonly string[]): string | null {
  const words = telling(given, NX).flatMap((word) => word.split('='));
  const [option = '', name, ...others] = words;
  return /^(?:-t|--targets?)$/.test(option) && others.length === 0 ? (name ?? null) : null;
}
