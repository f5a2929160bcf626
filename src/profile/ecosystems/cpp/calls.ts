import type { CiCommand } from '../../ci/commands.ts';
import { isNever } from '../../ci/never.ts';
import { isWithin } from '../../paths.ts';
import type { CppRoot, CppTool } from './place.ts';

/** Jobs that make something else of the program than a test of it. */
const OTHER_JOB =
  /fuzz|cover|doc|analy|scan|codeql|tidy|cross|mingw|wasm|emscripten|android|release|publish|deploy|package|bench|valgrind|sanit|arm|32/i;

/** Whether a command is of a job that builds the program to test it. */
export function isMain({ job, file }: CiCommand): boolean {
  return !OTHER_JOB.test(job) && !OTHER_JOB.test(file);
}

/** The commands of jobs that run on GitHub's runners of Linux, in the folder of that root or below; where it is the only one, those that change their folder too. Jobs that test it come first. */
export function callsOf(
  commands: readonly CiCommand[],
  { directory }: CppRoot,
  isAlone: boolean,
): readonly CiCommand[] {
  const own = commands.filter(
    (command) =>
      command.system === 'linux' &&
      isWanted(command) &&
      (command.directory === null ? isAlone : isWithin(directory, command.directory)),
  );
  return [...own.filter(isMain), ...own.filter((command) => !isMain(command))];
}

/** Every change starts it, and may. What is installed is asked of a superuser. */
function isWanted({ isStarted, condition, words }: CiCommand): boolean {
  const typed = words.filter((word) => word !== 'sudo').join(' ');
  // Packages have names such as `libssl-dev`.
  const isHarmless = /^(?:-E )?apt(?:-get)? /.test(typed) || !isNever(typed);
  return isStarted && !UNUSUAL.test(condition ?? '') && isHarmless;
}

const UNUSUAL = /\b(?:failure|cancelled)\(|refs\/tags|\b(?:schedule|workflow_dispatch|release|push)\b/;

const STARTS: readonly { readonly tool: CppTool; readonly program: RegExp }[] = [
  { tool: 'cmake', program: /^cmake$/ },
  { tool: 'meson', program: /^meson$/ },
  { tool: 'autotools', program: /^(?:\.\/configure|\.\/autogen\.sh|autoreconf)$/ },
  { tool: 'make', program: /^make$/ },
];

/** The tool that the repository's own jobs start, else the first that is there; null where another language's tool builds it. */
export function chooseTool({ files, isBeside }: CppRoot, calls: readonly CiCommand[]): CppTool | null {
  const known = STARTS.filter(({ tool }) => files.has(tool));
  const called = known.filter(({ program }) => calls.some(({ words }) => program.test(programOf(words))));
  if (called.length === 0 && isBeside) return null;
  // Every other tool writes makefiles, so that a call of make alone says nothing.
  return (
    (called.find(({ tool }) => tool !== 'make') ?? (known.length === 1 ? known[0] : (called[0] ?? known[0])))?.tool ??
    null
  );
}

/** The program of a command, without what sets its environment. */
export function programOf(words: readonly string[]): string {
  return words.find((word) => !/^\w{1,60}=/.test(word) && word !== 'sudo' && word !== 'env' && word !== 'time') ?? '';
}

/** A word that is known before the job runs, and that no shell reads anything into. */
export function isPlain(word: string): boolean {
  return /^[\w./=+:,@-]{1,200}$/.test(word);
}
