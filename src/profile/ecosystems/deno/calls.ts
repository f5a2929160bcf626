import type { Evidence } from '../../../domain/evidence.ts';
import { firstOfEach, groupedBy } from '../../../domain/grouped.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { pipelineCalls } from '../../harvest/calls.ts';
import { oncePerSnapshot } from '../../once.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type DenoProject, taskOf } from './project.ts';

export const KINDS = ['format', 'lint', 'typecheck', 'test', 'build'] as const;
type Kind = (typeof KINDS)[number];

/** A call of Deno that the repository's own pipelines make, and what it is for. */
export interface DenoCall {
  readonly kind: Kind;
  readonly run: string;
  readonly because: readonly Evidence[];
}

/** One call with words that need no shell to be understood. */
const CALL = /(?:^|[\s:&;"'])(deno (?:task|fmt|lint|check|test)(?: [\w./:=@*,-]{1,100}){0,12})(?=\s*(?:$|&&|;|["'#]))/g;

/** The calls in their order, each once, whatever its flags. A task that only lists checks of several kinds stands for these. */
export function callsOf(snapshot: Snapshot, project: DenoProject, automation: readonly AutomationLine[]): DenoCall[] {
  const folders = foldersOfCalls(snapshot);
  const own = automation.filter(({ file, number }) => {
    const folder = folders.get(`${file}:${number}`);
    return folder === undefined || folder === project.directory;
  });
  const found = own.flatMap(({ text, file, number }) =>
    [...text.matchAll(CALL)].flatMap(([, run = '']) =>
      resolved(project, { run, because: [snapshot.evidence(file, number)], depth: 0 }),
    ),
  );
  const here = found.filter(({ run, because }) => project.directory === '.' || because.length > 1 || !namesPaths(run));
  return firstOfEach(here, ({ run }) => plainWords(run).join(' '));
}

/** The folders that lines of pipelines run in, as far as that is known; none of a line that runs in several. */
const foldersOfCalls = oncePerSnapshot((snapshot: Snapshot): ReadonlyMap<string, string> => {
  const places = pipelineCalls(snapshot).flatMap(({ directory, because }) =>
    because.map(({ file, line }) => ({ directory, line: `${file}:${line}` })),
  );
  const byLine = groupedBy(places, ({ line }) => line);
  return new Map(
    [...byLine].flatMap(([line, [first, ...more]]): [string, string][] =>
      first && more.every(({ directory }) => directory === first.directory) ? [[line, first.directory]] : [],
    ),
  );
});

function plainWords(run: string): string[] {
  return run.split(' ').filter((word) => !word.startsWith('-'));
}

/** A pipeline's own call names paths from where it runs, which need not be this folder; what a task names is this folder's. */
function namesPaths(run: string): boolean {
  return !run.startsWith('deno task ') && plainWords(run).length > 2;
}

interface Unresolved {
  readonly run: string;
  readonly because: readonly Evidence[];
  readonly depth: number;
}

/** Tasks that start tasks that start themselves are followed no further. */
const DEEPEST = 4;

function resolved(project: DenoProject, { run, because, depth }: Unresolved): DenoCall[] {
  const [, command = '', name = ''] = run.split(' ');
  if (command !== 'task') {
    const kind = SUBCOMMANDS.get(command);
    const isCheck = kind !== 'format' || run.includes('--check');
    return kind && isCheck && !isWatching(run) ? [{ kind, run, because }] : [];
  }
  const task = taskOf(project, name);
  if (!task || depth > DEEPEST || isWatching(task.text)) return [];
  const cited = [...because, task.because];
  const parts = task.text.split(/\s*&&\s*/);
  const inner = parts.every((part) => /^deno (?:task|fmt|lint|check|test)\b/.test(part))
    ? parts.flatMap((part) => resolved(project, { run: part, because: cited, depth: depth + 1 }))
    : [];
  if (new Set(inner.map(({ kind }) => kind)).size > 1) return inner;
  const kind = kindOf(name);
  return kind ? [{ kind, run, because: cited }] : [];
}

const SUBCOMMANDS: ReadonlyMap<string, Kind> = new Map([
  ['fmt', 'format'],
  ['lint', 'lint'],
  ['check', 'typecheck'],
  ['test', 'test'],
]);

/** What a task's name says that it is for; null where it says nothing. */
export function kindOf(name: string): Kind | null {
  if (/(?:^|[:_-])tests?(?:$|[:_-])/.test(name)) return 'test';
  if (/type/.test(name)) return 'typecheck';
  if (/(?:fmt|format)[:_-]?check|check[:_-]?(?:fmt|format)/.test(name)) return 'format';
  if (/(?:^|[:_-])(?:lint|check)(?:$|[:_-])/.test(name)) return 'lint';
  return name === 'build' ? 'build' : null;
}

/** A command that does not end by itself. */
export function isWatching(text: string): boolean {
  return /\s--watch(?:[=\s-]|$)/.test(text);
}
