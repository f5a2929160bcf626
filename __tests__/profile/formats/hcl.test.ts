import { describe, expect, it } from 'vitest';
import { type HclValue, readHcl } from '../../../src/profile/formats/hcl.ts';

function plain(value: HclValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'name':
      return { name: value.name };
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries(value.entries.map(([name, inner]) => [name, plain(inner)]));
    case 'unknown':
      return null;
  }
}

const read = (text: string) =>
  readHcl(text).map(({ type, labels, line, attributes }) => [
    line,
    [type, ...labels].join(' '),
    Object.fromEntries([...attributes].map(([name, value]) => [name, plain(value)])),
  ]);

describe('HCL', () => {
  it('is blocks with what is written out, and the lines on which they begin', () => {
    const text = [
      '# a comment { ',
      'target "a" {',
      '  context = "." // here',
      '  tags = [',
      '    "x:1", TAG,',
      '  ]',
      '  args = { A = "1", B = VERSION }',
      '  no-cache = true',
      '}',
      '/* target "b" {',
      '} */ group "default" { targets = ["a"] }',
    ].join('\n');
    expect(read(text)).toEqual([
      [
        2,
        'target a',
        {
          context: '.',
          tags: ['x:1', { name: 'TAG' }],
          args: { A: '1', B: { name: 'VERSION' } },
          'no-cache': { name: 'true' },
        },
      ],
      [11, 'group default', { targets: ['a'] }],
    ]);
  });

  it('leaves expressions unknown, and what stands behind them known', () => {
    const text =
      'target "a" {\n  x = A != "" ? ["b"] : []\n  y = f(\n    "c",\n  )\n  z = ["d", f("e", "f")]\n  w = "g"\n}\n';
    expect(read(text)).toEqual([[1, 'target a', { x: null, y: null, z: ['d', null], w: 'g' }]]);
  });

  it('passes over attributes at the top and blocks in blocks', () => {
    expect(read('a = 1\nb "c" {\n  d { e = "1" }\n  f = "2"\n}\n')).toEqual([[2, 'b c', { f: '2' }]]);
  });

  it('ends with any text, in time that grows with its length', () => {
    for (const text of [
      'target "a" {',
      'a {{{{',
      '"',
      'a = [',
      '}}}]',
      `a = ${'['.repeat(50_000)}`,
      '{'.repeat(50_000),
    ])
      expect(Array.isArray(readHcl(text))).toBe(true);
  });
});
