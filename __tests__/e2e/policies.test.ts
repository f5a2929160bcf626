import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dist, runCli } from '../fakes/built.ts';
import { CLEAN } from '../fakes/judging.ts';
import { compiledBundle, compiledModule, LOOPS, TRAPS } from '../fakes/policies.ts';
import { temporaryDirectory } from '../fakes/repository.ts';
import { haveTools } from '../tools.ts';
import { expectFault } from './faults.ts';

const place = temporaryDirectory();

beforeAll(() => {
  writeFileSync(join(place.path, 'ci.yml'), CLEAN);
  return () => place[Symbol.dispose]();
});

it('A policy that is not there is bad input', () => {
  const ran = runCli(['validate', 'ci.yml', '--policies', 'none.wasm'], { cwd: place.path });
  expectFault(ran, 'FILE_NOT_FOUND', "'none.wasm' does not exist");
  expectFault(runCli(['validate', 'ci.yml', '--policies', '.'], { cwd: place.path }), 'FILE_UNREADABLE', 'a directory');
});

describe('A policy that cannot be judged by is a verdict of error, never a pass', () => {
  it.each([
    ['is Rego, not yet compiled', Buffer.from('package a\n'), 'neither a compiled policy nor a bundle'],
    ['is a module of something else', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), 'could not be run'],
    ['is for an ABI that is to come', ofAnotherAbi(), 'could not be run'],
  ])('when it %s', (_, bytes, words) => {
    expectError(bytes, words);
  });

  describe.skipIf(!haveTools('opa'))('compiled by OPA', () => {
    it.each([
      ['traps', TRAPS, 'could not be run'],
      ['needs what WebAssembly lacks', 'report contains {"rule": "a", "path": []} if time.now_ns() > 0', 'time.now_ns'],
      ['reports no findings, but a number', 'report := 7', 'something else than a list of findings'],
    ])('when it %s', (_, rules, words) => {
      expectError(compiledModule(rules), words);
    });

    it('when it loops, and then the run ends in time', () => {
      expectError(compiledModule(LOOPS), 'time was up, while it judged ci.yml', '--timeout-seconds=15');
    });

    it('but one that can is judged by, beside ours', () => {
      const rule =
        'report contains {"rule": "no-a", "path": job.path} if {\n\tsome job in input.jobs\n\tjob.id == data.id\n}';
      const { code, report } = validateWith(compiledBundle(rule, { id: 'a' }));
      expect(code).toBe(1);
      expect(report).toMatchObject({ verdict: 'fail', findings: [{ rule: 'no-a', range: { start: { line: 5 } } }] });
    });
  });
});

function expectError(policy: Uint8Array, words: string, ...options: readonly string[]): void {
  const { code, stderr, report } = validateWith(policy, ...options);
  expect({ code, stderr, verdict: report.verdict }).toEqual({ code: 3, stderr: '', verdict: 'error' });
  const failed = report.engines.filter(({ status }) => status === 'failed');
  expect(failed).toEqual([
    { name: 'policy', status: 'failed', reason: expect.stringContaining(words), milliseconds: expect.any(Number) },
  ]);
}

interface Report {
  readonly verdict: string;
  readonly findings: readonly unknown[];
  readonly engines: readonly { readonly name: string; readonly status: string }[];
}

function validateWith(policy: Uint8Array, ...options: readonly string[]) {
  writeFileSync(join(place.path, 'added'), policy);
  const args = ['validate', 'ci.yml', '--policies', 'added', '--format', 'json', ...options];
  const ran = runCli(args, { cwd: place.path });
  return { ...ran, report: JSON.parse(ran.stdout) as Report };
}

/** Our own policy, with another number where its ABI is told: two immutable integers, the version 1 and its minor. */
function ofAnotherAbi(): Uint8Array {
  const bytes = readFileSync(`${dist}policy.wasm`);
  const at = bytes.indexOf(Buffer.from([0x7f, 0x00, 0x41, 0x01, 0x0b, 0x7f, 0x00, 0x41, 0x03, 0x0b]));
  if (at < 0) throw new Error('The ABI stands elsewhere.');
  bytes[at + 3] = 2;
  return bytes;
}
