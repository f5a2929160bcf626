import { describe, expect, it } from 'vitest';
import { printable, printableLine } from '../../src/domain/paint.ts';

describe('Text that is printed', () => {
  it.each([
    ['::error::a', '\\u{3a}:error::a'],
    ['a\n  ::add-mask::b', 'a\n  \\u{3a}:add-mask::b'],
    ['+ ##[error]a', '+ ##\\u{5b}error]a'],
    ['std::error::Error', 'std::error::Error'],
    ['# [a]', '# [a]'],
  ])('holds no command for a runner: %j', (text, printed) => {
    expect(printable(text)).toBe(printed);
  });

  it.each([
    ['a\u009b31mb', 'a\\u{9b}31mb'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\u2003b\u00a0c', 'a\\u{2003}b\\u{a0}c'],
    ['a\u{e0041}b', 'a\\u{e0041}b'],
    ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
  ])('holds nothing that a terminal obeys or a reader does not see: %j', (text, printed) => {
    expect(printableLine(text)).toBe(printed);
  });
});
