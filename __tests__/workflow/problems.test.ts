import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/workflow/document.ts';
import { streamProblems } from '../../src/workflow/problems.ts';

describe('Keys that stand twice', () => {
  it('are found at every level, each at its second place', () => {
    const { problems, value } = readYaml('a: 1\nb:\n  - {x: 1, x: 2}\na: 3\n');
    expect(problems.map(({ message, range }) => [message, range.start.line, range.start.column])).toEqual([
      ['Map keys must be unique: x stands here again', 3, 12],
      ['Map keys must be unique: a stands here again', 4, 1],
    ]);
    expect(value).toBeUndefined();
  });

  it('are not those that only look alike', () => {
    expect(readYaml('1: a\n"1": b\n? [1]\n: c\n? [1]\n: d\n').problems.map(({ message }) => message)).toEqual([]);
  });

  it('may be merge keys where merging is asked for, and only there', () => {
    const text = 'a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n';
    expect(readYaml(text, { mergeKeys: true }).problems).toEqual([]);
    expect(readYaml(text).problems).toHaveLength(1);
  });

  it('are looked for in a time that grows with the text, not with its square', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(readYaml(text).problems).toEqual([]);
  });
});

describe('A hostile text', () => {
  it.each([
    ['open brackets', '['.repeat(50_000)],
    ['nested sequences', '- '.repeat(100_000)],
    ['nested keys', '? '.repeat(100_000)],
  ])('of %s is nested too deeply, in plain words', (_, text) => {
    expect(readYaml(text).problems.map(({ message }) => message)).toContain('The text is nested too deeply');
  });

  it('whose aliases multiply is refused', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `x${n + 1}: &x${n + 1} [${Array(9).fill(`*x${n}`).join(', ')}]`);
    const { problems } = readYaml(`x0: &x0 [lol]\n${levels.join('\n')}\n`);
    expect(problems.map(({ message }) => message)).toEqual(['The aliases stand for too many copies']);
  });
});

describe('A text of several documents', () => {
  it('is one problem where one document is read', () => {
    expect(readYaml('a: 1\n---\nb: 2\n').problems.map(({ message }) => message)).toEqual([
      'The text holds more than one document',
    ]);
  });

  it('is none where a stream is read, and its lines are counted through', () => {
    expect(streamProblems('a: 1\n---\na: 1\n')).toEqual([]);
    expect(streamProblems('a: 1\n---\nb: 1\nb: 2\n').map(({ range }) => range.start.line)).toEqual([4]);
    expect(streamProblems('')).toEqual([]);
  });
});
