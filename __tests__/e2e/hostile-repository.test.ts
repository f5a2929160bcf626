import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCli, runJson } from '../fakes/built.ts';
import { type Content, temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'main.go': 'package main\n' };

describe('Nothing of a repository is run', () => {
  it('through any setting of git, whatever its attributes say', async () => {
    const attributes = '* filter=evil diff=evil merge=evil\n';
    await using repository = temporaryRepository({ ...GO, 'a.txt': 'one\n', '.gitattributes': attributes });
    using trap = trapFolder();
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'b.txt': 'b\n', '.githooks/post-index-change': trap.script });
    repository.commit();
    for (const name of PROGRAMS) repository.git('config', name, trap.path);
    for (const [name, value] of Object.entries(OPENERS)) repository.git('config', name, value);
    // Same size and another time: git must look into the file to know whether it differs.
    rmSync(join(repository.path, 'a.txt'));
    repository.write({ 'a.txt': 'two\n' });
    for (const options of [[], ['--head', 'feature'], ['--json']])
      expect(generate(repository.path, ...options)).toMatchObject({ code: 0, stderr: '' });
    expect(runCli(['profile', '--repository', repository.path]).code).toBe(0);
    expect(trap.sprung()).toBe(false);
    spawnSync('git', ['diff', 'main'], { cwd: repository.path, stdio: 'ignore' });
    expect(trap.sprung()).toBe(true);
  });

  it('to fetch what a partial clone lacks, though its remote names a program', async () => {
    await using repository = temporaryRepository({ ...GO, 'package.json': '{"name":"a"}\n' });
    using trap = trapFolder();
    const blob = repository.git('rev-parse', 'HEAD:package.json').trim();
    const settings = {
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': `ext::${trap.path} end`,
      'protocol.ext.allow': 'always',
      'core.sshCommand': trap.path,
    };
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
    rmSync(join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { code, stderr } = generate(repository.path, '--base', 'HEAD', '--head', 'HEAD');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining("the content of 'package.json' here: it is a partial clone"),
    });
    expect(trap.sprung()).toBe(false);
    spawnSync('git', ['cat-file', '-p', blob], { cwd: repository.path, stdio: 'ignore' });
    expect(trap.sprung()).toBe(true);
  });

  it('because it is called git and PATH has a folder of no name', async () => {
    await using repository = temporaryRepository(GO);
    using trap = trapFolder();
    repository.write({ git: { executable: trap.script }, 'bin/git': { executable: trap.script } });
    for (const PATH of [`:${process.env.PATH}`, `.:bin:${process.env.PATH}`])
      expect(runCli(['generate'], { cwd: repository.path, env: { PATH } }).code).toBe(0);
    expect(trap.sprung()).toBe(false);
    spawnSync('git', ['version'], { cwd: repository.path, env: { PATH: `.:${process.env.PATH}` }, stdio: 'ignore' });
    expect(trap.sprung()).toBe(true);
  });

  it('because Node would load it: packages, hooks and settings beside the sources', async () => {
    await using repository = temporaryRepository(GO);
    using trap = trapFolder();
    const evil = `require('node:fs').writeFileSync(${JSON.stringify(trap.marker)}, '')\n`;
    repository.write({
      'package.json': '{"type":"commonjs","main":"index.js","imports":{"#*":"./index.js"},"exports":"./index.js"}\n',
      'index.js': evil,
      'node_modules/yaml/index.js': evil,
      '.npmrc': `node-options=--require ./index.js\n`,
      '.pnpmfile.cjs': evil,
    });
    expect(runCli(['profile'], { cwd: repository.path }).code).toBe(0);
    expect(runCli(['generate'], { cwd: repository.path }).code).toBe(0);
    expect(trap.sprung()).toBe(false);
  });
});

describe('A link that leaves the tree is not followed', () => {
  const OUTSIDE = {
    'package.json': '{"name":"stolen","scripts":{"test":"stolen"},"packageManager":"pnpm@9.9.9"}\n',
    Dockerfile: 'FROM node:22\nEXPOSE 6666\nUSER stolen\n',
    'workflows/ci.yml': 'name: stolen\n',
    'compose.yaml': 'services: { stolen: { image: "postgres:17" } }\n',
  };

  it('as a file, as a folder, or in the middle of a path', async () => {
    using outside = temporaryDirectory();
    writeAll(outside.path, OUTSIDE);
    await using repository = temporaryRepository({ ...GO, ...linksTo(outside.path) });
    for (const options of [[], ['--head', 'main']]) {
      const ran = generate(repository.path, ...options);
      expect(ran.code).toBe(0);
      expect(ran.stdout).not.toMatch(/stolen|6666|9\.9\.9/);
    }
    expect(runJson(['profile', '--json', '--repository', repository.path])).toMatchObject({
      units: [{ directory: '.', ecosystem: 'go' }],
      services: [],
      ignored: expect.arrayContaining([{ path: 'package.json', why: 'a symbolic link, which is not followed' }]),
    });
  });

  it('without git either', () => {
    using outside = temporaryDirectory();
    using place = temporaryDirectory();
    writeAll(outside.path, OUTSIDE);
    writeAll(place.path, { ...GO, ...linksTo(outside.path) });
    const ran = runCli(['profile', '--json', '--repository', place.path]);
    expect(ran.stdout).not.toMatch(/stolen|6666|9\.9\.9/);
    expect(ran.code).toBe(0);
  });

  it('nor is a folder that has taken the place of a tracked one', async () => {
    using outside = temporaryDirectory();
    writeAll(outside.path, OUTSIDE);
    await using repository = temporaryRepository({ ...GO, 'web/package.json': '{"name":"web"}\n' });
    rmSync(join(repository.path, 'web'), { recursive: true });
    repository.write({ web: { link: outside.path } });
    expect(generate(repository.path).stdout).not.toMatch(/stolen|6666|9\.9\.9/);
  });

  it('nor does a file of the repository lead out of it by its words', async () => {
    using place = temporaryDirectory();
    writeAll(place.path, {
      ...OUTSIDE,
      'go.mod': 'module stolen\n',
      'pom.xml': '<project><version>6666</version></project>',
    });
    mkdirSync(join(place.path, 'r'));
    await using git = temporaryRepository();
    git.git('init', '-q', join(place.path, 'r'));
    writeAll(join(place.path, 'r'), {
      ...GO,
      'go.work': 'go 1.25.0\n\nuse (\n\t.\n\t..\n)\n',
      'compose.yaml':
        'services:\n  a:\n    build: { context: .., dockerfile: ../Dockerfile }\n    env_file: ../../../../etc/passwd\n',
      'web/package.json': '{"name":"web","workspaces":["../..","/etc/*"]}\n',
      'pom.xml': '<project><modules><module>..</module><module>../../../etc</module></modules></project>\n',
      'Dockerfile.a': 'FROM scratch\nCOPY ../package.json /\n',
    });
    const ran = generate(join(place.path, 'r'));
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).not.toMatch(/stolen|6666|9\.9\.9|root:/);
  });
});

