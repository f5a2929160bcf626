import { describe, expect, it } from 'vitest';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

async function testOf(files: MemoryFiles): Promise<string[]> {
  return typed(await detectOne(python, { 'x.py': '', ...files })).test;
}

const PYTEST = { 'requirements.txt': 'flask\npytest\n' };
const TEST = { 'tests/test_x.py': '' };

describe("A Python unit's tests", () => {
  it.each([
    ['tests/test_x.py', ''],
    ['a/tests/unit/test_x.py', ''],
    ['src/cart/x_test.py', ''],
    ['app/tests.py', ''],
    ['test_x.py', 'def test_one():\n'],
    ['app/test_x.py', 'class X:\n    async def test_one(self):\n'],
    ['app/a/b/test_x.py', 'class OneTest(Base):\n'],
    ['app/test_x.py', 'class One(TestCase):\n'],
  ])('are run by pytest with %s: %j', async (path, text) => {
    expect(await testOf({ ...PYTEST, [path]: text })).toEqual(['pytest']);
  });

  it.each([
    'test_email.py',
    'shop/test_data.py',
    'shop/core/a/test_mode.py',
    'a/b/c/d/e/management/commands/test_email.py',
  ])('are none in a module that is merely called so: %s', async (path) => {
    expect(await testOf({ ...PYTEST, [path]: 'class Command(BaseCommand):\n    def handle(self):\n' })).toEqual([]);
  });

  it('are none where there is none: pytest would fail for it', async () => {
    expect(await testOf({ ...PYTEST, 'pytest.ini': '[pytest]\n', 'tests/conftest.py': '', 'contest.py': '' })).toEqual(
      [],
    );
  });

  it('are none where nothing that runs them is installed', async () => {
    expect(await testOf({ 'requirements.txt': 'flask\n', ...TEST })).toEqual([]);
  });

  it('are said where nothing that runs them is installed, with how to have them run', async () => {
    const test = 'import unittest\n\nclass T(unittest.TestCase):\n';
    const found = await detect(python, {
      'requirements.txt': 'flask\n',
      'x.py': '',
      'test_a.py': test,
      'tests/__init__.py': '',
      'tests/unit/test_x.py': '',
      'tests/unit/test_y.py': '',
    });
    expect(found.warnings).toEqual([
      {
        file: 'test_a.py',
        line: 3,
        message:
          'no job runs 3 files of tests like this one: pytest is not declared, and no workflow, Makefile or script calls another runner. Declare pytest, or write there how they start (`python -m unittest discover`, say).',
      },
    ]);
  });

  it.each([
    [{ 'tests/__init__.py': '', 'tests/test_x.py': '' }, '`python -m unittest discover -s tests -t .`'],
    [{ 'tests/test_x.py': '' }, '`python -m unittest discover -s tests`'],
  ])('are said with the folder where they lie: %j', async (files, call) => {
    const { warnings } = await detect(python, { 'requirements.txt': 'flask\n', 'x.py': '', ...files });
    expect(warnings.map(({ file }) => file)).toEqual(['tests/test_x.py']);
    expect(warnings[0]?.message).toContain(call);
  });

  it.each([
    ['a runner', { ...PYTEST, ...TEST }],
    ['tests of what runs elsewhere', { 'requirements.txt': 'flask\n', 'tests/test_live.py': '' }],
    ['helpers alone', { 'requirements.txt': 'flask\n', 'app/tests.py': '' }],
  ])('are said nowhere else: %s', async (_, files) => {
    expect((await detect(python, { 'x.py': '', ...files })).warnings).toEqual([]);
  });

  it('are run by pytest where only a plugin of it is declared', async () => {
    expect(await testOf({ 'requirements.txt': 'pytest-django\n', ...TEST })).toEqual(['pytest']);
  });

  it('cite configuration, declaration and a test', async () => {
    const pyproject = '[project]\nname = "x"\n[tool.pytest.ini_options]\n';
    const unit = await detectOne(python, { ...PYTEST, ...TEST, 'pyproject.toml': pyproject });
    expect(cited(unit.commands.test[0] ?? null)).toEqual([
      'pyproject.toml:3',
      'requirements.txt:2',
      'tests/test_x.py:1',
    ]);
  });

  it('are run in the environment of the manager, with the group that has pytest', async () => {
    const pyproject = '[project]\nname = "x"\n[dependency-groups]\ntest = ["pytest"]\n';
    expect(await testOf({ 'pyproject.toml': pyproject, 'uv.lock': '', ...TEST })).toEqual([
      'uv run --group test pytest',
    ]);
    expect(await testOf({ 'pyproject.toml': pyproject, 'poetry.lock': '', ...TEST })).toEqual(['poetry run pytest']);
    expect(await testOf({ 'pyproject.toml': pyproject, ...TEST })).toEqual(['pytest']);
    expect(await testOf({ Pipfile: '[dev-packages]\npytest = "*"\n', ...TEST })).toEqual(['pipenv run pytest']);
    const hatch = '[project]\nname = "x"\n[tool.hatch.envs.default]\n';
    expect(await testOf({ 'pyproject.toml': hatch, ...TEST })).toEqual(['hatch test']);
    const scripts = `${hatch}[tool.hatch.envs.test.scripts]\ncov = "pytest --cov {args:tests}"\ntyping = "mypy x"\nslow = "pytest -m slow"\n`;
    const installed = `${hatch}dependencies = ["pytest"]\n[tool.hatch.envs.default.scripts]\ncov = "pytest --cov"\n`;
    expect(await testOf({ 'pyproject.toml': installed, ...TEST })).toEqual(['hatch run pytest']);
    const starts = 'on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: hatch run cov }] } }\n';
    expect(await testOf({ 'pyproject.toml': installed, ...TEST, '.github/workflows/ci.yml': starts })).toEqual([
      'hatch run cov',
    ]);
    const publishing = `${hatch}[tool.hatch.envs.default.scripts]\ntest = ["pytest", "hatch publish"]\n`;
    expect(await testOf({ 'pyproject.toml': publishing, ...TEST })).toEqual(['hatch test']);
    expect(await testOf({ 'pyproject.toml': scripts, ...TEST })).toEqual(['hatch run test:cov']);
    const workflow =
      'on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: "hatch run test:typing" }, { run: "hatch run test:slow" }] } }\n';
    expect(await testOf({ 'pyproject.toml': scripts, ...TEST, '.github/workflows/ci.yml': workflow })).toEqual([
      'hatch run test:slow',
    ]);
  });

  it('leave those of a unit below alone', async () => {
    const { units } = await detect(python, {
      ...PYTEST,
      'main.py': '',
      'test_main.py': 'def test_main(): ...\n',
      ...TEST,
      'worker/requirements.txt': 'celery\n',
      'worker/tests/test_w.py': '',
    });
    expect(units.map((unit) => [unit.directory, typed(unit).test])).toEqual([
      ['.', ['pytest test_main.py tests']],
      ['worker', []],
    ]);
  });

  it('are called as the repository calls them, where it does so in one way', async () => {
    expect(await testOf({ ...PYTEST, ...TEST, Makefile: 'test:\n\tpytest --cov=cart tests\n' })).toEqual([
      'pytest --cov=cart tests',
    ]);
    const two = 'unit:\n\tpytest tests/unit\nall:\n\tpytest tests\n';
    expect(await testOf({ ...PYTEST, ...TEST, Makefile: two })).toEqual(['pytest']);
  });

  it.each(['.venv/bin/', 'venv/bin/', '$(VENV)/bin/', '${VENV}/bin/', '$(PY) -m ', '$(VENV)/bin/python -m '])(
    'are called as a task calls them from an environment of its own: %s',
    async (prefix) => {
      const Makefile = `test:\n\t${prefix}pytest -q tests\n`;
      expect(await testOf({ ...PYTEST, ...TEST, Makefile })).toEqual(['pytest -q tests']);
    },
  );

  describe('with a script of their own', () => {
    const plain =
      '#!/bin/sh\nset -e\n# read the manual, use docker if you like\nMODE=test coverage run -m pytest tests/\n';
    const uv = { 'pyproject.toml': '[project]\nname = "x"\ndependencies = ["pytest"]\n', 'uv.lock': '' };

    it('are run by it, if it is plain', async () => {
      expect(await testOf({ ...uv, ...TEST, 'scripts/test.sh': plain })).toEqual(['uv run bash scripts/test.sh']);
      expect(await testOf({ ...PYTEST, ...TEST, 'scripts/run-tests.sh': plain })).toEqual([
        'bash scripts/run-tests.sh',
      ]);
    });

    it('are run by the one that calls it', async () => {
      const files = {
        'scripts/test.sh': plain,
        'scripts/tests-start.sh': 'python wait.py\nbash scripts/test.sh "$@"\n',
      };
      expect(await testOf({ ...uv, ...TEST, ...files })).toEqual(['uv run bash scripts/tests-start.sh']);
    });

    it('are run by the script itself where two others call it', async () => {
      const call = 'bash scripts/test.sh\n';
      const files = { 'scripts/test.sh': plain, 'scripts/tests-start.sh': call, 'scripts/test-ci.sh': call };
      expect(await testOf({ ...uv, ...TEST, ...files })).toEqual(['uv run bash scripts/test.sh']);
    });

    it.each([
      'docker compose up -d\npytest',
      'cd src\npytest',
      'pip install x\npytest',
      'read answer\npytest',
      'sudo pytest',
      'echo nothing is tested',
    ])('are not run by one that is not plain: %j', async (script) => {
      expect(await testOf({ ...PYTEST, ...TEST, 'scripts/test.sh': script })).toEqual(['pytest']);
    });

    it('are not run by it where pytest is not installed', async () => {
      expect(await testOf({ 'requirements.txt': '', ...TEST, 'scripts/test.sh': 'pytest\n' })).toEqual([]);
      const script = { 'scripts/test.sh': 'python -m unittest\n' };
      expect(await testOf({ 'requirements.txt': '', ...TEST, ...script })).toEqual(['bash scripts/test.sh']);
    });
  });

  it('are run by Django as the pipelines start it, where they do so in one way', async () => {
    const manage = 'import os\nos.environ["DJANGO_SETTINGS_MODULE"] = "a"\n';
    const files = {
      'requirements.txt': 'django==5.2\n',
      'src/manage.py': manage,
      'src/shop/tests.py': 'class ATest: ...\n',
    };
    const ci = (...runs: string[]) =>
      `on: pull_request\njobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`;
    const test = async (text: string) =>
      (await detectOne(python, { ...files, '.github/workflows/ci.yml': text })).commands.test.map(
        ({ run, directory }) => `${run} in ${directory}`,
      );
    expect(await test(ci('python src/manage.py test shop --parallel'))).toEqual([
      'python src/manage.py test shop --parallel in .',
    ]);
    const [first, second] = ['python src/manage.py test shop', 'python src/manage.py test --tag slow'];
    expect(await test(ci(first, second))).toEqual(['python manage.py test in src']);
    expect(await test(ci('python other/manage.py test shop'))).toEqual(['python manage.py test in src']);
    expect(await test(ci('python src/manage.py test $SHOP'))).toEqual(['python manage.py test in src']);
  });

  it("are run by Django's own runner, where manage.py is Django's", async () => {
    const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n";
    const files = { 'requirements.txt': 'django\n', 'shop/tests.py': '' };
    const unit = await detectOne(python, { ...files, 'src/manage.py': manage, 'src/old/manage.py': manage });
    expect(unit.commands.test).toMatchObject([{ run: 'python manage.py test', directory: 'src' }]);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['src/manage.py:2', 'shop/tests.py:1']);
    expect(await testOf({ ...files, 'manage.py': 'from flask_script import Manager\n' })).toEqual([]);
  });

  it('are run by unittest where the repository calls it', async () => {
    const files = { 'requirements.txt': 'flask\n', ...TEST };
    expect(await testOf({ ...files, Makefile: 'test:\n\tpython3 -m unittest discover tests\n' })).toEqual([
      'python -m unittest discover tests',
    ]);
    expect(await testOf({ ...files, 'tox.ini': '[testenv]\ncommands = python -m unittest\n' })).toEqual([
      'python -m unittest',
    ]);
  });
});

