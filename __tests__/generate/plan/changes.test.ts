import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProjectProfile, Task } from '../../../src/domain/profile.ts';
import type { Intent } from '../../../src/domain/request.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../../fakes/repository.ts';
import { jobsOver } from '../generating.ts';
import { command, profileOf, requestOf, service, unit } from '../profiles.ts';

const cart = unit({ directory: 'cart', dependsOn: ['shared'] });
const web = unit({ directory: 'web' });
const shared = unit({ directory: 'shared' });
const system = profileOf([cart, shared, web], [service('cart'), service('web')]);

describe('The job that finds changes', () => {
  it.each([
    ['nothing at all', profileOf([])],
    ['one unit', profileOf([unit({ directory: 'cart' })])],
    ['one unit and its own image', profileOf([unit({ directory: 'cart' })], [service('cart')])],
    ['units and images that everything concerns', profileOf([unit()], [service('app', { directory: '.' })])],
  ])('is not there for %s', (_, profile) => {
    expect(Object.keys(jobsOver(profile))).not.toContain('changes');
  });

  it.each([
    ['several units', profileOf([cart, web])],
    ['several images and no unit', profileOf([], [service('a'), service('b')])],
    ['a unit and an image of something else', profileOf([unit({ directory: 'cart' })], [service('proxy')])],
  ])('is there for %s', (_, profile) => {
    const jobs = jobsOver(profile);
    expect(Object.keys(jobs)[0]).toBe('changes');
    for (const [id, job] of Object.entries(jobs))
      if (id !== 'changes' && id !== 'ci-gate') expect(job.needs).toBe('changes');
  });

  it('is not waited for by what everything concerns', () => {
    const jobs = jobsOver(profileOf([unit(), web]));
    expect(jobs['go-test']?.needs).toBeUndefined();
    expect(jobs['go-test']?.if).toBeUndefined();
    expect(jobs['web-test']?.if).toBe("needs.changes.outputs.web == 'true'");
  });

  it('says what concerns the same files once', () => {
    const jobs = jobsOver(profileOf([unit({ directory: 'cart' }), web], [service('cart')]));
    expect(Object.keys(jobs.changes?.outputs ?? {})).toEqual(['cart', 'web']);
    expect(jobs['cart-image']?.if).toBe("needs.changes.outputs.cart == 'true'");
  });

  it('names a folder without what is in it, and no workflow that shows a command', () => {
    const test = [command('go test ./...', '.', '.github/workflows/ci.yml'), command('make e2e', '.', 'e2e/Makefile')];
    const shown = unit({ directory: 'web', commands: { install: [], lint: [], test, build: [] } });
    const whole = unit({ directory: 'cart', dependsOn: ['cart/sub', 'cart-2'] });
    const others = ['cart/sub', 'cart-2'].map((directory) => unit({ directory }));
    const script = jobsOver(profileOf([whole, ...others, shown])).changes?.steps[1]?.run ?? '';
    expect(script).toContain("\ngroup cart 'cart-2/**' 'cart/**'\n");
    expect(script).toContain("\ngroup web 'e2e/Makefile' 'web/**'");
  });

  it('has outputs of different names, whatever units and services are called', () => {
    const units = ['images', 'a-image', 'b'].map((directory) => unit({ directory }));
    const prebuilt = { image: { prebuilt: ['out'] }, directory: 'b/sub' };
    const outputs = jobsOver(profileOf(units, [service('a', prebuilt), service('c'), service('d')])).changes?.outputs;
    expect(Object.keys(outputs ?? {})).toEqual(['images-go', 'a-image', 'b', 'a-image-2', 'images']);
  });

  it('has outputs of different names, whatever commands of somebody’s own are called', () => {
    const task: Task = {
      runner: 'make',
      name: 'docs',
      directory: 'tools',
      because: [{ file: 'tools/Makefile', line: 1 }],
    };
    const called = (name: string): Intent => ({ kind: 'custom', for: { all: true }, name, command: 'make docs' });
    const profile = { ...profileOf([cart, web], [service('c'), service('d')]), tasks: [task] };
    const jobs = jobsOver(profile, requestOf(called('web'), called('images')));
    // Both commands concern the same files, so that the first of them names the output.
    expect(Object.keys(jobs.changes?.outputs ?? {})).toEqual(['cart', 'web', 'web-2', 'images']);
    expect(jobs.web?.if).toBe("needs.changes.outputs.web-2 == 'true'");
    expect(jobs['web-test']?.if).toBe("needs.changes.outputs.web == 'true'");
  });

  it('is what others need, whatever a command of somebody’s own is called', () => {
    const task: Task = { runner: 'make', name: 'a', directory: '.', because: [{ file: 'Makefile', line: 1 }] };
    const own: Intent = { kind: 'custom', for: { all: true }, name: 'changes', command: 'make a' };
    const jobs = jobsOver({ ...profileOf([cart, web]), tasks: [task] }, requestOf(own));
    expect(jobs['changes-2']?.steps.at(-1)?.run).toBe('make a');
    expect(jobs['cart-test']?.needs).toBe('changes');
  });

  it('has outputs of different names for images of several kinds, whatever units are called', () => {
    const slow: Intent = { kind: 'timeout', for: { path: 's*' }, minutes: 60 };
    const services = ['a', 'b', 's1', 's2'].map((name) => service(name));
    const jobs = jobsOver(profileOf([unit({ directory: 'images-2' }), web], services), requestOf(slow));
    expect(Object.keys(jobs.changes?.outputs ?? {})).toEqual(['images-2', 'web', 'images', 'images-3']);
  });
});

