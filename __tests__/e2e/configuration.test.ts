import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { aliasBomb, utf16 } from '../fakes/hostile-text.ts';
import { type Content, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';
import { expectFault } from './faults.ts';

const PATH = '.github/agent-generate.yml';
const GO = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'main.go': 'package main\n' };
const TIMEOUT = 'version: 1\nrequest:\n  intents:\n    - { kind: timeout, for: { all: true }, minutes: 7 }\n';

describe('A configuration that cannot be used ends the run, at its exact place', () => {
  it.each<[string, Content, string, string]>([
    ['has a key that is unknown', 'version: 1\nsetings: {}\n', ':2:1: ', "no key 'setings'; did you mean settings?"],
    ['is no YAML', 'version: 1\nrequest: [\n', ':3:1: ', 'This is not YAML'],
    ['is of another version', 'version: 2\n', ':1:10: ', 'version must be 1'],
    ['has a wrong type', 'version: 1\nrequest:\n  intents: yes please\n', ':3:12: ', 'intents must be a list'],
    ['has a wrong value, in UTF-16', utf16('version: 1\nsettings:\n  fail-on: often\n'), ':3:12: ', 'fail-on must be'],
    ['has a wrong value behind CRLF', 'version: 1\r\nsettings:\r\n  fail-on: 1\r\n', ':3:12: ', 'fail-on must be'],
    ['is an alias bomb', `version: 1\n${aliasBomb()}`, ':1:1: ', 'The aliases stand for too many copies'],
    ['is nested without an end', `version: ${'['.repeat(50_000)}\n`, ':1:', 'nested too deeply'],
    ['is binary', Buffer.from([0x00, 0x9f, 0x92]), ':1:1: ', 'cannot be read'],
    ['is empty', '', ':1:1: ', 'must be a mapping'],
    ['has more than 1 MB', `version: 1\n#${'x'.repeat(1_000_000)}\n`, ':1:1: ', 'at most 1000000 are read'],
    ['is a link', { link: '../go.mod' }, ':1:1: ', 'a symbolic link, which is not followed'],
  ])('because it %s', async (_, content, place, words) => {
    await using repository = temporaryRepository({ ...GO, [PATH]: content });
    expectFault(
      runCli(['generate', '--write'], { cwd: repository.path }),
      'CONFIGURATION_INVALID',
      `${PATH}${place}`,
      words,
    );
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('A configuration that can be used', () => {
  it.each([
    ['as it is', TIMEOUT],
    ['with a byte-order mark', `\ufeff${TIMEOUT}`],
    ['with CRLF', TIMEOUT.replaceAll('\n', '\r\n')],
    ['in UTF-16', utf16(TIMEOUT)],
  ])('is the accepted layer, %s', async (_, content) => {
    await using repository = temporaryRepository({ ...GO, [PATH]: content });
    expect(proposal(repository.path)).toMatchObject({ source: 'accepted-request', fallback: null });
  });

  it('is read at the base: a pull request changes neither its layer nor breaks the run', async () => {
    await using repository = temporaryRepository({ ...GO, [PATH]: TIMEOUT });
    repository.git('checkout', '-q', '-b', 'feature');
    for (const content of ['version: 9\n', TIMEOUT.replace('7', '300')]) {
      repository.write({ [PATH]: content });
      repository.commit();
      const { source, request } = proposal(repository.path);
      expect(source).toBe('accepted-request');
      expect(JSON.stringify(request)).toContain('"minutes":7');
    }
  });

  it('that wants what policy forbids is dropped, and the answer says so', async () => {
    const without =
      'version: 1\nrequest:\n  intents:\n    - { kind: check, for: { all: true }, check: test, ensure: false }\n';
    await using repository = temporaryRepository({ ...GO, 'a_test.go': 'package main\n', [PATH]: without });
    const { source, fallback, report } = proposal(repository.path);
    expect(source).toBe('detected');
    expect(fallback).toMatchObject({ code: 'NOT_PROVEN', message: expect.stringContaining('removes-tests') });
    expect(report.verdict).toBe('pass');
    expect(runCli(['generate'], { cwd: repository.path }).stdout).toMatch(/^Not everything was done\. .*removes-tests/);
  });
});

describe('A service in a configuration that the repository does not have', () => {
  it.each([
    ['{ kind: timeout, for: { service: crat }, minutes: 7 }', 'There is no service crat; did you mean cart?'],
    ['{ kind: check, for: { service: crat }, check: lint, ensure: false }', 'did you mean cart?'],
    ['{ kind: image, for: { service: warehouse }, push: never }', 'There is no service warehouse; there are cart.'],
  ])('is said at its line: %s', async (intent, words) => {
    await using repository = temporaryRepository({
      'cart/go.mod': GO['go.mod'],
      'cart/main.go': GO['main.go'],
      'cart/Dockerfile': 'FROM scratch\nCOPY . .\nCMD ["/cart"]\n',
      [PATH]: `version: 1\nrequest:\n  intents:\n    - ${intent}\n`,
    });
    const { findings } = proposal(repository.path).report;
    const start = { line: 4, column: 7 + intent.indexOf(/crat|warehouse/.exec(intent)?.[0] ?? '') };
    expect(findings).toContainEqual(
      expect.objectContaining({
        file: PATH,
        message: expect.stringContaining(words),
        range: expect.objectContaining({ start }),
      }),
    );
  });
});

describe('A configuration that would gut the pipeline', () => {
  const files = { ...GO, 'a_test.go': 'package main\n', 'go.sum': '' };
  const asking = (intent: string) => `version: 1\nrequest:\n  intents:\n    - ${intent}\n`;

  it.each([
    ['{ kind: trigger, on: pull_request, ensure: false }', 'PULL_REQUESTS_NOT_REACHED'],
    ['{ kind: trigger, on: pull_request, ensure: true, branches: ["nope-*"] }', 'PULL_REQUESTS_NOT_REACHED'],
    ['{ kind: trigger, on: pull_request, ensure: true, paths: ["nope/**"] }', 'PULL_REQUESTS_NOT_REACHED'],
  ])('is dropped: %s', async (intent, rule) => {
    await using repository = temporaryRepository({ ...files, [PATH]: asking(intent) });
    const { source, fallback } = proposal(repository.path);
    expect({ source, fallback }).toMatchObject({ source: 'detected', fallback: { code: 'NOT_PROVEN' } });
    expect(JSON.stringify(fallback)).toContain(rule);
  });

  it.each([
    ['{ kind: check, for: { all: true }, check: format, ensure: false }', 'CHECKS_LOST'],
    [
      '{ kind: check, for: { all: true }, check: test, ensure: true, command: go mod download }',
      'INTENT_NOT_SUPPORTED',
    ],
    ['{ kind: image, for: { all: true }, scan: false }', 'removes-image-scans'],
  ])('is taken with a warning: %s', async (intent, rule) => {
    await using repository = temporaryRepository({ ...files, Dockerfile: 'FROM scratch\n', [PATH]: asking(intent) });
    const { source, report } = proposal(repository.path);
    expect({ source, verdict: report.verdict }).toEqual({ source: 'accepted-request', verdict: 'pass' });
    expect(report.findings).toContainEqual(expect.objectContaining({ rule, level: 'warning' }));
  });

  it('fails where it hides everything: nothing is green, nothing is written', async () => {
    const hiding = 'version: 1\nsettings: { paths: { exclude: ["**"] } }\n';
    await using repository = temporaryRepository({ ...files, [PATH]: hiding });
    const { code, stdout } = runCli(['generate', '--write'], { cwd: repository.path });
    expect(code).toBe(1);
    expect(stdout).toContain('What settings.paths lets be looked at leaves no check');
    expect(repository.git('status', '--porcelain')).toBe('');
    using elsewhere = temporaryDirectory();
    expect(runCli(['generate', '--output', elsewhere.path], { cwd: repository.path }).code).toBe(1);
    expect(readdirSync(elsewhere.path)).toEqual([]);
  });
});

interface Answer {
  readonly source: string;
  readonly fallback: unknown;
  readonly request: unknown;
  readonly report: { readonly verdict: string; readonly findings: readonly unknown[] };
}

function proposal(path: string): Answer {
  return runJson<Answer>(['generate', '--json'], { cwd: path });
}
