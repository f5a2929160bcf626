import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, runCli, runJson } from '../fakes/built.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';
import { expectFault } from './faults.ts';

const UNPINNED = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{ uses: a/b@v1 }]\n';

let repository: TemporaryRepository;

beforeAll(() => {
  repository = temporaryRepository({
    'go.mod': 'module example.com/a\n\ngo 1.25.0\n',
    '.github/workflows/ci.yml': UNPINNED,
  });
  return () => repository[Symbol.asyncDispose]();
});

describe('A reader that goes away', () => {
  it('changes no exit code: neither a pass nor a fail', () => {
    expect(inShell('{ "$0" "$1" generate; echo $? >&2; } | :')).toMatchObject({ stderr: '0\n' });
    expect(inShell('{ "$0" "$1" validate; echo $? >&2; } | :')).toMatchObject({ stderr: '1\n' });
    expect(inShell('{ "$0" "$1" validate; echo $? >&2; } | head -1')).toMatchObject({ stderr: '1\n' });
  });

  it('does not keep a file from being written', async () => {
    await using own = temporaryRepository({ 'go.mod': 'module example.com/a\n\ngo 1.25.0\n' });
    const { stderr } = inShell('{ "$0" "$1" generate --write; echo $? >&2; } | :', own.path);
    expect(stderr).toBe('0\n');
    expect(own.git('status', '--porcelain', '-uall')).toBe('?? .github/workflows/generated.yml\n');
  });

  it('of complaints changes nothing either', () => {
    expect(inShell('"$0" "$1" nonsense 2>&1 >/dev/null | :; echo ${PIPESTATUS[0]}').stdout).toBe('2\n');
    expect(inShell('"$0" "$1" profile >&- 2>&-; echo $?').stdout).toBe('0\n');
  });
});

it('Output that is lost is an error, never a success', () => {
  const { status, stderr } = inShell('exec "$0" "$1" generate > /dev/full');
  expectFault({ code: status, stdout: '', stderr }, 'OUTPUT_LOST', 'no room on its disk (ENOSPC)');
});

describe('Results and everything else', () => {
  it('are parted: a document stands alone on standard output', () => {
    for (const args of [
      ['generate', '--json'],
      ['profile', '--json'],
      ['request', '--json', 'lint it'],
    ]) {
      const ran = runCli(args, { cwd: repository.path });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toMatch(/^\{\n.*\n\}\n$/s);
      expect(() => JSON.parse(ran.stdout)).not.toThrow();
    }
  });

  it('have no colour unless a terminal reads or it is forced, and never where NO_COLOR is set', () => {
    const coloured = (env: Record<string, string>) =>
      runCli(['validate'], { cwd: repository.path, env }).stdout.includes('\u001b[');
    expect(coloured({})).toBe(false);
    expect(coloured({ TERM: 'xterm-256color' })).toBe(false);
    expect(coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(coloured({ FORCE_COLOR: '0' })).toBe(false);
    expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '' })).toBe(true);
  });

  it('are the same in every language, zone and terminal', () => {
    const plain = runCli(['generate'], { cwd: repository.path });
    for (const env of ODD_PLACES) expect(runCli(['generate'], { cwd: repository.path, env })).toEqual(plain);
  });
});

const ODD_PLACES = [
  { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'de:fr', TZ: 'Pacific/Kiritimati', TERM: 'dumb' },
  { LANG: 'nonsense', LC_ALL: '../../etc', TZ: ':/etc/passwd', TERM: '', COLUMNS: '-1', HOME: '/nonexistent' },
];

describe('Standard input', () => {
  it('is judged under a name of its own, beside files and once', () => {
    const report = runJson<{ findings: { file: string; rule: string }[] }>(
      ['validate', '--format', 'json', '-', '.github/workflows', '-'],
      { cwd: repository.path, input: UNPINNED },
    );
    const rules = (file: string) => report.findings.filter((it) => it.file === file).map(({ rule }) => rule);
    expect(rules('<stdin>')).toContain('unpinned-uses');
    expect(rules('<stdin>')).toEqual(rules('.github/workflows/ci.yml'));
  });

  it('that is empty, closed or a folder is an error: nothing was judged', () => {
    expectFault(runCli(['validate', '-']), 'FILE_UNREADABLE', 'standard input is empty');
    for (const [from, words] of [
      ['<&-', 'standard input is empty'],
      ['< .', "'standard input' is a directory"],
    ] as const) {
      const { status, stdout, stderr } = inShell(`exec "$0" "$1" validate - ${from}`);
      expectFault({ code: status, stdout, stderr }, 'FILE_UNREADABLE', words);
    }
  });

  it('that is binary is a finding', () => {
    expect(runCli(['validate', '-'], { input: Buffer.from([0, 1, 2]) })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('it holds NUL bytes'),
    });
  });

  it('that never ends is given up, and so is a file', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'endless.yml': { link: '/dev/zero' } });
    const { status, stdout, stderr } = inShell('exec "$0" "$1" validate - < /dev/zero');
    expectFault({ code: status, stdout, stderr }, 'FILE_UNREADABLE', 'more than 16777216 bytes');
    const ran = runCli(['validate', 'endless.yml'], { cwd: place.path });
    expectFault(ran, 'FILE_UNREADABLE', "'endless.yml'", 'more than 16777216 bytes');
  });

  it('may come slowly', () => {
    const slowly = '{ printf "on: push\\n"; sleep 0.2; printf "jobs: {}\\n"; }';
    expect(inShell(`${slowly} | "$0" "$1" validate --format json -`).stdout).toContain('"verdict": "fail"');
  });
});

/** `$0` is Node and `$1` the program. */
function inShell(script: string, cwd: string = repository.path) {
  return spawnSync('bash', ['--norc', '-c', script, process.execPath, cli], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
}