describe('What a pull request runs', () => {
  it.each([
    ['cart/main.go', { cart: true, shared: false, web: false, images: ['cart'] }, 'its own unit'],
    ['shared/x.go', { cart: true, shared: true, web: false, images: ['nothing'] }, 'the unit and those built from it'],
    ['docs/a.md', { cart: false, shared: false, web: false, images: ['nothing'] }, 'nothing'],
    ['.github/workflows/generated.yml', { cart: true, shared: true, web: true, images: ['cart', 'web'] }, 'everything'],
  ])('for a change of %s is %j: %s', async (path, expected) => {
    await using repository = start();
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.write({ [path]: 'changed' });
    repository.commit();
    expect(whatRuns(system, repository.path, { EVENT: 'pull_request', BASE: base })).toEqual(expected);
  });

  it('is everything where the base is not there to compare with', async () => {
    await using repository = start();
    const found = whatRuns(system, repository.path, { EVENT: 'pull_request', BASE: '0'.repeat(40) });
    expect(found).toEqual({ cart: true, shared: true, web: true, images: ['cart', 'web'] });
  });

  it.each(['push', 'schedule', 'workflow_dispatch', 'merge_group'])('is everything on %s', async (event) => {
    await using repository = start();
    const found = whatRuns(system, repository.path, { EVENT: event, BASE: '' });
    expect(found).toEqual({ cart: true, shared: true, web: true, images: ['cart', 'web'] });
  });

  it('counts a file that was moved away, and a change of mode', async () => {
    await using repository = start();
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.git('mv', 'cart/main.go', 'docs/main.go');
    repository.git('update-index', '--chmod=+x', 'web/main.go');
    repository.git('commit', '--quiet', '--message', 'Moved');
    expect(whatRuns(system, repository.path, { EVENT: 'pull_request', BASE: base })).toMatchObject({
      cart: true,
      web: true,
    });
  });

  it('counts what was done since the branches parted, not what was done on the other one', async () => {
    await using repository = start();
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write({ 'web/main.go': 'topic' });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ 'cart/main.go': 'main' });
    const base = repository.commit();
    repository.git('checkout', '--quiet', 'topic');
    expect(whatRuns(system, repository.path, { EVENT: 'pull_request', BASE: base })).toMatchObject({
      cart: false,
      web: true,
    });
  });

  it('is found in a clone without the content of earlier files, and without any way to fetch it', async () => {
    await using repository = start();
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.git('mv', 'cart/main.go', 'cart/moved.go');
    repository.write({ 'cart/moved.go': 'package cart // and a little more\n' });
    repository.commit();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    using clone = temporaryDirectory();
    repository.git('clone', '--quiet', '--filter=blob:none', `file://${repository.path}`, join(clone.path, 'work'));
    const work = join(clone.path, 'work');
    execFileSync('git', ['remote', 'set-url', 'origin', 'file:///nowhere'], { cwd: work });
    const found = whatRuns(system, work, { EVENT: 'pull_request', BASE: base });
    expect(found).toMatchObject({ cart: true, web: false });
  });

  it('depends on the files that commands are read from', async () => {
    await using repository = start();
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.write({ 'Makefile [x]': 'all:' });
    repository.commit();
    const made = unit({
      directory: 'cart',
      commands: {
        install: [],
        lint: [],
        build: [],
        test: [{ ...command('make test'), because: [{ file: 'Makefile [x]', line: 2 }] }],
      },
    });
    const found = whatRuns(profileOf([made, web]), repository.path, { EVENT: 'pull_request', BASE: base });
    expect(found).toEqual({ cart: true, web: false });
  });

  it('is each part of a build whose files are named once, and its own part alone for its own', async () => {
    const common = ['Directory.Build.props', 'global.json', 'it\'s "$HOME".props'];
    const names = ['a', 'b', 'c', 'd'];
    const units = names.map((name) => unit({ directory: name, owns: [`${name}/**`, ...common] }));
    const script = jobsOver(profileOf(units)).changes?.steps.at(-1)?.run ?? '';
    for (const file of common.slice(0, 2)) expect(script.split(file)).toHaveLength(2);
    await using repository = temporaryRepository(Object.fromEntries(names.map((name) => [`${name}/f`, 'x'])));
    const concerned = (path: string) => {
      const base = repository.git('rev-parse', 'HEAD').trim();
      repository.write({ [path]: 'changed' });
      repository.commit();
      return whatRuns(profileOf(units), repository.path, { EVENT: 'pull_request', BASE: base }).go;
    };
    expect(common.map(concerned)).toEqual([names, names, names]);
    expect(concerned('b/f')).toEqual(['b']);
    expect(concerned('docs/f')).toEqual(['nothing']);
  });

  it('is told by the globs of a part themselves, where no other has them', () => {
    const units = ['a', 'b', 'c', 'd'].map((name) =>
      unit({ directory: name, owns: [`${name}/**`, `${name}.props`, `${name}.lock`] }),
    );
    const script = jobsOver(profileOf(units)).changes?.steps.at(-1)?.run ?? '';
    expect(script).toContain("'a.lock'");
    expect(script).not.toContain('shared_');
  });

  it('is found for folders of every name, and executes none of them', async () => {
    const names = [
      'a b',
      "it's",
      '$(touch owned)',
      '`touch owned`',
      '-rf',
      '"',
      '[id]',
      '*',
      'ü',
      ':(exclude)x',
      '${{ x }}',
      '\\',
    ];
    await using repository = temporaryRepository(Object.fromEntries(names.map((name) => [`${name}/f`, 'x'])));
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.write(Object.fromEntries(names.map((name) => [`${name}/f`, 'y'])));
    repository.commit();
    const profile = profileOf(
      names.map((directory) => unit({ directory })),
      names.map((name) => service(name)),
    );
    const { images, go, ...groups } = whatRuns(profile, repository.path, { EVENT: 'pull_request', BASE: base });
    // Folders whose names mean something to the cache's globs differ by more than their folder.
    expect(Object.values(groups)).toEqual([true, true, true]);
    expect(go).toHaveLength(names.length - 3);
    expect(images).toHaveLength(names.length);
    const before = repository.git('rev-parse', 'HEAD').trim();
    repository.write({ 'elsewhere/f': 'x' });
    repository.commit();
    const {
      images: starred,
      go: none,
      ...others
    } = whatRuns(profile, repository.path, {
      EVENT: 'pull_request',
      BASE: before,
    });
    expect([starred, none, Object.values(others)]).toEqual([['x-2'], ['nothing'], [false, false, true]]);
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

function start(): TemporaryRepository {
  return temporaryRepository({
    'cart/main.go': 'package cart\n',
    'web/main.go': 'package web\n',
    'shared/x.go': 'package shared\n',
    'docs/a.md': '# A\n',
    '.github/workflows/generated.yml': 'name: CI\n',
  });
}

/** Runs the script of the job `changes` as a runner would, and reads what it says. */
function whatRuns(
  profile: ProjectProfile,
  directory: string,
  variables: { readonly EVENT: string; readonly BASE: string },
): Record<string, boolean | string[]> {
  using output = temporaryDirectory();
  const file = join(output.path, 'output');
  writeFileSync(file, '');
  // A runner would replace expressions; ours are texts that stand for themselves.
  const script = (jobsOver(profile).changes?.steps.at(-1)?.run ?? '').replaceAll("${{ '${{' }}", '${{');
  const environment = { PATH: process.env.PATH, HOME: output.path, ...variables, GITHUB_OUTPUT: file };
  execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? [];
      return [name, value === 'true' || value === 'false' ? value === 'true' : namesIn(value)];
    }),
  );
}

/** The services, or units, of the rows of a matrix. */
function namesIn(rows: string): string[] {
  return (JSON.parse(rows) as { service?: string; unit?: string }[]).map((row) => row.service ?? row.unit ?? '');
}
