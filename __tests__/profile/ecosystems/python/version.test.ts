import { describe, expect, it } from 'vitest';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detectOne } from '../../detecting.ts';

/** Every place at once, in the order in which they are believed. */
const PLACES: readonly [name: string, text: string, value: string, where: string][] = [
  ['.python-version', '# pyenv\nmy-environment\n3.12.1\n3.11\n', '3.12.1', '.python-version:3'],
  ['.tool-versions', 'nodejs 22\npython 3.13.0 3.12\n', '3.13.0', '.tool-versions:2'],
  ['pyproject.toml', '[project]\nname = "x"\nrequires-python = ">=3.10,<4.0"\n', '>=3.10,<4.0', 'pyproject.toml:3'],
  ['Pipfile', '[requires]\npython_version = "3.9"\n', '3.9', 'Pipfile:2'],
  ['setup.py', 'setup(\n    python_requires=">=3.8",\n)\n', '>=3.8', 'setup.py:2'],
  ['runtime.txt', 'python-3.7.1\n', '3.7.1', 'runtime.txt:1'],
  ['Dockerfile', 'ARG PY=3.6\nFROM python:${PY}-slim\n', '3.6', 'Dockerfile:1'],
];

async function versionOf(files: MemoryFiles): Promise<(string | undefined)[]> {
  const { version } = await detectOne(python, { 'x.py': '', 'requirements.txt': '', ...files });
  return [version?.value, ...cited(version)];
}

describe("A Python unit's version", () => {
  it.each(PLACES.map(([name, , value, where], index) => ({ name, value, where, index })))(
    'is taken from $name before all that come after it',
    async ({ value, where, index }) => {
      const files = Object.fromEntries(PLACES.slice(index).map(([name, text]) => [name, text]));
      expect(await versionOf(files)).toEqual([value, where]);
    },
  );

  it.each([
    ['[tool.poetry.dependencies]\npython = "^3.11"\n', '^3.11'],
    ['[tool.poetry.dependencies]\npython = { version = "^3.12" }\n', '^3.12'],
    ['[tool.poetry.dependencies]\npython = "*"\n', undefined],
    ['[project]\nname = "x"\nrequires-python = 3.12\n', undefined],
  ])('is as written: %j', async (pyproject, value) => {
    expect((await versionOf({ 'pyproject.toml': pyproject }))[0]).toBe(value);
  });

  it('may stand in a Dockerfile that is kept in a folder for Docker', async () => {
    expect(await versionOf({ 'docker/Dockerfile': 'FROM python:3.14.7-slim\n' })).toEqual([
      '3.14',
      'docker/Dockerfile:1',
    ]);
  });

  it.each([
    ['FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim\n', '3.12'],
    ['FROM --platform=linux/amd64 tiangolo/uvicorn-gunicorn-fastapi:python3.11\n', '3.11'],
    ['FROM node:22\n', undefined],
  ])('may stand in the tag of another image: %j', async (text, value) => {
    expect((await versionOf({ Dockerfile: text }))[0]).toBe(value);
  });

  const CI = (...versions: string[]) => ({
    '.github/workflows/test.yml': `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${versions
      .map(
        (version) => `      - uses: actions/setup-python@v6\n        with:\n          python-version: '${version}'\n`,
      )
      .join('')}      - run: pytest\n`,
  });
  const OTHER = (version: string) => ({
    '.github/workflows/test.yml': CI(version)['.github/workflows/test.yml'].replace('run: pytest', 'run: checkov .'),
  });
  const MATRIX = (versions: string) => ({
    '.github/workflows/test.yml': `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    strategy:\n      matrix:\n        python: [${versions}]\n    steps:\n      - uses: astral-sh/setup-uv@v7\n        with:\n          python-version: \${{ matrix.python }}\n      - run: pytest\n`,
  });
  const range = (text: string) => ({ 'pyproject.toml': `[project]\nname = "x"\nrequires-python = "${text}"\n` });
  const image = (tag: string) => ({ Dockerfile: `FROM python:${tag}\n` });

  it.each([
    ['what its pipelines set up', { ...range('>=3.9'), ...CI('3.10'), ...image('3.11') }, '3.10'],
    ['the range, where a job has one for another purpose', { ...range('>=3.9'), ...OTHER('3.10') }, '>=3.9'],
    ['its image, where they do not agree', { ...range('~=3.9'), ...CI('3.10', '3.12'), ...image('3.11-slim') }, '3.11'],
    ['the newest of a matrix', { ...range('>=3.9'), ...MATRIX("'3.9', '3.12', '3.15-dev', '3.10'") }, '3.12'],
    ['its image before a matrix', { ...range('>=3.9'), ...MATRIX("'3.9', '3.12'"), ...image('3.11') }, '3.11'],
    [
      'the range, where that of a matrix is not allowed',
      { ...range('>=3.9,<3.12'), ...MATRIX("'3.9', '3.12'") },
      '>=3.9,<3.12',
    ],
    ['that minor version of its image', { ...range('>=3.9,<4'), ...image('3.9.10-slim') }, '3.9'],
    [
      'the range, where it runs on none that is allowed',
      { ...range('>=3.12'), ...CI('3.10'), ...image('3.11') },
      '>=3.12',
    ],
    ['its image, where one release is left out', { ...range('>=3.9,!=3.9.7'), ...image('3.9') }, '3.9'],
    ['the range, where that is not understood', { ...range('3.9 or later'), ...image('3.9') }, '3.9 or later'],
    ['the version, where that is no range', { ...range('==3.12.*'), ...image('3.12.4') }, '==3.12.*'],
  ])('where a manifest says what it may run on, is %s', async (_, files, value) => {
    expect((await versionOf(files))[0]).toBe(value);
  });

  it('is that of a tool file above, which then concerns the unit', async () => {
    const unit = await detectOne(python, { '.python-version': '3.14', 'a/requirements.txt': '', 'a/x.py': '' });
    expect(unit).toMatchObject({ version: { value: '3.14' }, alsoOwns: ['.python-version'] });
  });

  it('of a workspace without a project is the first that a member has', async () => {
    const unit = await detectOne(python, {
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["*"]\n',
      'a/pyproject.toml': '[project]\nname = "a"\n',
      'b/pyproject.toml': '[project]\nname = "b"\nrequires-python = ">=3.13"\n',
    });
    expect([unit.version?.value, ...cited(unit.version)]).toEqual(['>=3.13', 'b/pyproject.toml:3']);
  });
});
