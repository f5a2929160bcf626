import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';
import { describe, expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { threadJudge } from '../../src/clients/thread-judge.ts';
import type { Subject } from '../../src/domain/judge.ts';
import { ENGINE_NAMES } from '../../src/domain/report.ts';
import { validate } from '../../src/validate/validate.ts';
import { engineProgram } from '../fakes/engine-program.ts';
import { CLEAN, file, places, reasons, report } from '../fakes/judging.ts';
import { compiledBundle, compiledModule, LOOPS, TRAPS } from '../fakes/policies.ts';
import { temporaryDirectory } from '../fakes/repository.ts';
import { haveTools } from '../tools.ts';

const { program, policy } = await engineProgram();

const SECRET = `ghp_${'0123456789abcdefABCDEF0123456789abcd'}`;

/** Something for every engine but yaml, which would leave nothing to the others. */
const FAULTY = `${CLEAN.replace('    timeout-minutes: 5\n', '    neds: b\n').replace('persist', 'nonsense: 1\n          persist')}env: {T: ${SECRET}}\n`;
const FAULTS = ['missing-timeout 5:3', 'workflow-schema 7:5', 'unknown-input 11:11', 'committed-secret 13:10'];

describe('The program of the threads', () => {
  it('says exactly what its engines say in this thread', async () => {
    const files = [file(FAULTY), file(CLEAN, 'clean.yml'), file('a: [', 'broken.yml')];
    const [there, here] = [await judge(files), await report(files)];
    expect(there.findings).toEqual(here.findings);
    expect(places(there)).toEqual(expect.arrayContaining(FAULTS));
    expect(reasons(there)).toEqual([]);
  });

  it('judges a thousand files, in a steady order and in bounded memory', async () => {
    const files = Array.from({ length: 1000 }, (_, n) =>
      file(n % 250 === 0 ? FAULTY : CLEAN, `.github/workflows/${n}.yml`),
    );
    const judged = await judge(files);
    expect(reasons(judged)).toEqual([]);
    expect(judged.engines.map(({ name }) => name)).toEqual([...ENGINE_NAMES]);
    expect(judged.findings.map((finding) => `${finding.file.slice(18, -4)} ${finding.rule}`)).toEqual(
      ['0', '250', '500', '750'].flatMap((n) => FAULTS.map((fault) => `${n} ${fault.split(' ')[0]}`)),
    );
    expect(process.memoryUsage().rss).toBeLessThan(1_000_000_000);
  });

  it('knows what a file calls wherever the two stand among many', async () => {
    const caller = 'on: push\njobs: { a: { uses: ./.github/workflows/called.yml, with: { nam: a } } }\n';
    const called = 'on: { workflow_call: { inputs: { name: { type: string } } } }\njobs: {}\n';
    const others = Array.from({ length: 100 }, (_, n) => file(CLEAN, `.github/workflows/${n}.yml`));
    const judged = await judge([
      file(caller, '.github/workflows/caller.yml'),
      ...others,
      file(called, '.github/workflows/called.yml'),
    ]);
    expect(reasons(judged)).toEqual([]);
    expect(judged.findings.filter(({ rule }) => rule === 'call-mismatch').map(({ message }) => message)).toEqual([
      './.github/workflows/called.yml has no input nam.',
    ]);
  });

  it('says what is wrong with a megabyte of nothing but quotes, and judges the other files', async () => {
    const judged = await judge([file('"'.repeat(1_000_000), 'hostile.yml'), file(FAULTY)]);
    expect(reasons(judged)).toEqual([]);
    expect(places(judged).slice(0, 4)).toEqual(FAULTS);
    expect(judged.findings.at(-1)?.file).toBe('hostile.yml');
  });
});

describe('What is no policy', () => {
  it.each([
    ['text', Buffer.from('package a'), 'is neither a compiled policy nor a bundle of OPA'],
    ['empty', Buffer.alloc(0), 'is neither a compiled policy nor a bundle of OPA'],
    ['a module that is cut off', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0]), 'could not be run'],
    ['a module of nothing', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), 'could not be run'],
    ['a damaged archive', Buffer.from([0x1f, 0x8b, 1, 2, 3]), 'cannot be unpacked'],
    ['an archive of something else', archive({ 'readme.md': 'x' }), 'is a bundle without policy.wasm'],
    ['an archive of damaged data', archive({ 'policy.wasm': 'x', 'data.json': '{' }), 'data.json in'],
    ['an archive without end', gzipSync(Buffer.alloc(70 * 1024 * 1024)), 'cannot be unpacked'],
  ])('such as %s, is an error, never a pass, and takes no finding away', async (_, bytes, words) => {
    const judged = await judgeWith(bytes);
    expect(judged.verdict).toBe('error');
    expect(reasons(judged)).toEqual([expect.stringContaining(`policy: `)]);
    expect(reasons(judged)[0]).toContain('added');
    expect(reasons(judged)[0]).toContain(words);
    expect(places(judged)).toEqual(FAULTS);
  });
});

