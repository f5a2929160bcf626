import { describe, expect, it } from 'vitest';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { detect, detectOne, typed } from '../../detecting.ts';

const PROJECT = '[project]\nname = "cart"\n';

async function directories(files: MemoryFiles): Promise<string[]> {
  return (await detect(python, files)).units.map(({ directory }) => directory).sort();
}

describe('A Python unit', () => {
  it.each([
    'pyproject.toml',
    'setup.py',
    'Pipfile',
    'requirements.txt',
    'requirements-dev.txt',
    'requirements/dev.txt',
  ])('is a folder with sources and %s', async (name) => {
    expect(
      await directories({ [`cart/${name}`]: name === 'pyproject.toml' ? PROJECT : '', 'cart/main.py': '' }),
    ).toEqual(['cart']);
  });

  it('is not made by requirements alone, without a line of Python', async () => {
    expect(await directories({ 'notes/requirements.txt': 'x', 'main.go': '' })).toEqual([]);
  });

  it('is one where requirements stand beside a pyproject.toml', async () => {
    const files = { 'a/pyproject.toml': PROJECT, 'a/requirements.txt': '', 'a/requirements/dev.txt': '', 'a/x.py': '' };
    expect(await directories(files)).toEqual(['a']);
  });

  it.each(['docs', 'doc', 'tests', 'ci', 'benchmarks', '.github/scripts'])(
    'is not made by the requirements of %s',
    async (folder) => {
      const files = {
        'pyproject.toml': PROJECT,
        'x.py': '',
        [`${folder}/requirements.txt`]: '',
        [`${folder}/y.py`]: '',
      };
      expect(await directories(files)).toEqual(['.']);
    },
  );

  it('is not made by tool settings alone, nor by a root whose sources all belong to units below', async () => {
    const files = {
      'pyproject.toml': '[tool.ruff]\nline-length = 100\n',
      'requirements-dev.txt': 'ruff\n',
      'cart/requirements.txt': '',
      'cart/main.py': '',
    };
    expect(await directories(files)).toEqual(['cart']);
    expect(await directories({ 'pyproject.toml': files['pyproject.toml'], 'main.py': '' })).toEqual([]);
  });

  it('has a unit of its own below it where other requirements stand with other sources', async () => {
    const files = { 'requirements.txt': '', 'main.py': '', 'worker/requirements.txt': '', 'worker/main.py': '' };
    expect(await directories(files)).toEqual(['.', 'worker']);
  });

  it('that cannot be read is a warning with its line, and the rest goes on', async () => {
    const { units, warnings } = await detect(python, {
      'cart/pyproject.toml': '[project]\nname = "cart\n',
      'cart/main.py': '',
      'web/pyproject.toml': '[project\n',
      'web/requirements.txt': 'flask\n',
      'web/main.py': '',
    });
    expect(units.map((unit) => [unit.directory, unit.manager])).toEqual([['web', 'pip']]);
    expect(warnings).toEqual([
      { file: 'cart/pyproject.toml', line: 2, message: expect.stringContaining('this is not TOML') },
      { file: 'web/pyproject.toml', line: 2, message: expect.stringContaining('this is not TOML') },
    ]);
  });

  it('of wrong types loses the wrong values alone', async () => {
    const text = [
      'build-system = 3',
      'dependency-groups = ["x"]',
      '[project]',
      'name = 7',
      'dependencies = "flask"',
      'requires-python = 3.12',
      'optional-dependencies = { dev = "ruff", test = [1, { x = 2 }, "pytest"] }',
      '[tool]',
      'ruff = true',
      'uv = "yes"',
      'poetry = { dependencies = 5, group = 4 }',
    ].join('\n');
    const unit = await detectOne(python, { 'pyproject.toml': text, 'test_x.py': '', Pipfile: 'packages = 1' });
    expect(unit).toMatchObject({ manager: 'uv', version: null, lockfile: null });
    expect(unit.dependencies).toEqual([{ name: 'pytest', file: 'pyproject.toml', line: 7 }]);
  });

  it('reads files with CRLF and a byte-order mark alike', async () => {
    const unit = await detectOne(python, {
      'pyproject.toml': '\uFEFF[project]\r\nname = "x"\r\nrequires-python = ">=3.12"\r\n',
      'x.py': '',
      'requirements.txt': '\uFEFFFlask==3\r\nredis\r\n',
    });
    expect(unit.version).toMatchObject({ value: '>=3.12', because: [{ line: 3 }] });
    expect(unit.dependencies).toMatchObject([
      { name: 'flask', line: 1 },
      { name: 'redis', line: 2 },
    ]);
  });
});

