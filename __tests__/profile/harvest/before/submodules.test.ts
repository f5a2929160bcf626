import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { generateOver } from '../../../generate/generating.ts';
import { linesOf, profiled, theService, theUnit } from '../../profiled.ts';

const MODULES = { '.gitmodules': '[submodule "words"]\n\tpath = api/words\n\turl = https://example.com/words\n' };
const GO = { 'api/go.mod': 'module example.com/shop\n\ngo 1.24\n', 'api/main.go': '', 'api/main_test.go': '' };

/** A workflow whose checkout has these inputs, and then this step. */
function ci(inputs: string, step: string) {
  return {
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: ${inputs}\n      - ${step}\n`,
  };
}

const TEST = '{ run: go test ./..., working-directory: api }';

async function ofUnit(files: MemoryFiles) {
  return (await theUnit({ ...GO, ...files })).submodules;
}

describe('The submodules of a unit', () => {
  it('are what the checkout of the job brings that runs its commands', async () => {
    const found = await ofUnit({ ...MODULES, ...ci('{ submodules: recursive }', TEST) });
    expect(found).toMatchObject({ isRecursive: true, paths: ['.gitmodules', 'api/words'] });
    expect(linesOf(found)).toEqual(['.github/workflows/ci.yml:6']);
    expect(await ofUnit({ ...MODULES, ...ci('{ submodules: true }', TEST) })).toMatchObject({ isRecursive: false });
    const task = '{ run: make all, working-directory: api }';
    expect(await ofUnit({ ...MODULES, ...ci('{ submodules: true }', task) })).toBeDefined();
  });

  it('are what a command of that job brings', async () => {
    const run = 'run: git submodule update --init --recursive && cd api && go test ./...';
    expect(await ofUnit({ ...MODULES, ...ci('{}', run) })).toMatchObject({ isRecursive: true });
  });

  it('are what a step before brings that works in the same checkout', async () => {
    const text =
      'steps:\n  a:\n    commands: [git submodule update --init]\n  b:\n    commands: [cd api && go test ./...]\n';
    expect(await ofUnit({ ...MODULES, '.woodpecker.yml': text })).toMatchObject({ isRecursive: false });
  });

  it.each([
    ['no job brings any', MODULES, '{ submodules: false }', TEST],
    ['another folder is meant', MODULES, '{ submodules: true }', 'run: go test ./...'],
    ['another program is started', MODULES, '{ submodules: true }', '{ run: cargo test, working-directory: api }'],
    ['there are none', {}, '{ submodules: true }', TEST],
  ])('are none where %s', async (_, modules, inputs, step) => {
    expect(await ofUnit({ ...modules, ...ci(inputs, step) })).toBeUndefined();
  });

  it('are those in the folder of a build of C or C++', async () => {
    const cmake = 'cmake_minimum_required(VERSION 3.20)\nproject(shop)\nadd_executable(shop main.cpp)\n';
    const unit = await theUnit({ ...MODULES, 'api/CMakeLists.txt': cmake });
    expect(unit.submodules).toMatchObject({ isRecursive: true });
    expect(linesOf(unit.submodules)).toEqual(['.gitmodules:2']);
    expect((await theUnit({ ...MODULES, 'b/CMakeLists.txt': cmake })).submodules).toBeUndefined();
  });
});

describe('The submodules of an image', () => {
  const DOCKER = { 'web/Dockerfile': 'FROM alpine:3\nCOPY . .\n' };

  it.each([['{ uses: docker/build-push-action@v6, with: { context: web } }'], ['run: docker build -t shop web']])(
    'are what the job brings that builds it: %s',
    async (step) => {
      const { image } = await theService({ ...MODULES, ...DOCKER, ...ci('{ submodules: true }', step) });
      expect(image.submodules).toMatchObject({ isRecursive: false });
    },
  );

  it('are none where that job builds another', async () => {
    const step = 'run: docker build -t shop other';
    const { image } = await theService({ ...MODULES, ...DOCKER, ...ci('{ submodules: true }', step) });
    expect(image.submodules).toBeUndefined();
  });
});

describe('The generated checkout', () => {
  it('brings them, with the line that shows it', async () => {
    const profile = await profiled({ ...GO, ...MODULES, ...ci('{ submodules: recursive }', TEST) });
    expect(generateOver(profile).text).toContain('submodules: recursive # .github/workflows/ci.yml:6');
    expect(generateOver(await profiled(GO)).text).not.toContain('submodules: recursive');
  });
});
