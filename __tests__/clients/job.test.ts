import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendRecord, appendSummary, readPayload } from '../../src/clients/job.ts';
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
    ['among git’s own files', '.git/hooks'],
    ['through a link that stays inside', 'inner/record.jsonl'],
    ['in the place of a folder', 'folder'],
  ])('is written nowhere %s, which is said', (_, name) => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'work/folder/a': '', 'elsewhere/target': 'as it was\n' });
    const workspace = join(place.path, 'work');
    symlinkSync('../elsewhere', join(workspace, 'link'));
    symlinkSync('folder', join(workspace, 'inner'));
    symlinkSync('../elsewhere/target', join(workspace, 'file.jsonl'));
    expect(appendRecord(workspace, name, '{}\n')).toMatch(/^record-file '.*so it was not written\.$/);
    expect(readFileSync(join(place.path, 'elsewhere/target'), 'utf8')).toBe('as it was\n');
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