describe('Names that nobody would choose', () => {
  const NAMES = [
    'a "b"',
    'new\nline',
    "it's",
    '$(touch stolen)',
    '`touch stolen`',
    '\u001b[2J',
    '-rf',
    '${{ github.token }}',
    ' ',
  ];

  it('stand in a profile as they are, in one document of JSON', async () => {
    await using repository = temporaryRepository(
      Object.fromEntries(NAMES.flatMap((name) => Object.entries(GO).map(([file, text]) => [`${name}/${file}`, text]))),
    );
    writeFileSync(
      Buffer.concat([Buffer.from(`${repository.path}/bad`), Buffer.from([0xff]), Buffer.from('.toml')]),
      '',
    );
    const profile = runJson<{ units: { directory: string }[]; warnings: unknown[] }>([
      'profile',
      '--json',
      '--repository',
      repository.path,
    ]);
    expect(profile.units.map(({ directory }) => directory)).toEqual(NAMES.toSorted());
    expect(profile.warnings).toEqual([
      { file: 'bad\\xff.toml', line: 1, message: 'its name is not UTF-8, so the file is left out.' },
    ]);
  });

  it('make neither a terminal nor a shell nor GitHub obey', async () => {
    await using repository = temporaryRepository(
      Object.fromEntries(NAMES.flatMap((name) => Object.entries(GO).map(([file, text]) => [`${name}/${file}`, text]))),
    );
    using out = temporaryDirectory();
    const ran = generate(repository.path, '--output', out.path);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).not.toContain('\u001b');
    const workflow = readFileSync(join(out.path, '.github/workflows/generated.yml'), 'utf8');
    // Comments are not evaluated; everything else is.
    expect(JSON.stringify(parse(workflow))).not.toMatch(/\$\{\{ github\.token/);
    expect(existsSync(join(repository.path, 'stolen'))).toBe(false);
    expect(runJson(['validate', '--format', 'json', '.'], { cwd: out.path })).toMatchObject({ verdict: 'pass' });
  });
});

function generate(path: string, ...options: readonly string[]) {
  return runCli(['generate', '--repository', path, ...options]);
}

function linksTo(outside: string): Record<string, Content> {
  return {
    'package.json': { link: join(outside, 'package.json') },
    Dockerfile: { link: join(outside, 'Dockerfile') },
    'compose.yaml': { link: `../../../../../../../..${outside}/compose.yaml` },
    stolen: { link: outside },
    '.github': { link: outside },
  };
}

/** A program that leaves a mark when it is run. */
function trapFolder() {
  const place = temporaryDirectory();
  const marker = join(place.path, 'marker');
  const path = join(place.path, 'evil');
  // Filters hand on what they read; what speaks with git over both pipes must not wait for it.
  const script = `#!/bin/sh\ntouch '${marker}'\ncase "$1" in end) ;; *) cat ;; esac\n`;
  writeAll(place.path, { evil: { executable: script } });
  const sprung = () => readdirSync(place.path).includes('marker');
  return { path, marker, script, sprung, [Symbol.dispose]: () => place[Symbol.dispose]() };
}

const PROGRAMS = [
  'core.alternateRefsCommand',
  'core.askPass',
  'core.editor',
  'core.fsmonitor',
  'core.gitProxy',
  'core.pager',
  'core.sshCommand',
  'credential.helper',
  'diff.evil.command',
  'diff.evil.textconv',
  'diff.external',
  'diff.Weird Name=x.command',
  'filter.evil.clean',
  'filter.evil.process',
  'filter.evil.smudge',
  'gpg.program',
  'interactive.diffFilter',
  'merge.evil.driver',
  'pager.diff',
  'sequence.editor',
  'uploadpack.packObjectsHook',
];

const OPENERS = {
  'alias.ls-files': '!touch stolen',
  'alias.rev-parse': '!touch stolen',
  'core.hooksPath': '.githooks',
  'core.untrackedCache': 'true',
  'filter.evil.required': 'true',
  'log.showSignature': 'true',
};
