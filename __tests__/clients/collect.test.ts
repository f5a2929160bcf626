import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectFiles } from '../../src/clients/collect.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

describe('What is collected', () => {
  it('is a file as it is, whatever its name, and the workflows below a folder', () => {
    using place = temporaryDirectory();
    writeAll(place.path, {
      'a.txt': 'a',
      'w/b.yml': 'on: b',
      'w/x/c.yaml': '"jobs" : c',
      'w/d.yml.bak': 'on: d',
      'w/.e.yml': 'jobs: e',
    });
    expect(collected(place.path, 'a.txt', 'w')).toEqual({
      'a.txt': 'a',
      'w/.e.yml': 'jobs: e',
      'w/b.yml': 'on: b',
      'w/x/c.yaml': '"jobs" : c',
    });
  });

  it('is each file once', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'w/b.yml': 'on: b' });
    expect(collectFiles([join(place.path, 'w'), join(place.path, 'w/b.yml')]).subjects).toHaveLength(1);
  });

  it('is no folder that is named like a file, but what is in it', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'w/folder.yml/b.yml': 'on: b' });
    expect(collected(place.path, 'w')).toEqual({ 'w/folder.yml/b.yml': 'on: b' });
  });

  it('says what it leaves out: links and pipes', () => {
    using place = temporaryDirectory();
    writeAll(place.path, { 'w/b.yml': 'on: b', 'w/l.yml': { link: 'b.yml' }, 'w/folder': { link: '.' } });
    execFileSync('mkfifo', [join(place.path, 'w/pipe.yml')]);
    const { leftOut } = collectFiles([join(place.path, 'w')]);
    expect(leftOut.map((sentence) => sentence.slice(place.path.length + 1))).toEqual([
      'w/l.yml was left out: it is a symbolic link, which is not followed.',
      'w/pipe.yml was left out: it can be neither opened nor read.',
    ]);
  });

  it('is nothing that a link of a checkout leads to, be it named or on the way', () => {
    using place = temporaryDirectory();
    writeAll(place.path, {
      'elsewhere/b.yml': 'on: b',
      'work/folder': { link: '../elsewhere' },
      'work/c.yml': { link: '../elsewhere/b.yml' },
      'work/d.yml': 'on: d',
    });
    const work = join(place.path, 'work');
    const inside = (name: string) => collectFiles([join(work, name)], work).subjects.map(({ file }) => file);
    for (const [name, link] of [
      ['folder', 'folder'],
      ['folder/b.yml', 'folder'],
      ['c.yml', 'c.yml'],
    ] as const)
      expect(() => inside(name)).toThrow(`'${link}' is a symbolic link; what it leads to is not read.`);
    expect(inside('.')).toEqual([join(work, 'd.yml')]);
    // Outside of it a person has named it: nobody else can have put it there.
    expect(inside('../work/../elsewhere/b.yml')).toHaveLength(1);
    expect(collectFiles([join(work, 'c.yml')]).subjects).toHaveLength(1);
  });
});

function collected(root: string, ...names: readonly string[]): Record<string, string> {
  const { subjects } = collectFiles(names.map((name) => join(root, name)));
  return Object.fromEntries(
    subjects.flatMap((it) =>
      it.kind === 'file' ? [[it.file.slice(root.length + 1), Buffer.from(it.bytes).toString()]] : [],
    ),
  );
}
