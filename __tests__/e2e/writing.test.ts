import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, runCli } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';
import { expectFault } from './faults.ts';

const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'main.go': 'package main\n' };
const WORKFLOW = '.github/workflows/generated.yml';

let repository: TemporaryRepository;

beforeAll(() => {
  repository = temporaryRepository(GO);
  return () => repository[Symbol.asyncDispose]();
});

describe('What is written', () => {
  it('goes into the repository once, whole, and is nothing new the next time', async () => {
    await using own = temporaryRepository(GO);
    expect(generate(own.path, '--write').stdout).toContain(`Written: `);
    expect(own.git('status', '--porcelain', '-uall')).toBe(`?? ${WORKFLOW}\n`);
    own.commit();
    expect(generate(own.path, '--write').stdout).toContain('Nothing: the repository already has this pipeline.');
    expect(own.git('status', '--porcelain')).toBe('');
  });

  it('is the same to the byte elsewhere, in folders that are made for it', () => {
    using place = temporaryDirectory();
    const [one, other] = ['a/b/c', 'd'].map((name) => {
      expect(generate(repository.path, '--output', join(place.path, name)).code).toBe(0);
      return readFileSync(join(place.path, name, WORKFLOW), 'utf8');
    });
    expect(one).toBe(other);
    expect(generate(repository.path, '--json').stdout).toContain('"status": "added"');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('leaves lines that end in CRLF alone, and what a person has edited', async () => {
    await using own = temporaryRepository(GO);
    generate(own.path, '--write');
    const text = readFileSync(join(own.path, WORKFLOW), 'utf8');
    own.write({ [WORKFLOW]: text.replaceAll('\n', '\r\n') });
    expect(generate(own.path, '--write').stdout).toContain('Nothing: the repository already has this pipeline.');
    own.write({ [WORKFLOW]: text.replace('contents: read', 'contents: write') });
    expect(generate(own.path, '--write').stdout).toContain(
      'Nothing: the repository already has this pipeline, with the edits',
    );
    expect(readFileSync(join(own.path, WORKFLOW), 'utf8')).toContain('contents: write');
  });

  it.each([
    ['somebody else’s and not tracked', (own: TemporaryRepository) => own.write({ [WORKFLOW]: 'name: mine\n' })],
    [
      'somebody else’s and ignored',
      (own: TemporaryRepository) => own.write({ [WORKFLOW]: 'name: mine\n', '.gitignore': 'generated.yml\n' }),
    ],
    [
      'committed in another form, of which the index was told to see nothing',
      (own: TemporaryRepository) => {
        own.write({ [WORKFLOW]: 'name: mine\n' });
        own.commit();
        own.git('update-index', '--assume-unchanged', WORKFLOW);
        own.write({ [WORKFLOW]: 'name: mine, and more\n' });
      },
    ],
    [
      'left out of the checkout by the index',
      (own: TemporaryRepository) => {
        own.write({ [WORKFLOW]: 'name: mine\n' });
        own.commit();
        own.git('update-index', '--skip-worktree', WORKFLOW);
        own.write({ [WORKFLOW]: 'name: mine, and more\n' });
      },
    ],
    [
      'staged alone',
      (own: TemporaryRepository) => {
        own.write({ [WORKFLOW]: 'name: mine\n' });
        own.git('add', '.');
      },
    ],
  ])('never takes the place of what a person wrote and git could not give back: %s', async (_, edit) => {
    await using own = temporaryRepository(GO);
    edit(own);
    const before = readFileSync(join(own.path, WORKFLOW), 'utf8');
    expectFault(generate(own.path, '--write'), 'EDITS_NOT_COMMITTED', WORKFLOW);
    expect(readFileSync(join(own.path, WORKFLOW), 'utf8')).toBe(before);
    own.git('update-index', '--force-remove', WORKFLOW);
    own.git('add', '-f', WORKFLOW);
    own.commit();
    expect(generate(own.path, '--write')).toMatchObject({ code: 0, stderr: '' });
    expect(own.git('show', `HEAD:${WORKFLOW}`)).toBe(before);
    expect(readFileSync(join(own.path, WORKFLOW), 'utf8')).not.toBe(before);
  });

  it('never takes the place of edits that the revision does not have for which it is generated', async () => {
    await using own = temporaryRepository(GO);
    generate(own.path, '--write');
    own.write({ 'b/go.mod': 'module example.com/b\n\ngo 1.25.0\n' });
    own.commit();
    const edited = `${readFileSync(join(own.path, WORKFLOW), 'utf8')}# mine\n`;
    own.write({ [WORKFLOW]: edited });
    expectFault(generate(own.path, '--head', 'HEAD', '--write'), 'EDITS_NOT_COMMITTED', WORKFLOW);
    expect(readFileSync(join(own.path, WORKFLOW), 'utf8')).toBe(edited);
    expect(generate(own.path, '--write')).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(own.path, WORKFLOW), 'utf8')).toMatch(/# mine\n$/);
  });

  it('never takes the place of what cannot be shown', async () => {
    await using own = temporaryRepository(GO);
    own.write({ [WORKFLOW]: Buffer.alloc(1_000_001, '#') });
    expectFault(generate(own.path, '--write'), 'FILE_UNREADABLE', WORKFLOW, '1000001 bytes');
    own.write({ [WORKFLOW]: Buffer.from([0x6f, 0x6e, 0xff, 0x00]) });
    expectFault(generate(own.path, '--write'), 'FILE_UNREADABLE', WORKFLOW, 'not UTF-8');
    expect(readFileSync(join(own.path, WORKFLOW))).toEqual(Buffer.from([0x6f, 0x6e, 0xff, 0x00]));
  });
});

describe('Where nothing can be written, nothing is, and the code says so', () => {
  it.each([
    ['a file stands in the place of the folder', { out: 'a file\n' }, 'something else than a folder already (EEXIST)'],
    ['a file stands in the place of a folder below', { 'out/.github': 'a file\n' }, '(EEXIST)'],
    ['a folder stands in the place of the file', { [`out/${WORKFLOW}/x`]: '' }, 'is no regular file'],
    ['the folder is a link to nowhere', { out: { link: 'nowhere/at/all' } }, '(E'],
    ['the folder is a chain of links', { out: { link: 'out' } }, '(ELOOP)'],
  ])('when %s', (_, files, words) => {
    using place = temporaryDirectory();
    writeAll(place.path, files);
    const before = everythingIn(place.path);
    expectFault(generate(repository.path, '--output', join(place.path, 'out')), 'OUTPUT_NOT_WRITABLE', words);
    expect(everythingIn(place.path)).toEqual(before);
  });

  it('when the disk takes no files at all', () => {
    // The kernel's own files: not even root makes one there. Elsewhere than on Linux there is none, which is no folder either.
    expectFault(generate(repository.path, '--output', '/proc/self/fdinfo/out'), 'OUTPUT_NOT_WRITABLE', '/proc/self');
  });

  it('when a name is too long', () => {
    using place = temporaryDirectory();
    const ran = generate(repository.path, '--output', join(place.path, 'x'.repeat(300)));
    expectFault(ran, 'OUTPUT_NOT_WRITABLE', 'a name that is too long');
  });

  it('when there is no room for all of it', () => {
    using place = temporaryDirectory();
    // No file may grow beyond one block: the kernel takes the first bytes and refuses the rest.
    const script = 'ulimit -f 1 && exec "$0" "$@"';
    const args = [
      process.execPath,
      cli,
      'generate',
      '--repository',
      repository.path,
      '--output',
      join(place.path, 'a/b'),
    ];
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expectFault({ code: status, stdout, stderr }, 'OUTPUT_NOT_WRITABLE', 'larger than this system allows (EFBIG)');
    expect(readdirSync(place.path)).toEqual([]);
  });
});

describe('A link that leads out of the repository is never written through', () => {
  it.each(['.github', '.github/workflows', WORKFLOW])('as %s', async (name) => {
    await using own = temporaryRepository(GO);
    using elsewhere = temporaryDirectory();
    const target = name === WORKFLOW ? join(elsewhere.path, 'made.yml') : elsewhere.path;
    own.write({ [name]: { link: target } });
    expectFault(generate(own.path, '--write'), 'PATH_OUTSIDE', `'${name}' is a symbolic link`);
    expect(readdirSync(elsewhere.path)).toEqual([]);
    expect(readlinkSync(join(own.path, name))).toBe(target);
  });

  it('below a folder that was named by a link, which itself is followed', () => {
    using place = temporaryDirectory();
    using elsewhere = temporaryDirectory();
    writeAll(place.path, { out: { link: elsewhere.path } });
    expect(generate(repository.path, '--output', join(place.path, 'out')).code).toBe(0);
    expect(existsSync(join(elsewhere.path, WORKFLOW))).toBe(true);
  });
});

function generate(path: string, ...options: readonly string[]) {
  return runCli(['generate', '--repository', path, ...options]);
}

function everythingIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
}
