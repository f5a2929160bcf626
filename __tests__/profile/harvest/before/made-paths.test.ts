import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { profiled, warned } from '../../profiled.ts';

const GO: MemoryFiles = { 'go.mod': 'module shop\n\ngo 1.24\n', 'main.go': 'package main', 'main_test.go': '' };

const WEB: MemoryFiles = {
  'web/package.json': JSON.stringify({ name: 'web', scripts: { test: 'vitest' }, devDependencies: { vitest: '3' } }),
  'web/package-lock.json': '{}',
  'web/a.test.ts': '',
};

const workflow = (...runs: string[]): MemoryFiles => ({
  '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

async function testsOf(directory: string, files: MemoryFiles) {
  const profile = await profiled(files);
  const unit = profile.units.find((it) => it.directory === directory);
  return [unit?.commands.test.map(({ run }) => run), warned(profile)];
}

const NAMING = 'SHOP=../bin/shop npm test';
const BUILDS = 'go build -ldflags="-s -w" -o bin/shop .';
const WITHOUT_IT = (file: string, line: number, from: string) =>
  `${file}:${line}: SHOP=../bin/shop npm test -- --run is left out: it names bin/shop, which is not in the repository; ${from} makes it before, by go.`;

describe('A test that names a file which an earlier line makes', () => {
  it.each<[string, MemoryFiles, string]>([
    [
      'in the recipe of a task',
      {
        ...workflow('make test-web'),
        Makefile: `test-web:\n\t${BUILDS}\n\t(cd web && CI=true ${NAMING})\n`,
      },
      WITHOUT_IT('Makefile', 3, 'Makefile:2'),
    ],
    [
      'in a task that comes before',
      { ...workflow('just test-web'), justfile: `build:\n  ${BUILDS}\n\ntest-web: build\n  cd web && ${NAMING}\n` },
      WITHOUT_IT('justfile', 5, 'justfile:2'),
    ],
    [
      'in a job',
      workflow(BUILDS, `cd web && ${NAMING}`),
      WITHOUT_IT('.github/workflows/ci.yml', 6, '.github/workflows/ci.yml:5'),
    ],
    [
      'in a task that a job starts before',
      { ...workflow('make build', `cd web && ${NAMING}`), Makefile: `build:\n\t${BUILDS}\n` },
      WITHOUT_IT('.github/workflows/ci.yml', 6, 'Makefile:2'),
    ],
  ])('%s, by what its unit has not, is left out with both lines', async (_, files, warning) => {
    expect(await testsOf('web', { ...GO, ...WEB, ...files })).toEqual([[], [warning]]);
  });

  it('stays where the file is in the repository, or where nothing is seen to make it', async () => {
    const kept = [['SHOP=../bin/shop npm test -- --run'], []];
    const there = { 'bin/shop': '', ...workflow(BUILDS, `cd web && ${NAMING}`) };
    expect(await testsOf('web', { ...GO, ...WEB, ...there })).toEqual(kept);
    expect(await testsOf('web', { ...GO, ...WEB, ...workflow(`cd web && ${NAMING}`, BUILDS) })).toEqual(kept);
  });

  it('stands behind that line where the set-up of its own unit can start it', async () => {
    const files = { ...GO, ...workflow('go build -o bin/shop .', 'SHOP=bin/shop go test ./...') };
    expect(await testsOf('.', files)).toEqual([['go build -o bin/shop .', 'SHOP=bin/shop go test ./...'], []]);
  });

  it('is left out where that line is started in a folder that is not its own', async () => {
    const tool = { 'tool/go.mod': 'module tool\n\ngo 1.24\n', 'tool/main.go': 'package main' };
    const files = {
      ...GO,
      ...tool,
      ...workflow('cd tool && go build -o ../bin/tool .', 'TOOL=bin/tool go test ./...'),
    };
    const [tests, warnings] = await testsOf('.', files);
    expect(tests).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('names bin/tool, which is not in the repository')]);
  });
});
