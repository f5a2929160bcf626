import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand, ProfileWarning } from '../../../domain/profile.ts';
import { withoutEnvironmentRun } from '../../called/environment-run.ts';
import { workflowsOf } from '../../ci/automation.ts';
import type { DeclaredCheck } from '../../declared.ts';
import { declaredHooks, runsAllHooks, runsPreCommit } from '../../harvest/checks/hooks.ts';
import { unused } from '../../harvest/checks/meant.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { callElsewhere } from './calls-elsewhere.ts';
import { environmentChecks } from './environments.ts';
import { hatchChecks } from './hatch.ts';
import { hookLinters } from './hook-linters.ts';
import { type Invocation, invocationsOf, pipelineInvocations } from './invocation.ts';
import { ALL_FILES, LINTERS, type Linter } from './linters.ts';
import { installedWith, type Place, projectsOf } from './place.ts';
import type { PythonProject } from './project.ts';
import { withoutFix } from './ruff.ts';
import { type InstalledTool, installedTool } from './runner.ts';

/** Each linter that is set up and installed; a workspace's at its root, else in the members that have it. */
export function lintCommands(place: Place): Found<readonly LintCommand[]> {
  const { project: root } = place.unit;
  const everywhere = (rule: (project: PythonProject) => DeclaredCheck[]): DeclaredCheck[] => {
    const atRoot = rule(root);
    if (atRoot.some(({ isOnlyDeclared }) => !isOnlyDeclared)) return atRoot;
    const below = place.unit.members.flatMap(rule).filter(({ isOnlyDeclared }) => !isOnlyDeclared);
    return below.length > 0 ? below : atRoot;
  };
  const installed = [
    ...LINTERS.flatMap((linter) => everywhere((project) => commandOf(place, project, linter))),
    ...everywhere((project) => ruffFormat(place, project)),
  ];
  const meant = installed.filter(({ isOnlyDeclared }) => !isOnlyDeclared);
  const found = [...meant, ...environmentChecks(place, root, meant)];
  if (place.choice.manager === 'hatch') return { value: withHatch(place, found), warnings: [] };
  const called = calledHooks(place);
  if (called.length > 0) return { value: [...called, ...found.filter((it) => !isHooked(place, it))], warnings: [] };
  const declared = installed.filter(({ isOnlyDeclared }) => isOnlyDeclared);
  const left = declared.flatMap(unusedLinter);
  if (found.some(({ check }) => check !== 'typecheck')) return { value: [...found, ...declared], warnings: left };
  const hooks = preCommit(place);
  const released = hooks.value.length > 0 ? [] : hookLinters(place);
  if (released.length > 0) return { value: [...released, ...found, ...declared], warnings: left };
  return { value: [...hooks.value, ...found, ...declared], warnings: [...hooks.warnings, ...left] };
}

/** What is said of one that nothing calls: its last line is its declaration. */
function unusedLinter({ run, because }: DeclaredCheck): ProfileWarning[] {
  const tool = LINTERS.find((linter) => new RegExp(`(?:^|[ /])${linter.tool} `).test(`${run} `))?.tool;
  return tool === undefined ? [] : because.slice(-1).map((declaration) => unused(tool, declaration));
}

function commandOf(place: Place, project: PythonProject, linter: Linter): DeclaredCheck[] {
  const { snapshot, choice } = place;
  const tool = installedTool({ choice, installed: installedWith(place, project), name: linter.from ?? linter.tool });
  if (!tool || isCompared(project, linter)) return [];
  const configured = configurationOf(snapshot, project, linter);
  const isOwn = project.dependencies.includes(tool.declared);
  const [call] = callsOf(snapshot, project.directory, linter.tool).filter(({ args }) => linter.accepts.test(args));
  const listed = call ? null : listedCall(snapshot, tool);
  const isCalled = call !== undefined || listed !== null;
  if (!isCalled && isLeftOut(snapshot, project, linter)) return [];
  const isShown = configured.length > 0 || isCalled;
  const isUsual = linter.works === 'unconfigured' && isOwn && !isRivalled(snapshot, project, linter);
  const meant = !isShown && isUsual ? callElsewhere(snapshot, project, linter.tool) : null;
  if (!isShown && !meant && !isUsual) return [];
  const args = call?.args ?? defaultArgs(place, project, linter);
  const shown = [call?.because ?? null, listed, meant].filter((evidence) => evidence !== null);
  const because = [...configured, ...shown, declaration(snapshot, tool)];
  const run = `${tool.prefix}${linter.tool}${args}`;
  const isOnlyDeclared = !isShown && !meant;
  const { directory } = project;
  return [{ check: linter.check, run, directory, because, ...(isOnlyDeclared ? { isOnlyDeclared } : {}) }];
}

