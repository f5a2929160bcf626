import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entry, flow, list, map, plain, printYaml, scalar } from '../../../src/generate/print/yaml.ts';

const HOSTILE = [
  '',
  ' ',
  'a b',
  'on',
  'yes',
  'No',
  '~',
  'null',
  'true',
  '08',
  '0o7',
  '1.20',
  '1e3',
  '.5',
  '-.5',
  '+.5',
  '-1',
  '- a',
  '-',
  '--',
  '---',
  '--- a',
  '...',
  '?',
  '? a',
  ':',
  'a:',
  'a: b',
  'a:b',
  '#',
  'a #b',
  'a#b',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  "'",
  '"',
  '%',
  '@a',
  '`a',
  '[a',
  ']',
  '{a',
  '}',
  ',',
  'a, b',
  '<<',
  '=',
  "it's",
  'say "x"',
  '\t',
  'a\tb',
  'a\\nb',
  'trailing ',
  ' leading',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\ufeff',
  'ümlaut',
  '日本',
  '😀',
  '${{ github.event.issue.title }}',
  '2026-11-24',
  '12:30:45',
  '1_000',
  '0x1F',
  'one\ntwo',
  'one\n\ntwo',
  '\nlead',
  'trail\n',
  'tabs\n\tx',
  '  indented\nblock',
  'cr\r\nlf',
  '-x',
  '--flag value',
  'a\nb: c\n# d',
];

describe('Printed YAML', () => {
  it.each(HOSTILE)('reads back %j exactly, as value, as key, in a list and in a flow list', (text) => {
    const printed = printYaml(
      map([
        entry('value', scalar(text)),
        entry('items', list([scalar(text), map([entry('a', scalar(text))])])),
        entry('flow', flow([text, 'x'])),
      ]),
    );
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(printed, { version })).toEqual({ value: text, items: [text, { a: text }], flow: [text, 'x'] });
    }
    if (!text.includes('\n'))
      expect(parse(printYaml(map([entry(text, plain(1))])), { version: '1.2' })).toEqual({ [text]: 1 });
  });

  it.each([
    ['1.20', '"1.20"'],
    ["it's: a", '"it\'s: a"'],
    ['say: "x"', '\'say: "x"\''],
    ['a\\b: c', "'a\\b: c'"],
  ])('quotes %j as formatters of YAML do by default', (text, quoted) => {
    expect(printYaml(map([entry('a', scalar(text))]))).toBe(`a: ${quoted}\n`);
  });

  it('reads back random text exactly', () => {
    const alphabet = [...' \n\t:#-?[]{},&*!|>\'"%@`~=.0aé\u0000\u0085'];
    let seed = 42;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: next(8) }, () => alphabet[next(alphabet.length)]).join('');
      expect(parse(printYaml(map([entry('k', map([entry('v', scalar(text))]))])))).toEqual({ k: { v: text } });
    }
  });

  it('keeps comments beside and above, and empty lines', () => {
    const printed = printYaml(
      map([
        entry('a', scalar('x', 'why')),
        entry('b', map([entry('c', plain(1))]), { above: ['about b'], apart: true }),
      ]),
    );
    expect(printed).toBe('a: x # why\n\n# about b\nb:\n  c: 1\n');
  });
});
