import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { appendRecord, appendSummary, logText, readPayload } from '../../src/clients/job.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

describe('The record', () => {
  it('is appended to a file of the workspace', () => {
    using place = temporaryDirectory();
    mkdirSync(join(place.path, 'logs'));
    expect(appendRecord(place.path, 'logs/record.jsonl', '{"a":1}\n')).toBeNull();
    expect(appendRecord(place.path, './logs/record.jsonl', '{"a":2}\n')).toBeNull();
    expect(readFileSync(join(place.path, 'logs/record.jsonl'), 'utf8')).toBe('{"a":1}\n{"a":2}\n');
  });

  it.each([
    ['outside of it', '../record.jsonl'],
    ['by an absolute path', '/record.jsonl'],
    ['through a folder that is a link', 'link/record.jsonl'],
    ['through a file that is a link', 'file.jsonl'],
    ['in a folder that is not there', 'none/record.jsonl'],
    ['among git’s own files', '.git/config'],
    ['among git’s own files, whatever the case', '.GIT/config'],
    ['among them, as Windows knows them too', '.git. /config'],
    ['among them, by the short name', 'GIT~1/config'],
    ['below a file', 'folder/a/record.jsonl'],
    ['further below a file', 'folder/a/b/record.jsonl'],
    ['through a link that stays inside', 'inner/record.jsonl'],
    ['in the place of a folder', 'folder'],
  ])('is written nowhere %s, which is said', (_, name) => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'work/folder/a': '', 'elsewhere/target': 'as it was\n' });
    const workspace = join(place.path, 'work');
    for (const git of ['.git', '.GIT', '.git. ', 'GIT~1']) mkdirSync(join(workspace, git));
    symlinkSync('../elsewhere', join(workspace, 'link'));
    symlinkSync('folder', join(workspace, 'inner'));
    symlinkSync('../elsewhere/target', join(workspace, 'file.jsonl'));
    expect(appendRecord(workspace, name, '{}\n')).toMatch(/^record-file '.*so it was not written\.$/);
    expect(readFileSync(join(place.path, 'elsewhere/target'), 'utf8')).toBe('as it was\n');
  });
});

describe('The log', () => {
  it('obeys nothing of a text: commands are off until a word comes that nobody can know', () => {
    const written: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    for (const text of ['a\n::set-env name=PATH::evil\n', 'b']) logText(text);
    write.mockRestore();
    const tokens = written.map((text) => /^::stop-commands::([0-9a-f-]{36})\n/.exec(text)?.[1]);
    expect(written).toEqual([
      `::stop-commands::${tokens[0]}\na\n::set-env name=PATH::evil\n::${tokens[0]}::\n`,
      `::stop-commands::${tokens[1]}\nb\n::${tokens[1]}::\n`,
    ]);
    expect(new Set(tokens).size).toBe(2);
  });
});

describe('The job’s files', () => {
  it('that cannot be written are said, and no reason to fail', () => {
    using place = temporaryDirectory();
    expect(appendSummary(null, 'x')).toBe('the runner has no job summary');
    expect(appendSummary(place.path, 'x')).toMatch(/^the job summary /);
  });

  it.each([
    ['is not there', 'none.json', /is not there|does not exist/],
    ['is cut off', 'half.json', /is not JSON/],
  ])('hold no event where the file %s', (_, name, words) => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'half.json': '{"action":' });
    expect(() => readPayload(join(place.path, name))).toThrow(words);
  });
});
