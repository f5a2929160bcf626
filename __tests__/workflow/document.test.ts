import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/workflow/document.ts';

describe('A document with aliases', () => {
  it.each([
    ['a list', '&a [1, *a]'],
    ['a mapping', 'a: &a\n  b: *a\n'],
    ['what stands further in', 'a: &a\n  - b: [{ c: *a }]\n'],
  ])('has no value where %s holds itself', (_, text) => {
    const { value, problems } = readYaml(text);
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ level: 'error', message: 'An alias stands inside of what it names.' }]);
  });

  it('has the same value in several places', () => {
    const { value, problems } = readYaml('a: &a [1]\nb: [*a, *a]\nc: { d: *a }\n');
    expect(value).toEqual({ a: [1], b: [[1], [1]], c: { d: [1] } });
    expect(problems).toEqual([]);
  });
});
