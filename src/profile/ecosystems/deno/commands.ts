import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand, ToolVersion } from '../../../domain/profile.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import type { Snapshot } from '../../snapshot.ts';
import { callsOf, type DenoCall, isWatching } from './calls.ts';
import { type DenoProject, taskOf } from './project.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly project: DenoProject;
  readonly version: ToolVersion | null;
  readonly automation: readonly AutomationLine[];
}

/** What the repository's own pipelines call, then its tasks, then what Deno does by itself. (detection.md, row "Deno") */
export function commandsOf(query: CommandsQuery): Commands {
  const { snapshot, project, automation } = query;
  const { directory, manifest } = project;
  const base = [manifest.evidence([])];
  const calls = callsOf(snapshot, project, automation);
  const called = (kind: DenoCall['kind']): Command[] =>
    calls.filter((call) => call.kind === kind).map(({ run, because }) => ({ run, directory, because }));
  const or = (found: Command[], other: readonly Command[]) => (found.length > 0 ? found : other);
  const checks = (check: string, commands: readonly Command[]): LintCommand[] =>
    commands.map((command) => ({ check, ...command }));
  const types = taskCommand(project, ['check:types', 'typecheck', 'type-check', 'types']);
  return {
    install: install(query),
    lint: [
      ...checks('format', or(called('format'), [{ run: 'deno fmt --check', directory, because: base }])),
      ...checks('lint', or(called('lint'), [{ run: 'deno lint', directory, because: base }])),
      ...checks('typecheck', or(called('typecheck'), types)),
    ],
    test: [...or(called('test'), or(taskCommand(project, ['test']), plainTest(query)))],
    build: [...or(called('build'), taskCommand(project, ['build']))],
  };
}

/** `deno install` without a name is Deno 2's; before that, what is missing was fetched when it was run. */
function install({ snapshot, project: { directory, manifest, lockfile }, version }: CommandsQuery): Command[] {
  if (version && /^v?1(?:\.|$)/.test(version.value)) return [];
  const run = lockfile === null ? 'deno install' : 'deno install --frozen';
  return [
    { run, directory, because: [lockfile === null ? manifest.evidence(['imports']) : snapshot.evidence(lockfile, 1)] },
  ];
}

function taskCommand(project: DenoProject, names: readonly string[]): Command[] {
  const found = names.flatMap((name) => {
    const task = taskOf(project, name);
    return task && !isWatching(task.text) ? [{ name, because: [task.because] }] : [];
  });
  return found
    .slice(0, 1)
    .map(({ name, because }) => ({ run: `deno task ${name}`, directory: project.directory, because }));
}

/** Names of files that `deno test` takes by itself. */
const TEST = /(?:^|\/|[._])test\.(?:[cm]?[jt]sx?)$/;

function plainTest({ snapshot, project: { directory } }: CommandsQuery): Command[] {
  const file = snapshot.within(directory).find((path) => TEST.test(path));
  const because: Evidence[] = file === undefined ? [] : [snapshot.evidence(file, 1)];
  return because.length > 0 ? [{ run: 'deno test -A', directory, because }] : [];
}
