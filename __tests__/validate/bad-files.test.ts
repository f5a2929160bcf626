import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/domain/policy.ts';
import { CLEAN, file, PARTS, places, reasons, report } from '../fakes/judging.ts';

describe('A file that is no workflow in text is a finding with a clear sentence', () => {
  it.each([
    ['empty', '', 'The file is empty; a workflow is a mapping with on and jobs.'],
    ['blank', '\n\n# nothing\n', 'The file is empty; a workflow is a mapping with on and jobs.'],
    ['a list', '- a\n', 'The file is no mapping; a workflow is a mapping with on and jobs.'],
    ['a word', 'hello\n', 'The file is no mapping; a workflow is a mapping with on and jobs.'],
    [
      'binary',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x00, 0x01]),
      'The file cannot be read: it holds NUL bytes, so it is no text.',
    ],
    ['not UTF-8', Buffer.from([0x6f, 0x6e, 0x3a, 0xff, 0x20]), 'The file cannot be read: it is not UTF-8 text.'],
    ['over 1 MB', Buffer.alloc(1_000_001, 'a'), 'The file has 1000001 bytes; at most 1000000 are judged.'],
    ['written with a key twice', `${CLEAN}name: x\n`, 'Map keys must be unique: name stands here again.'],
    ['indented with tabs', 'on: push\njobs:\n\ta: 1\n', 'Tabs are not allowed as indentation.'],
    ['indented badly', 'on: push\njobs:\n  a: 1\n b: 2\n', 'All mapping items must start at the same column.'],
    ['two documents', 'on: push\n---\non: push\n', 'The text holds more than one document.'],
    ['an alias bomb', bomb(), 'The aliases stand for too many copies.'],
    ['nested without end', `on: ${'['.repeat(100_000)}\n`, 'The text is nested too deeply.'],
  ])('when it is %s', async (_, content, message) => {
    const judged = await report([file(content)]);
    expect(judged.verdict).toBe('fail');
    expect(judged.findings.map((finding) => finding.message)).toContain(message);
    expect(new Set(judged.findings.map(({ level }) => level))).toContain('error');
    expect(judged.findings.map(({ rule }) => rule)).not.toContain('workflow-schema');
  });

  it('at the place where it is wrong', async () => {
    expect(places(await report([file('on: push\njobs:\n  a: 1\n b: 2\n')]))).toContain('yaml-syntax 4:1');
    expect(places(await report([file('on: push\njobs:\n\ta: 1\n')]))).toContain('yaml-syntax 3:1');
  });
});

describe('A file that is written in another way', () => {
  it.each([
    ['with a byte-order mark', `\ufeff${CLEAN}`],
    ['with CRLF', CLEAN.replaceAll('\n', '\r\n')],
    ['with CR alone', CLEAN.replaceAll('\n', '\r')],
  ])('%s is as good as any', async (_, text) => {
    expect((await report([file(text)])).findings).toEqual([]);
  });

  it('in UTF-16 is read, and warned of', async () => {
    for (const bytes of [utf16le(CLEAN), utf16le(CLEAN).swap16()]) {
      const judged = await report([file(bytes)]);
      expect(judged.verdict).toBe('pass');
      expect(places(judged)).toEqual(['text-encoding 1:1']);
    }
  });

  it('has the lines and columns of the text as it is', async () => {
    const text = `\ufeff${CLEAN.replaceAll('\n', '\r\n').replace('name: CI', "name: '\u{1f680} CI'").replace('timeout-minutes: 5', 'timeout-minute: 5')}`;
    expect(places(await report([file(text)]))).toContain('workflow-schema 7:5');
  });
});

describe('More than anybody reads', () => {
  it('is cut after two hundred findings of an engine in a file, and still weighs', async () => {
    const judged = await report([file(`on: push\njobs: {}\n${'a: 1\n'.repeat(1000)}`)]);
    const own = judged.findings.filter(({ rule }) => rule === 'yaml-syntax');
    const more = judged.findings.find(({ rule }) => rule === 'too-many-findings');
    expect(own).toHaveLength(200);
    expect(more).toMatchObject({
      level: 'error',
      message: 'There are 799 more findings of the yaml engine in this file.',
    });
  });

  it('weighs as much as the worst of it', async () => {
    const noted: Policy = {
      evaluate: () =>
        Array.from({ length: 300 }, (_, index) => ({ rule: `r${index}`, path: [], params: {}, level: 'note' })),
    };
    const judged = await report([file(CLEAN)], { ...PARTS, policies: [async () => noted] });
    expect(judged.verdict).toBe('pass');
    expect(judged.findings.find(({ rule }) => rule === 'too-many-findings')?.level).toBe('note');
  });
});

describe('An engine that fails', () => {
  const UNPINNED = CLEAN.replace(/actions\/checkout@.*/, 'a/b@v1').replace(/ {8}with:\n.*\n/, '');

  it('is a verdict of error, and takes nothing away from the others', async () => {
    const refused = async () => Promise.reject(new Error('no such policy'));
    const judged = await report([file(UNPINNED)], { ...PARTS, policies: [...PARTS.policies, refused] });
    expect(judged.verdict).toBe('error');
    expect(reasons(judged)).toEqual(['policy: no such policy']);
    expect(judged.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['unknown-action', 'unpinned-uses']),
    );
  });

  it('names the file, goes on with the next one, and is asked in a fresh instance', async () => {
    const loaded: number[] = [];
    const load = async (): Promise<Policy> => {
      loaded.push(loaded.length);
      return {
        evaluate: (input) => {
          if (JSON.stringify(input).includes('bad.yml')) throw new Error('it trapped.');
          return [{ rule: `instance-${loaded.at(-1)}`, path: [], params: {} }];
        },
      };
    };
    const names = ['1.yml', 'bad.yml', '2.yml'].map((name) => file(CLEAN, `.github/workflows/${name}`));
    const judged = await report(names, { ...PARTS, policies: [load] });
    expect(reasons(judged)).toEqual(['policy: .github/workflows/bad.yml: it trapped.']);
    expect(judged.findings.map(({ rule, file: name }) => `${name} ${rule}`)).toEqual([
      '.github/workflows/1.yml instance-0',
      '.github/workflows/2.yml instance-1',
    ]);
  });

  it('because there is no policy at all, has failed', async () => {
    const judged = await report([file(CLEAN)], { ...PARTS, policies: [] });
    expect(judged.verdict).toBe('error');
    expect(reasons(judged)).toEqual(['policy: it was not run.']);
  });
});

function utf16le(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, n) => `x${n + 1}: &x${n + 1} [${Array(9).fill(`*x${n}`).join(', ')}]`);
  return `on: push\njobs: {}\nx0: &x0 [lol]\n${levels.join('\n')}\n`;
}
