import { describe, expect, it } from 'vitest';
import { expand, type Word, wordAt } from '../../src/profile/word.ts';

const KNOWN = new Map<string, Word>([
  ['A', wordAt('one', '.env', 3)],
  ['EMPTY', wordAt('', '.env', 4)],
]);
const put = (text: string) =>
  expand(
    wordAt(text, 'f', 1),
    (name) => KNOWN.get(name) ?? null,
    (written) => `<${written}>`,
  );

describe('Variables', () => {
  it.each([
    ['$A', 'one'],
    ['${A}', 'one'],
    ['x-${A}-$A.', 'x-one-one.'],
    ['${B:-two}', 'two'],
    ['${B-two}', 'two'],
    ['${EMPTY:-two}', 'two'],
    ['${EMPTY-two}', ''],
    ['${A:+set}${B:+set}', 'set'],
    ['${A:?must be set}', 'one'],
    ['${B:?must be set}', '<${B:?must be set}>'],
    ['$B', '<$B>'],
    ['$$A', '$A'],
    ['no variable', 'no variable'],
    ['${unclosed', '${unclosed'],
    ['https://${B:-api.${A}}/x', 'https://api.one/x'],
    ['${B:-${C:-two}}', 'two'],
    ['${B:-a-${C}-${A}}', 'a-<${C}>-one'],
    ['${A:+of ${A}}', 'of one'],
    ['${A:-${B}}', 'one'],
  ])('%s becomes %s', (text, expected) => {
    expect(put(text).value).toBe(expected);
  });

  it('bring the lines that they come from', () => {
    expect(put('${A}').at).toEqual([
      { file: 'f', line: 1 },
      { file: '.env', line: 3 },
    ]);
    expect(put('${B:-two}').at).toEqual([{ file: 'f', line: 1 }]);
    expect(put('${B:-${A}}').at).toEqual(put('${A}').at);
  });

  it('that double a text with every line do not fill the memory', () => {
    let word = wordAt('0123456789', 'f', 1);
    for (let round = 0; round < 60; round += 1) {
      const before = word;
      word = expand(
        wordAt('$X$X', 'f', round),
        () => before,
        (written) => written,
      );
    }
    expect(word.value.length).toBeLessThan(2_001);
    expect(word.at.length).toBeLessThan(10);
  });

  it('that never close take no longer than the text is long', () => {
    const expanded = expand(
      wordAt('${a-'.repeat(250_000), 'f', 1),
      () => null,
      () => '',
    );
    expect(expanded).toBeDefined();
  });
});
