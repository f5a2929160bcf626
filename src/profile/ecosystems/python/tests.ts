import type { Evidence } from '../../../domain/evidence.ts';
import type { Command } from '../../../domain/profile.ts';
import { callsIn } from '../../harvest/calls.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, directoryOf, isWithin, joinPath, nearestFolder, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { environmentTests } from './environments.ts';
import { startedTests, usualTests } from './hatch.ts';
import { invocationsOf } from './invocation.ts';
import { installedWith, type Place, projectsOf } from './place.ts';
import type { PythonProject } from './project.ts';
import { type InstalledTool, installedTool, prefixOf } from './runner.ts';
import { selectedTests } from './selection.ts';
import { findTestScript } from './test-script.ts';

/** The tests of a unit: at its root where pytest is configured there, else in each project that has some. None without a test. */
export function testCommands(place: Place): Command[] {
  const { unit, snapshot } = place;
  if (unit.members.length > 0 && pytestConfiguration(snapshot, unit.project).length > 0) {
    const tests = projectsOf(place).flatMap((project) => ownTests(place, project));
    return testsIn(place, unit.project, tests, true);
  }
  return projectsOf(place).flatMap((project) => testsIn(place, project, ownTests(place, project), false));
}

/** Tests that say of themselves that they speak to what runs elsewhere: without it pytest finds none, and fails. */
export const LIVE = /(?:^|_)(?:live|e2e)(?:_|\.)/;

function testsIn(place: Place, project: PythonProject, tests: readonly string[], isWhole: boolean): Command[] {
  const [first] = tests;
  if (first === undefined || tests.every((path) => LIVE.test(baseName(path)))) return [];
  const { snapshot, choice } = place;
  const { directory } = project;
  const seen = snapshot.evidence(first, 1);
  const pytest = findPytest(place, project);
  const script = findTestScript(snapshot, directory, pytest !== null);
  if (script) return [{ run: `${prefixOf(choice)}bash ${script.path}`, directory, because: [script.because, seen] }];
  const started = choice.manager === 'hatch' ? startedTests(snapshot, project) : null;
  if (started) return [{ ...started, because: [...started.because, seen] }];
  if (pytest) return [pytestCommand(place, project, { pytest, tests, seen, isWhole })];
  if (choice.manager === 'hatch') {
    const found = usualTests(project) ?? { run: 'hatch test', directory, because: choice.because };
    return [{ ...found, because: [...found.because, seen] }];
  }
  const own = django(place, project, seen) ?? unittest(place, project, seen);
  const made = own.length > 0 ? null : environmentTests(place, project);
  return made ? [{ ...made, because: [...made.because, seen] }] : own;
}

/** A plugin of pytest brings pytest. */
function findPytest(place: Place, project: PythonProject): InstalledTool | null {
  const declared = installedWith(place, project).flatMap(({ dependencies }) => dependencies.map(({ name }) => name));
  const names = ['pytest', ...declared.filter((name) => name.startsWith('pytest-'))];
  const tools = names.map((name) => findTool(place, project, name));
  return tools.find((tool) => tool !== null) ?? null;
}

function findTool(place: Place, project: PythonProject, name: string): InstalledTool | null {
  return installedTool({ choice: place.choice, installed: installedWith(place, project), name });
}

interface PytestInput {
  readonly pytest: InstalledTool;
  readonly tests: readonly string[];
  readonly seen: Evidence;
  /** Whether the tests of the members below are meant too. */
  readonly isWhole: boolean;
}

/** Called as the repository calls it, where it does so in one way. */
function pytestCommand(place: Place, project: PythonProject, { pytest, tests, seen, isWhole }: PytestInput): Command {
  const { snapshot } = place;
  const { directory } = project;
  const calls = invocationsOf(snapshot, directory, 'pytest');
  const [said] = new Set(calls.map(({ args }) => args)).size === 1 ? calls : [];
  const hasXdist = findTool(place, project, 'pytest-xdist') !== null;
  const call = said ?? selectedTests(snapshot, { directory, hasXdist });
  const configured = pytestConfiguration(snapshot, project);
  const args = call?.args ?? (isWhole || configured.length > 0 ? '' : ownFolders(place, project, tests));
  const declared = snapshot.evidence(pytest.declared.file, pytest.declared.line);
  return {
    run: `${pytest.prefix}pytest${args}`,
    directory,
    because: [...(call ? [call.because] : []), ...configured, declared, seen],
  };
}

