import type { Command, Commands, LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { byCodeUnit } from '../../../domain/text.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { ancestors, directoryOf, joinPath, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { systemStep } from '../../system-tests.ts';
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

/** Those of other projects below are theirs, and those of a running system run in no job. */
function plainTest({ snapshot, project: { directory } }: CommandsQuery): Command[] {
  const tests = snapshot.within(directory).filter((path) => TEST.test(path));
  const isOwn = (path: string) => nearestOf(snapshot, path) === directory;
  const systemOf = (path: string) => systemStep(relativeTo(directory, directoryOf(path)));
  const own = tests.find((path) => isOwn(path) && systemOf(path) === null);
  if (own === undefined) return [];
  const held = tests.flatMap((path) => (isOwn(path) && systemOf(path) !== null ? foldersTo(directory, path) : []));
  const ignore = held.length > 0 ? ` --ignore=${[...new Set(held)].sort(byCodeUnit).join(',')}` : '';
  return [{ run: `deno test -A${ignore}`, directory, because: [snapshot.evidence(own, 1)] }];
}

/** The folder of the project that a file belongs to. */
function nearestOf(snapshot: Snapshot, path: string): string | undefined {
  return ancestors(directoryOf(path)).find((folder) =>
    ['deno.json', 'deno.jsonc'].some((name) => snapshot.has(joinPath(folder, name) ?? name)),
  );
}

/** The outermost folder below the project that is for a running system; none where its name would need quotes. */
function foldersTo(directory: string, path: string): string[] {
  const steps = relativeTo(directory, directoryOf(path)).split('/');
  const at = steps.findIndex((step) => systemStep(step) !== null);
  const folder = steps.slice(0, at + 1).join('/');
  return /^[\w./@-]+$/.test(folder) ? [folder] : [];
}