describe.skipIf(!haveTools('opa'))('A compiled policy of somebody else', () => {
  const NAMED =
    'report contains {"rule": "no-jobs-named-a", "path": job.path, "message": "a is no name."} if {\n\tsome job in input.jobs\n\tjob.id == data.names[_]\n}';

  it('is judged by beside ours, with the data of its bundle', async () => {
    const judged = await judgeWith(compiledBundle(NAMED, { names: ['a'] }));
    expect(reasons(judged)).toEqual([]);
    expect(places(judged)).toEqual([FAULTS[0], 'no-jobs-named-a 5:3', ...FAULTS.slice(1)]);
    expect(judged.findings.find(({ rule }) => rule === 'no-jobs-named-a')).toMatchObject({
      level: 'error',
      message: 'a is no name.',
      help: 'Ask whoever owns the policy.',
    });
  });

  it('may be the bare module', async () => {
    const judged = await judgeWith(compiledModule('report contains {"rule": "always", "path": [], "level": "note"}'));
    expect(places(judged)).toEqual(['always 1:1', ...FAULTS]);
  });

  it('that needs a built-in which WebAssembly lacks is refused before it runs', async () => {
    const judged = await judgeWith(compiledModule('report contains {"rule": "late", "path": []} if time.now_ns() > 0'));
    expect(reasons(judged)[0]).toContain('time.now_ns');
    expect(judged.verdict).toBe('error');
  });

  it('may read and write YAML, and is not ended by a text that is none', async () => {
    const rules = [
      'report contains {"rule": "read", "path": []} if yaml.unmarshal("a: [1, {b: c}]").a[1].b == "c"',
      'report contains {"rule": "written", "path": []} if yaml.marshal({"a": 1}) == "a: 1\\n"',
      'report contains {"rule": "valid", "path": []} if yaml.is_valid("a: 1")',
      'report contains {"rule": "wrong", "path": []} if yaml.is_valid("a: [")',
      'report contains {"rule": "nothing", "path": []} if not yaml.unmarshal("a: [")',
    ];
    const judged = await judgeWith(compiledModule(rules.join('\n\n')));
    expect(reasons(judged)).toEqual([]);
    expect(places(judged).slice(0, -4)).toEqual(['nothing 1:1', 'read 1:1', 'valid 1:1', 'written 1:1']);
  });

  it('that traps is an error', async () => {
    const judged = await judgeWith(compiledModule(TRAPS));
    expect(reasons(judged)[0]).toMatch(/x\.yml: .*added.* could not be run/);
    expect(judged.verdict).toBe('error');
    expect(places(judged)).toEqual(FAULTS);
  });

  it('that gives something else than findings is an error', async () => {
    const judged = await judgeWith(compiledModule('report := 7'));
    expect(reasons(judged)[0]).toContain('gave something else than a list of findings');
  });

  it('that loops is ended at the deadline, and everything that was found before it stays', async () => {
    const judged = await judgeWith(compiledModule(LOOPS), 15_000);
    expect(judged.verdict).toBe('error');
    expect(reasons(judged)).toEqual(['policy: time was up, while it judged .github/workflows/x.yml.']);
    expect(places(judged)).toEqual(FAULTS);
  });
});

async function judge(subjects: readonly Subject[]) {
  await using judge = threadJudge({ program, policies: [policy], contents: [] });
  return await validate({ subjects, judge, deadline: deadlineFromNow(60_000) });
}

async function judgeWith(added: Uint8Array, milliseconds = 30_000) {
  using place = temporaryDirectory();
  const path = join(place.path, 'added');
  writeFileSync(path, added);
  await using judge = threadJudge({ program, policies: [policy, path], contents: [] });
  return await validate({ subjects: [file(FAULTY)], judge, deadline: deadlineFromNow(milliseconds) });
}

function archive(files: Readonly<Record<string, string>>): Uint8Array {
  return gzipSync(createTar(Object.entries(files).map(([name, data]) => ({ name, data }))));
}