/** pytest would also collect the tests of the projects below, which have dependencies of their own. */
function ownFolders({ others }: Place, { directory }: PythonProject, tests: readonly string[]): string {
  if (![...others].some((other) => other !== directory && isWithin(directory, other))) return '';
  const steps = tests.map((path) => relativeTo(directory, path).split('/')[0] ?? '.');
  return ` ${[...new Set(steps)].join(' ')}`;
}

function pytestConfiguration(snapshot: Snapshot, { directory, pyproject }: PythonProject): Evidence[] {
  const table = ['tool', 'pytest'];
  if (pyproject.at(table) !== undefined) return [pyproject.evidence(table)];
  const places = [
    ['pytest.ini', /^\[pytest\]/],
    ['tox.ini', /^\[pytest\]/],
    ['setup.cfg', /^\[tool:pytest\]/],
  ] as const;
  for (const [name, header] of places) {
    const file = joinPath(directory, name) ?? name;
    const found = firstMatch(snapshot.text(file) ?? '', header);
    if (found) return [snapshot.evidence(file, found.line)];
  }
  return [];
}

const TEST = /^(test_.*|.*_tests?|tests)\.py$/;

/** Modules that are called like tests outside of folders for tests: they are read, as deep as such are met, and what they hold tells. */
export const SO_CALLED = [
  ...[0, 1, 2, 3, 4].map((depth) => `${'!(test|tests|testing)/'.repeat(depth)}test_*.py`),
  '**/management/commands/test_*.py',
];

function holdsTest(snapshot: Snapshot, path: string): boolean {
  if (!baseName(path).startsWith('test_') || /(?:^|\/)(?:tests?|testing)\//.test(path)) return true;
  const text = snapshot.text(path);
  return text === null || /\bdef test|\bclass\s+\w*Test|\bTestCase\b/.test(text);
}

/** By pytest's and Django's names; a test belongs to the nearest project above it. */
export function ownTests(
  { snapshot, others }: Pick<Place, 'snapshot' | 'others'>,
  { directory }: PythonProject,
): string[] {
  return snapshot
    .within(directory)
    .filter(
      (path) => TEST.test(baseName(path)) && nearestFolder(others, path) === directory && holdsTest(snapshot, path),
    );
}

/** Django's own runner, where manage.py is Django's; the outermost one. Called as the pipelines call it, where they do so in one way. */
function django(place: Place, { directory }: PythonProject, seen: Evidence): Command[] | null {
  const { snapshot, choice, others } = place;
  const scripts = snapshot
    .within(directory)
    .filter((path) => baseName(path) === 'manage.py' && nearestFolder(others, path) === directory);
  const [file] = [...scripts].sort((a, b) => a.split('/').length - b.split('/').length);
  const found = file === undefined ? null : firstMatch(snapshot.text(file) ?? '', /DJANGO_SETTINGS_MODULE|\bdjango\b/);
  if (file === undefined || !found) return null;
  const because = [snapshot.evidence(file, found.line), seen];
  const calls = djangoCalls(snapshot, directory, file);
  const [call] = new Set(calls.map(({ words }) => words)).size === 1 ? calls : [];
  const { words, at } = call ?? { words: 'manage.py test', at: directoryOf(file) };
  const own = call ? [...call.because, ...because] : because;
  return [{ run: `${prefixOf(choice)}python ${words}`, directory: at, because: own }];
}

/** Plain words behind the script: nothing that a shell would expand. */
const DJANGO_TEST =
  /^(?:(?:uv|poetry|pdm|pipenv|hatch) run )?(?:python3? |\.\/)((?:[\w.-]+\/){0,10}manage\.py) test((?: [\w./=:,-]+)*)$/;

/** How pipelines start its tests, from the project's folder or from its own. */
function djangoCalls(snapshot: Snapshot, directory: string, file: string) {
  const folders = new Set([directory, directoryOf(file)]);
  return [...folders].flatMap((at) =>
    callsIn(snapshot, at).flatMap(({ run, because }) => {
      const [, script = '', args = ''] = DJANGO_TEST.exec(run) ?? [];
      return joinPath(at, script) === file ? [{ words: `${script} test${args}`, at, because }] : [];
    }),
  );
}

/** The standard library's, where the repository itself calls it: the names of files do not tell whose tests they hold. */
function unittest({ snapshot, choice }: Place, { directory }: PythonProject, seen: Evidence): Command[] {
  const [call] = invocationsOf(snapshot, directory, 'unittest');
  if (!call) return [];
  return [{ run: `${prefixOf(choice)}python -m unittest${call.args}`, directory, because: [call.because, seen] }];
}
