import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { CLEAN } from '../fakes/judging.ts';
import { type Content, temporaryDirectory, writeAll } from '../fakes/repository.ts';
import { expectFault } from './faults.ts';

const BAD = CLEAN.replace('permissions: {}\n', '');

describe('What validate is given', () => {
  it('is the configuration too, by its own shape and by the policies over its request', () => {
    const path = '.github/agent-generate.yml';
    const request = (intent: string) => `version: 1\nrequest: { intents: [${intent}] }\n`;
    using place = folderOf({
      [path]: request('{ kind: timeout, for: { all: true }, minuts: 5 }'),
      [`a/${path}`]: request('{ kind: check, for: { all: true }, check: test, ensure: false }'),
      [`b/${path}`]: request('{ kind: timeout, for: { all: true }, minutes: 5 }'),
    });
    const found = (...args: string[]) => {
      const { stdout } = runCli(['validate', '--format', 'json', ...args], { cwd: place.path });
      const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; file: string }[] };
      return findings.map(({ rule, file }) => `${rule} in ${file}`);
    };
    expect(new Set(found())).toEqual(new Set([`configuration in ${path}`]));
    expect(found(`a/${path}`)).toEqual([`removes-tests in a/${path}`]);
    expect(found(`b/${path}`)).toEqual([]);
  });

  it('is what stands in .github/workflows, where nothing is named', () => {
    using place = folderOf({ '.github/workflows/a.yml': BAD, '.github/workflows/b.yaml': BAD, 'c.yml': BAD });
    expect(judged([], place.path)).toEqual(['.github/workflows/a.yml', '.github/workflows/b.yaml']);
  });

  it('is every YAML file below a folder, each once, under the name that leads to it from here', () => {
    using place = folderOf({ 'w/a.yml': BAD, 'w/deep/er/b.yaml': BAD, 'w/c.txt': BAD, 'w/node_modules/d.yml': BAD });
    for (const name of ['w', './w/'])
      expect(judged([name, 'w/a.yml'], place.path)).toEqual(['w/a.yml', 'w/deep/er/b.yaml']);
    expect(judged(['.'], place.path)).toEqual(['w/a.yml', 'w/deep/er/b.yaml']);
  });

  it('is no file of something else below a folder: they are counted', () => {
    const template = '{{- if .Values.on }}\nkind: Job\nspec: {{ .Values.spec }}\n{{- end }}\n';
    using place = folderOf({
      'w/.github/workflows/a.yml': BAD,
      'w/.github/workflows/broken.yml': 'name: [\n',
      'w/loose/b.yml': BAD,
      'w/loose/half.yml': 'on: push\n',
      'w/act/action.yml': 'name: a\n',
      'w/compose.yaml': 'services: {}\n',
      'w/charts/a/templates/job.yaml': template,
      'k8s/job.yaml': template,
    });
    const { code, stderr, stdout } = runCli(['validate', 'w', '--format', 'json'], { cwd: place.path });
    expect(code).toBe(1);
    expect(stderr).toBe(
      "2 YAML files below 'w' were left out: they are no workflow and no action. Name a file to have it looked at.\n",
    );
    expect(stdout).toContain('broken.yml');
    expect(stdout).not.toMatch(/compose|templates/);
    expectFault(
      runCli(['validate', 'k8s'], { cwd: place.path }),
      'FILE_NOT_FOUND',
      "'k8s' holds no workflow and no action to judge: its 1 YAML file is something else",
    );
  });

  it('is said not to be a workflow where a file of something else is named', () => {
    using place = folderOf({ 'compose.yaml': 'services: {}\n', '.github/agent-generate.yml': 'version: 1\n' });
    const { code, stdout } = runCli(['validate', 'compose.yaml'], { cwd: place.path });
    expect(code).toBe(0);
    expect(stdout).toContain('not-a-workflow');
    expect(stdout).toContain('neither a workflow nor an action: it was looked at for its YAML and for secrets alone');
    const { findings } = runJson<{ findings: unknown[] }>(
      ['validate', '--format', 'json', '.github/agent-generate.yml'],
      { cwd: place.path },
    );
    expect(findings).toEqual([]);
  });

  it('may be called anything', () => {
    const names = [
      'a b.yml',
      "it's.yml",
      'new\nline.yml',
      'back\\slash.yml',
      '-rf.yml',
      '%0A::error::.yml',
      '\u001b[2J.yml',
    ];
    using place = folderOf(Object.fromEntries(names.map((name) => [name, BAD])));
    expect(judged(['.'], place.path)).toEqual(names.toSorted());
    for (const format of ['text', 'github']) {
      const { code, stdout } = runCli(['validate', '.', '--format', format], { cwd: place.path });
      expect(code).toBe(1);
      expect(stdout).not.toMatch(/\u001b|^::error::/m);
    }
  });

  it('is followed where it is a link that was named, and said to be left out where it was only found', () => {
    using outside = folderOf({ 'real.yml': BAD });
    using place = folderOf({
      'w/a.yml': CLEAN,
      'w/link.yml': { link: `${outside.path}/real.yml` },
      'w/dir': { link: outside.path },
    });
    const ran = runCli(['validate', 'w'], { cwd: place.path });
    expect(ran).toMatchObject({
      code: 0,
      stderr: 'w/link.yml was left out: it is a symbolic link, which is not followed.\n',
    });
    expect(judged(['w/link.yml'], place.path)).toEqual(['w/link.yml']);
  });

  it('is said to be left out where no text can name it', () => {
    using place = folderOf({ 'w/a.yml': CLEAN });
    writeFileSync(Buffer.concat([Buffer.from(`${place.path}/w/b`), Buffer.from([0xff]), Buffer.from('.yml')]), BAD);
    const ran = runCli(['validate', 'w'], { cwd: place.path });
    expect(ran).toMatchObject({ code: 0, stderr: 'w/b\\xff.yml was left out: its name is not UTF-8.\n' });
  });

  it('is said to be left out where a folder lies too deep to be opened', () => {
    using place = folderOf({ 'a.yml': CLEAN });
    const deeper = 'for n in $(seq 60); do mkdir "$0" && cd -P "$0" || exit; done; cp "$1" b.yml';
    execFileSync('sh', ['-c', deeper, 'd'.repeat(100), `${place.path}/a.yml`], { cwd: place.path });
    const ran = runCli(['validate', '.'], { cwd: place.path });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/^(d{100}\/)+d{100} was left out: it can be neither opened nor read\.\n$/);
    execFileSync('rm', ['-r', 'd'.repeat(100)], { cwd: place.path });
  });
});