describe("A Python library's build", () => {
  const library = (more = '') => `[project]\nname = "x"\n[build-system]\nbuild-backend = "hatchling.build"\n${more}`;
  const buildOf = async (files: MemoryFiles) => typed(await detectOne(python, { 'x.py': '', ...files })).build;

  it.each<[string[], MemoryFiles]>([
    [['uv build'], { 'pyproject.toml': library(), 'uv.lock': '' }],
    [['poetry build'], { 'pyproject.toml': library(), 'poetry.lock': '' }],
    [['pdm build'], { 'pyproject.toml': library(), 'pdm.lock': '' }],
    [['python -m build'], { 'pyproject.toml': library('[dependency-groups]\ndev = ["build"]\n') }],
    [[], { 'pyproject.toml': library() }],
    [[], { 'pyproject.toml': library('[tool.uv]\npackage = false\n') }],
    [[], { 'pyproject.toml': library('[tool.poetry]\npackage-mode = false\n') }],
    [[], { 'pyproject.toml': '[project]\nname = "x"\n', 'uv.lock': '' }],
    [[], { 'pyproject.toml': library(), 'uv.lock': '', Dockerfile: '' }],
  ])('is %j', async (expected, files) => {
    expect(await buildOf(files)).toEqual(expected);
  });
});
