import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, theUnit } from '../../profiled.ts';

const PACKAGE =
  '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "shop"\n';

function project(files: MemoryFiles, pyproject = ''): MemoryFiles {
  return { 'pyproject.toml': `${PACKAGE}${pyproject}`, 'src/shop/__init__.py': '', 'tests/test_a.py': '', ...files };
}

async function commandsOf(files: MemoryFiles) {
  const { commands } = await theUnit(files);
  const runs = (list: readonly { readonly run: string }[]) => list.map(({ run }) => run);
  return {
    install: runs(commands.install),
    lint: commands.lint.map(({ check, run }) => `${check}: ${run}`),
    test: runs(commands.test),
  };
}

describe('The environments of tox', () => {
  const TOX = [
    '[tox]',
    'env_list = py, lint, type, docs',
    '[testenv]',
    'deps = pytest  # and no more',
    'commands =',
    '    pytest --cov=shop {posargs:tests}',
    '[testenv:lint]',
    'skip_install = true',
    'commands = pre-commit run --all-files',
    '[testenv:{type,other}]',
    'commands =',
    '    type: mypy src',
    '[testenv:fix]',
    'commands = ruff check --fix .',
    '[testenv:docs]',
    'commands = sphinx-build docs',
    '[flake8]',
    'max-line-length = 100',
    '',
  ].join('\n');

  it('are started where nothing else brings what checks need, and then nothing else is installed', async () => {
    const files = project({ 'tox.ini': TOX });
    expect(await commandsOf(files)).toEqual({
      install: ['pip install tox'],
      lint: ['lint: tox -e lint', 'typecheck: tox -e type', 'typecheck: tox -e other'],
      test: ['tox -e py'],
    });
    const { commands } = await theUnit(files);
    expect(linesOf(commands.test[0])).toEqual(['tox.ini:3', 'tests/test_a.py:1']);
    expect(linesOf(commands.lint[0])).toEqual(['tox.ini:7']);
  });

  it.each([
    ['setup.cfg', { 'setup.cfg': TOX.replace('[tox]', '[tox:tox]') }, ''],
    ['tox.toml', { 'tox.toml': '[env_run_base]\ncommands = [["pytest", { replace = "posargs" }]]\n' }, ''],
    ['pyproject.toml', {}, '[tool.tox.env_run_base]\ncommands = [["python", "-m", "pytest"]]\n'],
    ['a text in pyproject.toml', {}, `[tool.tox]\nlegacy_tox_ini = """\n${TOX}"""\n`],
    ['a section of tests', { 'tox.ini': '[testenv:tests]\ncommands = coverage run -m pytest\n' }, ''],
  ])('are read from %s', async (_, files: MemoryFiles, pyproject) => {
    expect((await commandsOf(project(files, pyproject))).test).toEqual([
      expect.stringMatching(/^tox -e (?:py|tests)$/),
    ]);
  });

  it('are not started for what is installed', async () => {
    const files = project({ 'tox.ini': TOX, 'requirements-dev.txt': 'pytest\nruff\n', 'ruff.toml': '' });
    expect(await commandsOf(files)).toEqual({
      install: ['pip install -r requirements-dev.txt -e .', 'pip install tox'],
      lint: ['lint: ruff check .', 'typecheck: tox -e type', 'typecheck: tox -e other'],
      test: ['pytest'],
    });
  });

  it.each([
    [
      'as the project has it',
      { 'requirements-dev.txt': 'tox\n' },
      'tox -e py',
      ['pip install -r requirements-dev.txt -e .'],
    ],
    ['by uv', { 'uv.lock': '' }, 'uvx tox -e py', expect.not.arrayContaining(['pip install tox'])],
    [
      'by pipx beside another manager',
      { 'pdm.lock': '' },
      'pipx run tox -e py',
      expect.not.arrayContaining(['pip install tox']),
    ],
  ])('are started %s', async (_, files: MemoryFiles, run, install) => {
    const found = await commandsOf(project({ 'tox.ini': '[testenv]\ncommands = pytest\n', ...files }));
    expect(found).toMatchObject({ test: [run], install });
  });

  it.each([
    ['that test nothing', '[testenv]\ncommands = python setup.py develop\n'],
    ['of another name', '[testenv:nightly]\ncommands = pytest\n'],
    ['without commands', '[testenv]\ndeps = pytest\n'],
    ['that publish as well', '[testenv]\ncommands =\n  pytest\n  twine upload dist/*\n'],
  ])('are no tests %s', async (_, tox) => {
    expect((await commandsOf(project({ 'tox.ini': tox }))).test).toEqual([]);
  });

  it('are no checks where their name deploys, or is an option of the tool', async () => {
    const tox = '[testenv:deploy]\ncommands = mypy .\n[testenv:-r]\ncommands = black --check .\n';
    expect((await commandsOf(project({ 'tox.ini': tox }))).lint).toEqual([]);
  });
});

describe('The sessions of nox', () => {
  const NOX = [
    'import nox',
    '@nox.session(python=["3.9", "3.13"])',
    'def tests(session):',
    '    session.install("pytest")',
    '    session.run("pytest", "tests", *session.posargs)',
    '',
    '@nox.session',
    'def lint(session: nox.Session) -> None:',
    '    session.run("ruff", "check", "src")',
    '    session.run("ruff", "format", "--check")',
    '@nox.session(name="black")',
    'def format(session):',
    '    session.run("black", "src")',
    'def pytest_like(session):',
    '    session.run("mypy")',
    '',
  ].join('\n');

  it('are started by the Python that is there', async () => {
    const files = project({ 'noxfile.py': NOX });
    expect(await commandsOf(files)).toEqual({
      install: ['pip install nox'],
      lint: ['lint: nox -s lint'],
      test: ['nox -s tests --force-python 3'],
    });
    expect(linesOf((await theUnit(files)).commands.lint[0])).toEqual(['noxfile.py:8']);
  });

  it('are read over several lines', async () => {
    const noxfile = '@nox.session\ndef tests(session):\n    session.run(\n        "pytest",\n        "tests",\n    )\n';
    expect((await commandsOf(project({ 'noxfile.py': noxfile }))).test).toEqual(['nox -s tests']);
  });

  it.each([
    ['publish as well', '    session.run(\n        "twine",\n        "upload",\n        "dist/*",\n    )'],
    ['start another that does', '    session.notify("release")'],
  ])('are neither tests nor checks where they %s', async (_, more) => {
    const noxfile = ['tests', 'lint']
      .map(
        (name) =>
          `@nox.session\ndef ${name}(session):\n    session.run("${name === 'lint' ? 'mypy' : 'pytest'}")\n${more}\n`,
      )
      .join('');
    expect(await commandsOf(project({ 'noxfile.py': noxfile }))).toMatchObject({ lint: [], test: [] });
  });

  it('are no checks where only the run knows what they start', async () => {
    const noxfile = '@nox.session\ndef lint(session):\n    session.run("mypy")\n    session.run(*COMMAND)\n';
    expect((await commandsOf(project({ 'noxfile.py': noxfile }))).lint).toEqual([]);
  });
});