describe('A uv workspace', () => {
  const root = (extra: string) =>
    `${extra}[tool.uv.workspace]\nmembers = ["packages/*", "./tools/one/"]\nexclude = ["packages/old"]\n`;
  const members = {
    'packages/a/pyproject.toml': '[project]\nname = "a"\n',
    'packages/a/a.py': '',
    'packages/b/pyproject.toml': '[project]\nname = "b"\n',
    'packages/b/b.py': '',
    'uv.lock': '',
  };

  it('is one unit at its root; what it excludes, and what it does not list, is none of it', async () => {
    const other = {
      'packages/old/pyproject.toml': PROJECT,
      'packages/old/x.py': '',
      'else/requirements.txt': '',
      'else/y.py': '',
    };
    const files = { 'pyproject.toml': root(''), ...members, ...other };
    const { units } = await detect(python, files);
    expect(units.map(({ directory, manager, lockfile }) => [directory, manager, lockfile])).toEqual([
      ['else', 'pip', null],
      ['packages/old', 'pip', null],
      ['.', 'uv', 'uv.lock'],
    ]);
    const [unit] = units.filter(({ directory }) => directory === '.');
    expect(unit && typed(unit).install).toEqual(['uv sync --locked --all-extras --dev --all-packages']);
  });

  it('that would keep a matcher busy for long is passed over', async () => {
    const folder = 'a'.repeat(220);
    const workspace = (members: string) => `[tool.uv.workspace]\nmembers = ["${members}"]\n`;
    for (const hostile of ['*a*a*a*a*a*a*a*a*a*a*a*b', '(a+)+b']) {
      const files = {
        'pyproject.toml': workspace(hostile),
        [`${folder}/pyproject.toml`]: PROJECT,
        [`${folder}/a.py`]: '',
      };
      expect((await detectOne(python, files)).directory).toBe(folder);
    }
  });

  it('with one member and no project of its own is that member, with the lock file above', async () => {
    const files = {
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["backend"]\n',
      'scripts/release.py': '',
      'uv.lock': '',
      'backend/pyproject.toml': PROJECT,
      'backend/main.py': '',
    };
    expect(await detectOne(python, files)).toMatchObject({
      directory: 'backend',
      manager: 'uv',
      lockfile: 'uv.lock',
      alsoOwns: ['pyproject.toml', 'uv.lock'],
    });
  });

  it('runs tests and linters where they are set up: at the root, or in the members', async () => {
    const tools = '[dependency-groups]\ndev = ["ruff", "pytest"]\n[tool.ruff]\n';
    const test = { 'packages/a/tests/test_a.py': '', 'packages/b/tests/test_b.py': '' };
    const inMembers = await detectOne(python, { 'pyproject.toml': root(tools), ...members, ...test });
    expect(inMembers.commands.lint.map(({ run, directory }) => [run, directory])).toEqual([
      ['uv run ruff check .', '.'],
    ]);
    expect(inMembers.commands.test.map(({ run, directory }) => [run, directory])).toEqual([
      ['uv run pytest', 'packages/a'],
      ['uv run pytest', 'packages/b'],
    ]);
    const configured = root(`${tools}[tool.pytest.ini_options]\ntestpaths = ["packages"]\n`);
    const atRoot = await detectOne(python, { 'pyproject.toml': configured, ...members, ...test });
    expect(atRoot.commands.test).toMatchObject([{ run: 'uv run pytest', directory: '.' }]);
  });

  it('builds every package where members are libraries', async () => {
    const library = '[project]\nname = "a"\n[build-system]\nbuild-backend = "hatchling.build"\n';
    const files = { 'pyproject.toml': root(''), ...members, 'packages/a/pyproject.toml': library };
    expect(typed(await detectOne(python, files)).build).toEqual(['uv build --all-packages']);
  });
});

describe('What a Python unit is made of', () => {
  it('is no module of an application that is called setup', async () => {
    const files = {
      'requirements.txt': 'flask\n',
      'app/handlers/setup.py': 'def setup_form():\n    return form.setup()\n',
    };
    const folders = async (text: string) =>
      (await detect(python, { ...files, 'lib/setup.py': text })).units.map(({ directory }) => directory);
    expect(await folders('from setuptools import setup\nsetup(name="lib")\n')).toEqual(['lib', '.']);
    expect(await folders('import setuptools\n')).toEqual(['lib', '.']);
    expect(await folders('class SetupForm:\n    pass\n')).toEqual(['.']);
  });

  it('names other folders: sources of uv, paths of Poetry, editable requirements', async () => {
    const { units } = await detect(python, {
      'a/pyproject.toml': `${PROJECT}[tool.uv.sources]\nlib = { path = "../lib" }\nout = { path = "../../out" }\n`,
      'a/a.py': '',
      'b/pyproject.toml': '[tool.poetry]\nname = "b"\n[tool.poetry.dependencies]\nlib = { path = "../lib" }\n',
      'b/b.py': '',
      'c/requirements.txt': '-e ../lib\n./here\n-r ../shared.txt\n',
      'c/c.py': '',
      'shared.txt': '',
      'lib/setup.py': '',
    });
    expect(units.map(({ directory, dependsOn }) => [directory, dependsOn])).toEqual([
      ['a', ['lib']],
      ['b', ['lib']],
      ['c', ['lib']],
      ['lib', []],
    ]);
  });

  it('concerns requirement files outside of it that it includes, read once though they include each other', async () => {
    const unit = await detectOne(python, {
      'cart/requirements.txt': '-r ../base-requirements.txt\nflask\n',
      'cart/main.py': '',
      'base-requirements.txt': '--requirement=cart/requirements.txt\nredis\n',
    });
    expect(unit.alsoOwns).toEqual(['base-requirements.txt']);
    expect(unit.dependencies.map(({ name, file, line }) => `${name} ${file}:${line}`)).toEqual([
      'flask cart/requirements.txt:2',
      'redis base-requirements.txt:2',
    ]);
  });
});
