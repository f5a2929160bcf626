import { describe, expect, it } from 'vitest';
import { deno } from '../../../../src/profile/ecosystems/deno.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const json = (value: object) => JSON.stringify(value, null, 1);
const workflow = (...runs: readonly string[]) => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

describe('A project of Deno', () => {
  it('is installed as it is locked, and checked by what Deno brings', async () => {
    const unit = await detectOne(deno, {
      'deno.json': json({
        imports: { pg: 'npm:pg@8', r: 'jsr:@db/redis@1', m: 'https://deno.land/x/mysql@v2/mod.ts' },
      }),
      'deno.lock': '{}',
      'a_test.ts': '',
    });
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'deno', manager: 'deno', lockfile: 'deno.lock' });
    expect(typed(unit)).toEqual({
      install: ['deno install --frozen'],
      lint: ['format: deno fmt --check', 'lint: deno lint'],
      test: ['deno test -A'],
      build: [],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['a_test.ts:1']);
    expect(unit.dependencies.map(({ name, line }) => [name, line])).toEqual([
      ['pg', 3],
      ['@db/redis', 4],
      ['mysql', 5],
    ]);
  });

  it('is none beside a package.json, without sources, or of Supabase', async () => {
    const { units, warnings } = await detect(deno, {
      'a/deno.json': '{}',
      'a/package.json': '{}',
      'a/x.ts': '',
      'b/deno.json': '{}',
      'supabase/functions/deno.json': '{}',
      'supabase/functions/x.ts': '',
      'c/deno.jsonc': '{ // this is fine\n}',
      'c/x.ts': '',
      'd/deno.json': '{,',
      'd/x.ts': '',
    });
    expect(units.map(({ directory }) => directory)).toEqual(['c']);
    expect(warnings.map(({ file }) => file)).toEqual(['d/deno.json']);
  });

  it('is one unit as a workspace, and has no lock where that is turned off', async () => {
    const { units } = await detect(deno, {
      'deno.json': json({ workspace: ['./a', './tools/*'], lock: false }),
      'deno.lock': '{}',
      'a/deno.json': '{}',
      'a/x.ts': '',
      'tools/b/deno.json': '{}',
      'other/deno.json': json({ lock: 'my.lock' }),
      'other/my.lock': '',
      'other/x.ts': '',
    });
    expect(units.map(({ directory, lockfile }) => [directory, lockfile])).toEqual([
      ['.', null],
      ['other', 'other/my.lock'],
    ]);
  });
});

describe('The commands of Deno', () => {
  const tasks = {
    ok: 'deno fmt --check && deno lint && deno task check:license --check && deno task check:types && deno task test',
    'check:license': 'deno run -A license.ts',
    'check:types': 'deno check a.ts && deno check b.ts',
    test: { command: 'deno test -A' },
    build: 'deno run -A dev.ts build',
    start: 'deno run --watch main.ts',
  };
  const files = { 'deno.json': json({ tasks }), 'a.ts': '' };

  it('are those that a task lists, where a workflow starts that', async () => {
    const unit = await detectOne(deno, { ...files, ...workflow('deno task ok', 'deno task start', 'deno task gone') });
    expect(typed(unit)).toMatchObject({
      lint: [
        'format: deno fmt --check',
        'lint: deno lint',
        'lint: deno task check:license --check',
        'typecheck: deno task check:types',
      ],
      test: ['deno task test'],
      build: ['deno task build'],
    });
    expect(cited(unit.commands.lint[1] ?? null)).toEqual(['.github/workflows/ci.yml:4', 'deno.json:3']);
  });

  it('are its tasks where nothing calls any', async () => {
    const unit = await detectOne(deno, files);
    expect(typed(unit)).toMatchObject({
      lint: ['format: deno fmt --check', 'lint: deno lint', 'typecheck: deno task check:types'],
      test: ['deno task test'],
    });
  });

  it('are no watching ones, nor tasks that start each other without end', async () => {
    const looping = { a: 'deno task b && deno lint', b: 'deno task a && deno fmt --check', test: 'deno test --watch' };
    const unit = await detectOne(deno, {
      'deno.json': json({ tasks: looping }),
      'a.ts': '',
      ...workflow('deno task a', 'deno fmt'),
    });
    expect(typed(unit)).toMatchObject({ lint: ['format: deno fmt --check', 'lint: deno lint'], test: [] });
  });

  it('keep one call of several that differ in flags, and none that names paths of elsewhere', async () => {
    const unit = await detectOne(deno, {
      'web/deno.json': '{}',
      'web/a.ts': '',
      ...workflow('deno test -A --coverage', 'deno test -A', 'deno check src/main.ts'),
    });
    expect(typed(unit)).toMatchObject({
      lint: ['format: deno fmt --check', 'lint: deno lint'],
      test: ['deno test -A --coverage'],
    });
  });
});

describe('The version of Deno', () => {
  it.each([
    ['.dvmrc', { '.dvmrc': 'v2.1.4\n', '.tool-versions': 'deno 2.0.0\n' }, '2.1.4'],
    ['asdf', { '.tool-versions': 'deno 2.0.0\n' }, '2.0.0'],
    ['the Dockerfile', { Dockerfile: 'FROM denoland/deno:2.3.1\n' }, '2.3.1'],
    [
      'a workflow',
      {
        '.github/workflows/ci.yml':
          'on: push\njobs: { a: { steps: [{ uses: a/b@v1, with: { deno-version: v2.x } }] } }',
      },
      '2.x',
    ],
  ])('is that of %s', async (_, files, value) => {
    expect((await detectOne(deno, { 'deno.json': '{}', 'a.ts': '', ...files })).version?.value).toBe(value);
  });

  it('before the second installs nothing by itself', async () => {
    const files = { 'deno.json': '{}', 'a.ts': '', '.dvmrc': '1.46.3' };
    expect(typed(await detectOne(deno, files)).install).toEqual([]);
  });
});

describe('The tests of a project of Deno without a task', () => {
  const tests = async (files: Record<string, string>) => {
    const { units } = await detect(deno, { 'deno.json': '{}', 'main.ts': '', ...files });
    return typed(units[0] as never).test;
  };

  it('are not those of a project below, nor those of a running system', async () => {
    expect(await tests({ 'page/deno.json': '{}', 'page/a.test.ts': '' })).toEqual([]);
    expect(await tests({ 'e2e/main_test.ts': '' })).toEqual([]);
    expect(await tests({ 'main_test.ts': '', 'page/deno.json': '{}', 'page/a.test.ts': '' })).toEqual(['deno test -A']);
  });

  it('leave those of a running system out by the folder', async () => {
    expect(await tests({ 'main_test.ts': '', 'a/e2e/shop/b_test.ts': '', 'a/e2e/c_test.ts': '' })).toEqual([
      'deno test -A --ignore=a/e2e',
    ]);
  });
});

it('What a pipeline calls in another folder is not this project’s', async () => {
  const steps = ['deno fmt --check --quiet', 'deno lint --rules'].map(
    (run, index) => `      - run: ${run}\n        working-directory: ${['page', '.'][index]}\n`,
  );
  const ci = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps.join('')}`;
  const { units } = await detect(deno, {
    'deno.json': '{}',
    'main.ts': '',
    'page/deno.json': '{}',
    'page/a.ts': '',
    '.github/workflows/ci.yml': ci,
  });
  expect(units.map((unit) => typed(unit).lint)).toEqual([
    ['format: deno fmt --check', 'lint: deno lint --rules'],
    ['format: deno fmt --check --quiet', 'lint: deno lint'],
  ]);
});
