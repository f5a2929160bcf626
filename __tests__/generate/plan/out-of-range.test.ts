import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GenerationRequestSchema, type Intent } from '../../../src/domain/request.ts';
import { GENERATION_RULES } from '../../../src/generate/rules.ts';
import { profiled } from '../../profile/profiled.ts';
import { generateOver } from '../generating.ts';
import { requestOf } from '../profiles.ts';

const ALL = { all: true } as const;
const RULE = 'VERSION_OUT_OF_RANGE';
const TESTED = { scripts: { test: 'node --test' } };
const POM = '<project><artifactId>a</artifactId><properties>\n<java.version>21</java.version>\n</properties></project>';

type Files = Readonly<Record<string, string>>;
const PROJECTS: readonly (readonly [tool: string, files: Files, at: string, excluded: string, allowed: string[]])[] = [
  ['go', { 'go.mod': 'module a.b/c\n\ngo 1.25.3\n', 'a_test.go': 'package a\n' }, 'go.mod:3', '1.24', ['1.25', '1.26']],
  [
    'node',
    {
      'package.json': JSON.stringify({ ...TESTED, engines: { node: '>=22 <25' } }, null, 1),
      'package-lock.json': '{}',
    },
    'package.json:6',
    '20',
    ['22', '24.x', 'lts/*'],
  ],
  [
    'python',
    {
      'pyproject.toml': '[project]\nname = "a"\nrequires-python = ">=3.11,!=3.12.1,<4"\n',
      'requirements.txt': 'pytest\n',
      'tests/test_a.py': '',
    },
    'pyproject.toml:3',
    '3.9',
    ['3.11', '3.12', '3.14-dev'],
  ],
  [
    'python',
    {
      'pyproject.toml': '[project]\nname = "a"\nrequires-python = "~=3.11"\n',
      'requirements.txt': 'pytest\n',
      'tests/test_a.py': '',
    },
    'pyproject.toml:3',
    '3.10',
    ['3.11', '3.13'],
  ],
  [
    'rust',
    { 'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\nrust-version = "1.85"\n', 'src/lib.rs': '' },
    'Cargo.toml:4',
    '1.74',
    ['1.85', 'stable'],
  ],
  ['java', { 'pom.xml': POM, 'src/test/java/ATest.java': '' }, 'pom.xml:2', '17', ['21', '25']],
  [
    'dotnet',
    {
      'a.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n<TargetFramework>net9.0</TargetFramework>\n</PropertyGroup></Project>',
    },
    'a.csproj:3',
    '8',
    ['9', '10.0.x'],
  ],
  [
    'php',
    {
      'composer.json': JSON.stringify(
        { require: { php: '~8.2 || ^9' }, 'require-dev': { 'phpunit/phpunit': '^11' } },
        null,
        1,
      ),
      'composer.lock': '{}',
      'phpunit.xml': '<phpunit/>',
      'src/a.php': '<?php',
    },
    'composer.json:3',
    '8.1',
    ['8.2', '8.4'],
  ],
  [
    'ruby',
    {
      Gemfile: 'source "https://rubygems.org"\nruby "~> 3.3"\ngem "rspec"\n',
      'Gemfile.lock': 'GEM\n  specs:\n    rspec (3.13.0)\n',
      'spec/a_spec.rb': '',
    },
    'Gemfile:2',
    '3.2',
    ['3.3', '3.4'],
  ],
];

function matrix(tool: string, versions: readonly string[]): Intent {
  return { kind: 'matrix', for: ALL, tool, versions: [...versions] };
}

async function findings(files: Files, intent: Intent) {
  return generateOver(await profiled(files), requestOf(intent)).findings.filter(({ rule }) => rule === RULE);
}

describe('A version that a manifest excludes', () => {
  it.each(PROJECTS)('is said with the line that does: %s', async (tool, files, at, excluded, allowed) => {
    const found = await findings(files, matrix(tool, [excluded, ...allowed]));
    expect(found.map(({ file, range }) => `${file}:${range.start.line}`)).toEqual([at]);
    expect(found).toMatchObject([{ level: 'warning' }]);
    expect(found[0]?.message).toContain(`The root is to run with ${tool} ${excluded}, which this excludes`);
    expect(await findings(files, matrix(tool, allowed))).toEqual([]);
  });

  it.each([
    ['says nothing', { 'package.json': JSON.stringify(TESTED) }],
    ['allows everything', { 'package.json': JSON.stringify({ ...TESTED, engines: { node: '*' } }) }],
    ['cannot be read', { 'package.json': JSON.stringify({ ...TESTED, engines: { node: 'please-use-24' } }) }],
    [
      'is longer than anybody’s',
      { 'package.json': JSON.stringify({ ...TESTED, engines: { node: '>=24 '.repeat(500) } }) },
    ],
  ])('is nothing where the manifest %s', async (_, files) => {
    expect(await findings({ ...files, 'package-lock.json': '{}' }, matrix('node', ['4']))).toEqual([]);
  });

  it('is nothing that another tool has', async () => {
    const [[, files] = ['', {}]] = PROJECTS;
    expect(
      await findings(
        { ...files, 'package.json': JSON.stringify(TESTED), 'package-lock.json': '{}' },
        matrix('node', ['1.24']),
      ),
    ).toEqual([]);
  });

  it('is what the rule shows', async () => {
    const rule = GENERATION_RULES.find(({ id }) => id === RULE);
    const [[, files] = ['', {}]] = PROJECTS;
    const shown = async (example = '') => {
      const request = GenerationRequestSchema.parse({ version: 1, ...parse(example) });
      const found = generateOver(await profiled(files), request).findings;
      return found.map((one) => one.rule);
    };
    expect(await shown(rule?.bad)).toEqual([RULE]);
    expect(await shown(rule?.good)).toEqual([]);
  });
});
