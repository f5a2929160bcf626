import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { firstCall } from '../../ci/automation.ts';
import { joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { TOOLS, type ToolQuery, toolCommand } from './tools.ts';

export interface CommandsQuery extends ToolQuery {
  readonly lockfile: string | null;
}

/** Mix's own tasks, and those of dependencies that are there and meant. (detection.md, row "Elixir") */
export function commandsOf(query: CommandsQuery): Found<Commands> {
  const { snapshot, project, lockfile } = query;
  const { directory, file } = project;
  const base = snapshot.evidence(file, 1);
  const command = (run: string, because: readonly Evidence[]): Command => ({ run, directory, because });
  const tests = firstTest(query);
  const tools = TOOLS.map((tool) => toolCommand(query, tool));
  return {
    value: {
      install: [
        lockfile === null
          ? command('mix deps.get', [base])
          : command('mix deps.get --check-locked', [snapshot.evidence(lockfile, 1), base]),
      ],
      lint: [
        ...formatter(query),
        ...strictCompiler(query),
        ...unusedLocks(query),
        ...tools.flatMap(({ value }) => value),
      ],
      test: tests ? [testCommand(query, tests)] : [],
      build: [command('mix compile', [base])],
    },
    warnings: tools.flatMap(({ warnings }) => warnings),
  };
}

const CALLS_TESTS = /(?:^|[\s;&|"'])mix test((?:\s+[\w=:.@/-]{1,100}){0,20})\s*(?=$|["'&|;#])/;
const EXCLUDES = /\s--exclude[ =][\w:.@-]{1,100}/g;

/** Tests that every call of the repository's own leaves out need what is not there: they are left out as well. (hexdocs.pm, "mix test", --exclude) */
function testCommand({ snapshot, project: { directory }, automation }: CommandsQuery, tests: Evidence): Command {
  const calls = automation.flatMap(({ text, file, number }) => {
    const [, words] = CALLS_TESTS.exec(text) ?? [];
    return words === undefined ? [] : [{ flags: words.match(EXCLUDES)?.join('') ?? '', file, number }];
  });
  const [first] = calls;
  if (!first || calls.some(({ flags }) => flags === '')) return { run: 'mix test', directory, because: [tests] };
  const because = [snapshot.evidence(first.file, first.number), tests];
  return { run: `mix test${first.flags}`, directory, because };
}

/** ExUnit takes files of that name alone. */
function firstTest({ snapshot, project, members }: CommandsQuery): Evidence | null {
  const roots = [project, ...members].flatMap(({ directory }) => joinPath(directory, 'test') ?? []);
  const file = roots.flatMap((root) => snapshot.within(root)).find((path) => path.endsWith('_test.exs'));
  return file === undefined ? null : snapshot.evidence(file, 1);
}

function formatter({ snapshot, project: { directory } }: CommandsQuery): LintCommand[] {
  const file = joinPath(directory, '.formatter.exs') ?? '';
  if (!snapshot.has(file)) return [];
  return [{ check: 'format', run: 'mix format --check-formatted', directory, because: [snapshot.evidence(file, 1)] }];
}

/** Whether a warning is an error is for the repository to say. */
function strictCompiler({ snapshot, project: { directory, file }, automation }: CommandsQuery): LintCommand[] {
  const found = firstCall(
    snapshot,
    automation,
    /\bmix\b[^#|;&]{0,200}\bcompile\b[^#|;&]{0,100}\s--warnings-as-errors\b/,
  );
  if (!found) return [];
  const because = [found.because, snapshot.evidence(file, 1)];
  return [{ check: 'lint', run: 'mix compile --warnings-as-errors', directory, because }];
}

/** Whether a dependency that is locked and not used is a fault is for the repository to say. */
function unusedLocks({ snapshot, project: { directory, file }, automation }: CommandsQuery): LintCommand[] {
  const found = firstCall(snapshot, automation, /\bmix deps\.unlock --check-unused\b/);
  if (!found) return [];
  const because = [found.because, snapshot.evidence(file, 1)];
  return [{ check: 'lint', run: 'mix deps.unlock --check-unused', directory, because }];
}
