import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { MixProject } from './project.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly project: MixProject;
  /** The applications of an umbrella. */
  readonly members: readonly MixProject[];
  readonly lockfile: string | null;
  readonly automation: readonly AutomationLine[];
}

/** Mix's own tasks, and those of dependencies that are there. (detection.md, row "Elixir") */
export function commandsOf(query: CommandsQuery): Commands {
  const { snapshot, project, lockfile } = query;
  const { directory, file } = project;
  const base = snapshot.evidence(file, 1);
  const command = (run: string, because: readonly Evidence[]): Command => ({ run, directory, because });
  const tests = firstTest(query);
  return {
    install: [
      lockfile === null
        ? command('mix deps.get', [base])
        : command('mix deps.get --check-locked', [snapshot.evidence(lockfile, 1), base]),
    ],
    lint: [
      ...formatter(query),
      ...strictCompiler(query),
      ...unusedLocks(query),
      ...TOOLS.flatMap((tool) => toolCommand(query, tool)),
    ],
    test: tests ? [testCommand(query, tests)] : [],
    build: [command('mix compile', [base])],
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

/** A task that a dependency brings. */
interface Tool {
  readonly dependency: string;
  readonly check: string;
  readonly task: string;
  /** A call of the repository's own whose first group holds flags to keep. */
  readonly called: RegExp;
  /** It is run only where the repository runs it, or has this file. */
  readonly onlyWith?: string;
}

export const TOOLS: readonly Tool[] = [
  {
    dependency: 'credo',
    check: 'lint',
    task: 'credo',
    called: /\bmix credo((?: (?:suggest|--strict|--all|-a))*)(?=\s|$|["'])/,
  },
  { dependency: 'dialyxir', check: 'typecheck', task: 'dialyzer', called: /\bmix dialyzer()\b/ },
  {
    dependency: 'sobelow',
    check: 'audit',
    task: 'sobelow',
    called: /\bmix sobelow((?: (?:--config|--exit(?: (?:low|medium|high))?|--skip|-i \S{1,80}))*)(?=\s|$|["'])/,
    onlyWith: '.sobelow-conf',
  },
  { dependency: 'mix_audit', check: 'audit', task: 'deps.audit', called: /\bmix deps\.audit()\b/ },
];

function toolCommand({ snapshot, project, members, automation }: CommandsQuery, tool: Tool): LintCommand[] {
  const owners = [project, ...members].flatMap((one) => {
    const dependency = one.dependencies.find(({ name }) => name === tool.dependency);
    return dependency ? [{ file: one.file, dependency }] : [];
  });
  const [owner] = owners;
  if (!owner) return [];
  const { directory } = project;
  const found = firstCall(snapshot, automation, tool.called);
  const settings = tool.onlyWith === undefined ? null : (joinPath(directory, tool.onlyWith) ?? '');
  const isSet = settings !== null && snapshot.has(settings);
  if (settings !== null && !found && !isSet) return [];
  const flags = found?.match[1] ?? (isSet ? ' --config' : '');
  const environment = owner.dependency.isForTests ? 'MIX_ENV=test ' : '';
  const because = [...(found ? [found.because] : []), snapshot.evidence(owner.file, owner.dependency.line)];
  return [{ check: tool.check, run: `${environment}mix ${tool.task}${flags}`, directory, because }];
}