/** Whether pipelines run others for the same, and no hook calls this one: what is set up for it is not what is wanted any more. */
function isLeftOut(snapshot: Snapshot, project: PythonProject, { tool, check }: Linter): boolean {
  const others = LINTERS.filter((linter) => linter.check === check && linter.tool !== tool);
  const isRun = others.some(({ tool: name, accepts }) =>
    pipelineInvocations(snapshot, project.directory, name).some(({ args }) => accepts.test(args)),
  );
  return isRun && hookOf(snapshot, project, new RegExp(`\\bid: ${tool}\\b`)) === null;
}

/** Whether another tool that does the same is set up, and no hook calls this one. */
function isRivalled(snapshot: Snapshot, project: PythonProject, { tool, rival }: Linter): boolean {
  const other = LINTERS.find((linter) => linter.tool === rival);
  if (!other || configurationOf(snapshot, project, other).length === 0) return false;
  return hookOf(snapshot, project, new RegExp(`\\bid: ${tool}\\b`)) === null;
}

/** `pylint $(git ls-files '*.py')`, as GitHub's own starter calls it over all files, in the pipeline that brings the tool. */
function listedCall(snapshot: Snapshot, { declared: { name, file, membership } }: InstalledTool): Evidence | null {
  const pattern = new RegExp(`^\\s*(?:- )?(?:run: )?${name} \\$\\(git ls-files '\\*\\.py'\\)\\s*$`);
  const found = membership.kind === 'pipeline' ? firstMatch(snapshot.text(file) ?? '', pattern) : null;
  return found === null ? null : snapshot.evidence(file, found.line);
}

/** By pipelines first. (detection.md, "Command precedence") */
function callsOf(snapshot: Snapshot, directory: string, tool: string): Invocation[] {
  return [...pipelineInvocations(snapshot, directory, tool), ...invocationsOf(snapshot, directory, tool)];
}

/** Whether only what its findings are compared with, by another program, makes something of them. (pypi.org, "mypy-baseline") */
function isCompared({ pyproject }: PythonProject, { tool }: Linter): boolean {
  return tool === 'mypy' && pyproject.at(['tool', 'mypy-baseline']) !== undefined;
}

/**
 * mypy whose configuration names what to check is not told again; ruff that would mend is told not to; and flake8, which passes over no
 * environment, is told the files where the manager makes one in the project. (docs.astral.sh/uv, "Project environments"; pdm-project.org, "Working with Virtual Environments")
 */
function defaultArgs({ snapshot, choice }: Place, project: PythonProject, { tool, args }: Linter): string {
  const { pyproject } = project;
  if (/^p?flake8$/.test(tool) && /^(?:uv|pdm)$/.test(choice.manager)) return ALL_FILES;
  const names = ['files', 'packages', 'modules'];
  if (tool === 'ruff') return args.replace(/^ check/, `$&${withoutFix(snapshot, project)}`);
  return tool === 'mypy' && names.some((name) => pyproject.at(['tool', 'mypy', name]) !== undefined) ? '' : args;
}

function configurationOf(snapshot: Snapshot, project: PythonProject, linter: Linter): Evidence[] {
  const { directory, pyproject, dependencies } = project;
  const isRead = linter.tablesWith === undefined || dependencies.some(({ name }) => name === linter.tablesWith);
  const tables = (isRead ? linter.tables : [])
    .filter((path) => pyproject.at(path) !== undefined)
    .map((path) => pyproject.evidence(path));
  const files = linter.files.flatMap((name) => joinPath(directory, name) ?? []).filter((file) => snapshot.has(file));
  const sections = ['setup.cfg', 'tox.ini'].flatMap((name) => {
    const file = joinPath(directory, name) ?? name;
    const lines = linter.sections.map((section) => firstMatch(snapshot.text(file) ?? '', sectionHeader(section)));
    return lines.flatMap((found) => (found ? [snapshot.evidence(file, found.line)] : []));
  });
  return [...tables, ...files.map((file) => snapshot.evidence(file, 1)), ...sections];
}

function sectionHeader(name: string): RegExp {
  return new RegExp(`^\\[${name}\\]`);
}

function declaration(snapshot: Snapshot, { declared }: InstalledTool): Evidence {
  return snapshot.evidence(declared.file, declared.line);
}

/** ruff formats only where the repository says so: in its configuration, a hook, a script or a workflow. (detection.md) */
function ruffFormat(place: Place, project: PythonProject): LintCommand[] {
  const { snapshot, choice } = place;
  const { directory } = project;
  const tool = installedTool({ choice, installed: installedWith(place, project), name: 'ruff' });
  if (!tool || (!project.dependencies.includes(tool.declared) && project.pyproject.at(['tool', 'ruff']) === undefined))
    return [];
  const [call] = callsOf(snapshot, directory, 'ruff').filter(({ args }) => /^ format\b.*--(?:check|diff)\b/.test(args));
  const used = call ? [call.because] : formatEvidence(snapshot, project);
  if (used.length === 0) return [];
  const run = `${tool.prefix}ruff${call?.args ?? ' format --check .'}`;
  return [{ check: 'format', run, directory, because: [...used, declaration(snapshot, tool)] }];
}