describe('What cannot be judged is an error, never a pass', () => {
  it.each<[string, Readonly<Record<string, Content>>, readonly string[], 'FILE_NOT_FOUND' | 'FILE_UNREADABLE', string]>(
    [
      ['no workflows at all', {}, [], 'FILE_NOT_FOUND', "'.github/workflows' does not exist"],
      ['a file that is not there', { 'a.yml': CLEAN }, ['a.yml', 'b.yml'], 'FILE_NOT_FOUND', "'b.yml' does not exist"],
      ['a name without a letter', {}, [''], 'FILE_NOT_FOUND', "'' does not exist"],
      ['a path through a file', { 'a.yml': CLEAN }, ['a.yml/b.yml'], 'FILE_NOT_FOUND', 'no directory (ENOTDIR)'],
      ['a folder without YAML', { 'w/a.txt': '' }, ['w'], 'FILE_NOT_FOUND', "'w' holds no .yml or .yaml file"],
      [
        'a folder of links',
        { 'w/a.yml': { link: 'x' } },
        ['w'],
        'FILE_NOT_FOUND',
        'a symbolic link, which is not followed',
      ],
      ['a chain of links', { l: { link: 'l' } }, ['l'], 'FILE_UNREADABLE', 'symbolic links without an end'],
      ['a name that is too long', {}, ['n'.repeat(300)], 'FILE_UNREADABLE', 'a name that is too long'],
      ['a file without an end', {}, ['/dev/zero'], 'FILE_UNREADABLE', 'more than 16777216 bytes'],
    ],
  )('%s', (_, files, names, code, words) => {
    using place = folderOf(files);
    expectFault(runCli(['validate', ...names], { cwd: place.path }), code, words);
  });

  it.each([
    ['empty', '', 'yaml-syntax'],
    ['over 1 MB', `# ${'x'.repeat(1_000_000)}\n`, 'yaml-syntax'],
  ])('a workflow that is %s fails', (_, content, rule) => {
    using place = folderOf({ '.github/workflows/a.yml': content });
    const { code, stdout } = runCli(['validate', '--format', 'json'], { cwd: place.path });
    expect(code).toBe(1);
    expect(stdout).toContain(`"rule": "${rule}"`);
  });
});

/** The files with findings: each that is given here has one. */
function judged(names: readonly string[], cwd: string): string[] {
  const { findings } = runJson<{ findings: { file: string }[] }>(['validate', '--format', 'json', ...names], { cwd });
  return findings.map(({ file }) => file).toSorted();
}

function folderOf(files: Readonly<Record<string, Content>>) {
  const place = temporaryDirectory();
  writeAll(place.path, files);
  return place;
}
