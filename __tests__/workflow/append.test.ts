import { describe, expect, it } from 'vitest';
import { appendTo, replaceScalar } from '../../src/workflow/append.ts';

describe('An entry at the end of a list', () => {
  it.each([
    ['in a block', 'a:\n  - 1 # one\n# end\nb: 2\n', 'a:\n  - 1 # one\n  - { x: 1 }\n# end\nb: 2\n'],
    ['in a block at the edge', 'a:\n- 1\n', 'a:\n- 1\n- { x: 1 }\n'],
    ['behind an entry of several lines', 'a:\n- b: 1\n  c: 2', 'a:\n- b: 1\n  c: 2\n- { x: 1 }\n'],
    ['in a flow', 'a: [1, 2] # two\n', 'a: [1, 2, { x: 1 }] # two\n'],
    ['in an empty flow', 'a: []\n', 'a: [{ x: 1 }]\n'],
    ['where there is none', 'b: 2', 'b: 2\na:\n  - { x: 1 }\n'],
  ])('%s leaves everything else as it is', (_, text, after) => expect(appendTo(text, ['a'], ['{ x: 1 }'])).toBe(after));

  it('is made with all the keys above it', () => {
    expect(appendTo('b: 2\n', ['a', 'c'], ['1', '2'])).toBe('b: 2\na:\n  c:\n    - 1\n    - 2\n');
    expect(appendTo('b: 2\n', ['a'], [])).toBe('b: 2\n');
  });

  it.each(['a: 1\n', '{ b: 2 }\n', '- 1\n', '', 'a: { b: 1 }\n'])('cannot be put into %j', (text) => {
    expect(appendTo(text, ['a'], ['1'])).toBeNull();
  });

  it('is not put below a key that has something else', () => {
    expect(appendTo('a: { b: 1 }\n', ['a', 'c'], ['1'])).toBeNull();
  });
});

describe('Another scalar', () => {
  it('takes the place of the one that stands there', () => {
    expect(replaceScalar("a: [{ b: 'x' }] # c\n", ['a', 0, 'b'], 'y')).toBe('a: [{ b: "y" }] # c\n');
    expect(replaceScalar('a: [1]\n', ['a'], 'y')).toBeNull();
    expect(replaceScalar('a: 1\n', ['b'], 'y')).toBeNull();
  });
});
