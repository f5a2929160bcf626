import { describe, expect, it } from 'vitest';
import { firstFound, type Source } from '../../src/profile/source.ts';

const asked: string[] = [];
const source = (from: string, result: string | null): Source<string, string> => ({
  from,
  find: (query) => {
    asked.push(from);
    return result === null ? null : `${query}: ${result}`;
  },
});

describe('A table of sources', () => {
  it('gives what the first says that knows anything, and asks none after it', () => {
    const sources = [source('empty', null), source('second', 'yes'), source('third', 'no')];
    expect(firstFound(sources, 'asked')).toBe('asked: yes');
    expect(asked).toEqual(['empty', 'second']);
  });

  it('gives nothing where none knows', () => {
    expect(firstFound([source('empty', null)], 'asked')).toBeNull();
    expect(firstFound([], 'asked')).toBeNull();
  });
});
