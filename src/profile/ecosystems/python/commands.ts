import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, isWithin, joinPath, relativeTo } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ManagerChoice } from './manager.ts';
import type { PythonProject } from './project.ts';

interface Place {
  readonly snapshot: Snapshot;
  readonly project: PythonProject;
  readonly choice: ManagerChoice;
}

/** What continuous integration should run: each tool only where it is configured or declared. (detection.md, rows of Python) */
export function pythonCommands(place: Place): Commands {
  return { install: install(place), lint: lint(place), test: test(place), build: build(place) };
}

function install({ snapshot, project, choice }: Place): Command[] {
  const { directory, because } = { directory: project.directory, because: choice.because };
  const one = (run: string): Command[] => [{ run, directory, because }];
  switch (choice.manager) {
    case 'uv': {
      const workspace = project.members.length > 0 ? ' --all-packages' : '';
      return one(
        choice.lockfile === null
          ? `uv sync --all-extras --dev${workspace}`
          : `uv sync --locked --all-extras --dev${workspace}`,
      );
    }
    case 'poetry':
      return one('poetry install --no-interaction --all-extras');
    case 'pdm':
      return one(choice.lockfile === null ? 'pdm install -G:all' : 'pdm install --check -G:all');
    case 'pipenv':
      return one(choice.lockfile === null ? 'pipenv install --dev' : 'pipenv install --deploy --dev');
    case 'hatch':
      return one('hatch env create');
    case 'pip':
      return pipInstall(snapshot, project);
  }
}

function pipInstall(snapshot: Snapshot, { directory, requirements, pyproject }: PythonProject): Command[] {
  const [first] = requirements;
  if (first !== undefined) {
    const files = requirements.map((path) => `-r ${relativeTo(directory, path)}`).join(' ');
    return [{ run: `python -m pip install ${files}`, directory, because: [snapshot.evidence(first, 1)] }];
  }
  const extra = ['test', 'tests', 'dev'].find(
    (name) => pyproject.at(['project', 'optional-dependencies', name]) !== undefined,
  );
  const target = extra === undefined ? '.' : `".[${extra}]"`;
  const file = pyproject.value === undefined ? joinPath(directory, 'setup.py') : pyproject.file;
  return file === null
    ? []
    : [{ run: `python -m pip install -e ${target}`, directory, because: [snapshot.evidence(file, 1)] }];
}

/** How a tool of the project's environment is started. */
function prefix({ manager }: ManagerChoice): string {
  switch (manager) {
    case 'uv':
    case 'poetry':
    case 'pdm':
    case 'pipenv':
    case 'hatch':
      return `${manager} run `;
    case 'pip':
      return '';
  }
}

interface Linter {
  readonly check: string;
  readonly tool: string;
  readonly run: string;
  readonly files: readonly string[];
}

const LINTERS: readonly Linter[] = [
  { check: 'lint', tool: 'ruff', run: 'ruff check .', files: ['ruff.toml', '.ruff.toml'] },
  { check: 'lint', tool: 'flake8', run: 'flake8', files: ['.flake8'] },
  { check: 'format', tool: 'black', run: 'black --check .', files: [] },
  { check: 'format', tool: 'isort', run: 'isort --check-only .', files: ['.isort.cfg'] },
  { check: 'typecheck', tool: 'mypy', run: 'mypy .', files: ['mypy.ini', '.mypy.ini'] },
  { check: 'typecheck', tool: 'pyright', run: 'pyright', files: ['pyrightconfig.json'] },
];

function lint(place: Place): LintCommand[] {
  const { project, choice } = place;
  const { directory } = project;
  const found = LINTERS.flatMap(({ check, tool, run, files }): LintCommand[] => {
    const because = toolEvidence(place, tool, files);
    return because.length > 0 ? [{ check, run: `${prefix(choice)}${run}`, directory, because }] : [];
  });
  return [...found, ...ruffFormat(place)];
}

/** Configured, or declared as a dependency: and it must be declared where nothing else would install it. */
function toolEvidence({ snapshot, project }: Place, tool: string, files: readonly string[]): Evidence[] {
  const declared = project.dependencies.find(({ name }) => name === tool);
  if (!declared) return [];
  const path = ['tool', tool];
  const table = project.pyproject.at(path) === undefined ? [] : [project.pyproject.evidence(path)];
  const own = files.flatMap((name) => joinPath(project.directory, name) ?? []).filter((file) => snapshot.has(file));
  return [...table, ...own.map((file) => snapshot.evidence(file, 1)), snapshot.evidence(declared.file, declared.line)];
}

/** ruff formats only where the project says so: a table of its own, or its hook. */
function ruffFormat({ snapshot, project, choice }: Place): LintCommand[] {
  const { directory, pyproject, dependencies } = project;
  if (!dependencies.some(({ name }) => name === 'ruff')) return [];
  const hooks = joinPath(directory, '.pre-commit-config.yaml') ?? '';
  const hook = firstMatch(snapshot.text(hooks) ?? '', /ruff-format|ruff format/);
  const table = ['tool', 'ruff', 'format'];
  const because =
    pyproject.at(table) !== undefined ? [pyproject.evidence(table)] : hook ? [snapshot.evidence(hooks, hook.line)] : [];
  return because.length > 0
    ? [{ check: 'format', run: `${prefix(choice)}ruff format --check .`, directory, because }]
    : [];
}

function test(place: Place): Command[] {
  const { snapshot, project, choice } = place;
  const { directory } = project;
  const file = snapshot.paths.find((path) => isWithin(directory, path) && isTestFile(relativeTo(directory, path)));
  if (file === undefined) return [];
  const because: Evidence[] = [{ file, line: 1 }];
  const manage = joinPath(directory, 'manage.py') ?? '';
  const pytest = project.dependencies.find(({ name }) => name === 'pytest' || name.startsWith('pytest-'));
  if (pytest)
    return [
      { run: `${prefix(choice)}pytest`, directory, because: [snapshot.evidence(pytest.file, pytest.line), ...because] },
    ];
  if (snapshot.has(manage))
    return [
      { run: `${prefix(choice)}python manage.py test`, directory, because: [{ file: manage, line: 1 }, ...because] },
    ];
  return [];
}

function isTestFile(path: string): boolean {
  return (
    /^test_\w+\.py$|^\w+_test\.py$/.test(baseName(path)) ||
    (/^tests?\//.test(path) && path.endsWith('.py') && /test/.test(baseName(path)))
  );
}

/** Only what is published as a package is built. */
function build({ project, choice }: Place): Command[] {
  const { directory, pyproject } = project;
  const backend = ['build-system', 'build-backend'];
  if (pyproject.text(backend) === null || pyproject.at(['tool', 'uv', 'package']) === false) return [];
  const because = [pyproject.evidence(backend)];
  if (choice.manager === 'uv') return [{ run: 'uv build', directory, because }];
  return choice.manager === 'poetry' ? [{ run: 'poetry build', directory, because }] : [];
}
