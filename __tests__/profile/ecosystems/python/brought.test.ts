import { describe, expect, it } from 'vitest';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import { cited, detectOne } from '../../detecting.ts';

const FILES = { 'requirements.txt': 'flask==3.1.0\n', 'tests/test_a.py': 'def test_a():\n    assert True\n' };
const FILE = '.github/workflows/ci.yml';

function workflow(...runs: string[]): string {
  const steps = runs.map((run) => `      - run: ${run}\n`).join('');
  return `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
}

async function commands(text: string, files: Readonly<Record<string, string>> = FILES) {
  const { commands: found } = await detectOne(python, { ...files, [FILE]: text });
  return {
    install: found.install.map(({ run }) => run),
    lint: found.lint.map(({ run }) => run),
    test: found.test.map(({ run }) => run),
  };
}

const REQUIREMENTS = 'pip install -r requirements.txt';

describe('What pipelines install by pip', () => {
  it('brings the tools that they call, at their line', async () => {
    const text = workflow('pip install flake8 pytest', 'flake8 . --count', 'pytest');
    const { commands: found } = await detectOne(python, { ...FILES, [FILE]: text });
    expect(found.install.map(({ run }) => run)).toEqual([REQUIREMENTS, 'pip install flake8 pytest']);
    expect(cited(found.install[1] ?? null)).toEqual([`${FILE}:6`]);
    expect(found.lint.map(({ run }) => run)).toEqual(['flake8 . --count']);
    expect(found.test.map(({ run }) => run)).toEqual(['pytest']);
  });

  it('keeps its versions and extras, each package once, without what only installs or reports', async () => {
    const text = workflow(
      `python -m pip install --upgrade pip "ruff==0.9.1" 'pytest[dev]>=8,<9'`,
      'pip3 install -q pytest codecov mypy',
      'ruff check .',
    );
    expect((await commands(text)).install).toEqual([
      REQUIREMENTS,
      'pip install "ruff==0.9.1" "pytest[dev]>=8,<9" mypy',
    ]);
  });

  it('is not installed again where the project brings it', async () => {
    const files = { ...FILES, 'requirements.txt': 'flask==3.1.0\npytest==8.3.0\n' };
    expect(await commands(workflow('pip install pytest', 'pytest'), files)).toEqual({
      install: [REQUIREMENTS],
      lint: [],
      test: ['pytest'],
    });
  });

  it.each([
    ['no tool that checks', ['pip install sphinx furo', 'pytest']],
    ['an address', ['pip install pytest git+https://example.com/a.git', 'pytest']],
    ['what only the run knows', ['pip install pytest==$VERSION', 'pytest']],
    ['a file of its own', ['pip install -r other.txt pytest', 'pytest']],
  ])('is left where it has %s', async (_, runs) => {
    expect(await commands(workflow(...runs))).toEqual({ install: [REQUIREMENTS], lint: [], test: [] });
  });

  it('names files of requirements, of the folder itself, that are not for documentation or production', async () => {
    const text = workflow(
      'pip install -r needs.requirements.txt -r requirements/quality.txt',
      'pip install -r requirements-docs.txt -r tools/requirements.txt',
      'pytest',
    );
    const files = {
      ...FILES,
      'needs.requirements.txt': 'django\n',
      'requirements/quality.txt': 'pytest\n',
      'requirements-docs.txt': 'sphinx\n',
      'tools/requirements.txt': 'invoke\n',
    };
    expect(await commands(text, files)).toEqual({
      install: ['pip install -r requirements.txt -r needs.requirements.txt -r requirements/quality.txt'],
      lint: [],
      test: ['pytest'],
    });
  });

  it("brings a linter that is given all files by git, as GitHub's own starter does", async () => {
    const listed = workflow('pip install pylint', "pylint $(git ls-files '*.py')", 'pytest');
    const { commands: found } = await detectOne(python, { ...FILES, [FILE]: listed });
    expect(found.lint.map(({ run }) => run)).toEqual(["pylint $(git ls-files '*.py')"]);
    expect(cited(found.lint[0] ?? null)).toEqual([`${FILE}:7`, `${FILE}:6`]);
    const forgiven = listed.replace("'*.py')", "'*.py') || true");
    expect((await commands(forgiven)).lint).toEqual([]);
  });

  it('is left where nobody but a person starts it, and where another manager installs', async () => {
    const text = workflow('pip install pytest', 'pytest');
    expect((await commands(text.replace('on: push', 'on: workflow_dispatch'))).test).toEqual([]);
    const files = {
      'pyproject.toml': '[project]\nname = "a"\n',
      'uv.lock': '',
      'tests/test_a.py': FILES['tests/test_a.py'],
    };
    expect((await commands(text, files)).test).toEqual([]);
  });
});
