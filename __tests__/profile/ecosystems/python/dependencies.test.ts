import { describe, expect, it } from 'vitest';
import { requirementName } from '../../../../src/profile/ecosystems/python/dependency.ts';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { detectOne } from '../../detecting.ts';

async function namesOf(files: MemoryFiles): Promise<string[]> {
  const { dependencies } = await detectOne(python, { 'x.py': '', ...files });
  return dependencies.map(({ name, file, line }) => `${name} ${file}:${line}`);
}

describe('A requirement', () => {
  it.each([
    ['psycopg[binary]>=3.3', 'psycopg'],
    ['Psycopg2_Binary == 2.9', 'psycopg2-binary'],
    ['zope.interface;python_version<"4"', 'zope-interface'],
    ['redis # cache', 'redis'],
    ['lib @ file:///srv/lib', 'lib'],
    ['asyncpg\\', null],
    ['-r base.txt', null],
    ['--hash=sha256:00', null],
    ['git+https://example.com/x.git', null],
    ['https://example.com/x.whl', null],
    ['../lib', null],
    ['# redis', null],
    ['', null],
  ])('%j has the name %j', (text, name) => {
    expect(requirementName(text)).toBe(name);
  });
});

describe("A Python unit's dependencies", () => {
  it('are read from every table of pyproject.toml, each with its line', async () => {
    const text = [
      '[project]',
      'name = "x"',
      'dependencies = [',
      '  "Redis>=5",',
      ']',
      '[project.optional-dependencies]',
      'pg = ["asyncpg"]',
      '[dependency-groups]',
      'dev = [',
      '  { include-group = "test" },',
      '  "ruff",',
      ']',
      '[tool.uv]',
      'dev-dependencies = ["mypy"]',
      '[tool.pdm.dev-dependencies]',
      'lint = ["black"]',
      '[tool.poetry.dependencies]',
      'python = "^3.12"',
      'Django = "^5"',
      '[tool.poetry.group.test.dependencies]',
      'pytest = { version = "^8" }',
    ].join('\n');
    expect(await namesOf({ 'pyproject.toml': text })).toEqual([
      'redis pyproject.toml:4',
      'asyncpg pyproject.toml:7',
      'ruff pyproject.toml:11',
      'mypy pyproject.toml:14',
      'black pyproject.toml:16',
      'django pyproject.toml:19',
      'pytest pyproject.toml:21',
    ]);
  });

  it('are read from setup.py and setup.cfg, which are never run', async () => {
    const script = [
      'from setuptools import setup',
      'setup(',
      '    name="x",',
      '    install_requires=["flask>=2",  # "not-me"',
      "        'redis',",
      '    ],',
      '    extras_require={"test": ["pytest"], "pg": ["psycopg2"]},',
      '    classifiers=["Programming Language :: Python"],',
      ')',
    ].join('\n');
    expect(await namesOf({ 'setup.py': script })).toEqual([
      'flask setup.py:4',
      'redis setup.py:5',
      'pytest setup.py:7',
      'psycopg2 setup.py:7',
    ]);
    const configuration = [
      '[metadata]',
      'name = x',
      '[options]',
      'install_requires =',
      '    pymysql>=1',
      'packages = find:',
      '[options.extras_require]',
      'dev =',
      '    pytest',
      '[flake8]',
      'ignore = E501',
    ].join('\n');
    expect(await namesOf({ 'setup.cfg': configuration })).toEqual(['pymysql setup.cfg:5', 'pytest setup.cfg:9']);
  });

  it('are read from a Pipfile', async () => {
    const text = '[packages]\nflask = "*"\n[dev-packages]\npytest = {version = "*"}\n';
    expect(await namesOf({ Pipfile: text })).toEqual(['flask Pipfile:2', 'pytest Pipfile:4']);
  });

  it('are found in good time in a setup.py that was written to hold us up', async () => {
    const text = 'tests_require=["a",\n'.repeat(30_000) + '['.repeat(300_000);
    expect((await namesOf({ 'setup.py': text })).length).toBeLessThan(1_000);
  });
});