function formatEvidence(snapshot: Snapshot, { directory, pyproject }: PythonProject): Evidence[] {
  const table = ['tool', 'ruff', 'format'];
  if (pyproject.at(table) !== undefined) return [pyproject.evidence(table)];
  const own = ['ruff.toml', '.ruff.toml'].flatMap((name) => joinPath(directory, name) ?? []);
  const shown =
    firstIn(snapshot, own, /^\[format\]/) ??
    hookOf(snapshot, { directory }, /\bruff[- ]format\b/) ??
    firstIn(snapshot, workflowsOf(snapshot), /\bruff format\b/);
  return shown === null ? [] : [shown];
}

/** The line of the hooks, here or above, that a pattern finds. */
function hookOf(snapshot: Snapshot, { directory }: Pick<PythonProject, 'directory'>, pattern: RegExp): Evidence | null {
  const hooks = nearest(snapshot, directory, ['.pre-commit-config.yaml']);
  return hooks === null ? null : firstIn(snapshot, [hooks], pattern);
}

function firstIn(snapshot: Snapshot, files: readonly string[], pattern: RegExp): Evidence | null {
  for (const file of files) {
    const found = firstMatch(snapshot.text(file) ?? '', pattern);
    if (found) return snapshot.evidence(file, found.line);
  }
  return null;
}

/** What pipelines start by its scripts comes first. `hatch fmt` brings rules of its own: it is used where the repository has taken them over, and nothing else is found. */
function withHatch({ snapshot, unit }: Place, found: readonly LintCommand[]): readonly LintCommand[] {
  const { project } = unit;
  const started = hatchChecks(snapshot, project);
  const all = [...started, ...found.filter(({ check }) => started.every((other) => other.check !== check))];
  const taken = HATCH_RULES.find((path) => project.pyproject.at(path) !== undefined);
  if (all.length > 0 || taken === undefined) return all;
  const because = [project.pyproject.evidence(taken)];
  return [{ check: 'lint', run: 'hatch fmt --check', directory: project.directory, because }];
}

/** By what a project takes over Hatch's own rules for ruff. (hatch.pypa.io, "Static analysis configuration") */
const HATCH_RULES = [
  ['tool', 'hatch', 'envs', 'hatch-static-analysis'],
  ['tool', 'ruff', 'extend'],
];

/** All hooks, where pipelines run them: the repository's own way to check everything. (detection.md, "Command precedence") */
function calledHooks(place: Place): readonly LintCommand[] {
  const called = place.unit.project.directory === '.' ? runsAllHooks(place.snapshot) : null;
  return called === null ? [] : preCommit(place).value.map((it) => ({ ...it, because: [...it.because, called] }));
}

/** Whether a hook runs the tool of a command that is run over the same folder. */
function isHooked({ snapshot }: Place, { run, directory }: LintCommand): boolean {
  const [tool = '', word] = withoutEnvironmentRun(run).split(' ');
  const ids = tool === 'ruff' ? (word === 'format' ? ['ruff-format'] : ['ruff', 'ruff-check']) : [tool];
  return directory === '.' && declaredHooks(snapshot).some(({ id, isWhole }) => isWhole && ids.includes(id));
}

/** Hooks alone: run by pre-commit, or prek, where it is a dependency or a pipeline runs them; else that is said. */
function preCommit(place: Place): Found<readonly LintCommand[]> {
  const { snapshot, choice, unit } = place;
  const { directory } = unit.project;
  const file = joinPath(directory, '.pre-commit-config.yaml') ?? '';
  if (!snapshot.has(file)) return { value: [], warnings: [] };
  for (const project of projectsOf(place)) {
    for (const name of ['pre-commit', 'prek']) {
      const tool = installedTool({ choice, installed: [project], name });
      if (!tool) continue;
      const because = [snapshot.evidence(file, 1), declaration(snapshot, tool)];
      return {
        value: [{ check: 'lint', run: `${tool.prefix}${name} run --all-files`, directory, because }],
        warnings: [],
      };
    }
  }
  const called = directory === '.' ? runsPreCommit(snapshot) : null;
  if (called) {
    const because = [snapshot.evidence(file, 1), called];
    return { value: [{ check: 'lint', run: 'pre-commit run --all-files', directory, because }], warnings: [] };
  }
  const message = 'the hooks are left out: neither pre-commit nor prek is among the dependencies that are installed.';
  return { value: [], warnings: [{ file, line: 1, message } satisfies ProfileWarning] };
}
