import { describe, expect, it } from 'vitest';
import { readToml } from '../../../src/profile/formats/toml.ts';
import { snapshotOf } from '../detecting.ts';

async function read(text: string | Uint8Array) {
  return readToml(await snapshotOf({ 'Cargo.toml': text }), 'Cargo.toml');
}

describe('TOML', () => {
  it('is plain data: tables, dotted keys, arrays of tables, dates as written', async () => {
    const { value, warnings } = await read(
      '[a."b.c"]\nx.y = [1, { z = true }]\n[[q]]\nn = 1\n[[q]]\nn = 2\n[q.r]\nd = 1979-05-27\nt = """\ntext"""\n',
    );
    expect(warnings).toEqual([]);
    expect(JSON.parse(JSON.stringify(value.value))).toEqual({
      a: { 'b.c': { x: { y: [1, { z: true }] } } },
      q: [{ n: 1 }, { n: 2, r: { d: '1979-05-27', t: 'text' } }],
    });
  });

  it('knows the line of each key, of items of arrays, and of tables that are only implied', async () => {
    const { value } = await read(
      'x = 1\n[tool.ruff.lint]\nselect = [\n"E",\n"F" ]\n[tool]\na.b = { c = 1 }\n[[bin]]\n[[bin]]\n',
    );
    const lines = (...paths: (string | number)[][]) => paths.map((path) => value.lineOf(path));
    expect(lines(['tool', 'ruff', 'lint'], ['tool', 'ruff'], ['tool', 'ruff', 'lint', 'select', 1])).toEqual([2, 2, 5]);
    expect(lines(['tool', 'a', 'b', 'c'], ['tool', 'a'], ['bin', 1], ['bin'], ['no'])).toEqual([7, 7, 9, 8, 1]);
    expect(lines(['tool', 'ruff', 'format'])).toEqual([2]);
  });

  it.each([
    ['a = 1\nb = = 2\n', 2],
    ['a = 1\n\na = 2\n', 3],
    ['[package\nname = "a"\n', 2],
    ['name = "{{name}}\n', 1],
  ])('that cannot be parsed is left out with a warning: %j', async (text, line) => {
    const { value, warnings } = await read(text);
    expect(value.value).toBeUndefined();
    expect(warnings).toMatchObject([
      { file: 'Cargo.toml', line, message: expect.stringMatching(/^this is not TOML \(.+\); it is left out\.$/) },
    ]);
  });

  it('counts lines alike with CRLF, a byte-order mark and UTF-16', async () => {
    const text = '\uFEFFa = 1\r\n[b]\r\nc = 2\r\n';
    for (const bytes of [text, new Uint8Array(Buffer.from(text, 'utf16le'))]) {
      expect((await read(bytes)).value.lineOf(['b', 'c'])).toBe(3);
    }
  });

  it('that is nested without end is a warning', async () => {
    const { warnings } = await read(`a = ${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(warnings).toMatchObject([{ message: 'this is not TOML (it is nested too deeply); it is left out.' }]);
  });

  it.each([
    '[__proto__]\npolluted = 1',
    '__proto__.polluted = 1',
    'a = { __proto__ = { polluted = 1 } }',
    '[a]\n[a.__proto__]\npolluted = 1',
    '[constructor.prototype]\npolluted = 1',
    '[[__proto__]]\npolluted = 1',
  ])('cannot reach the prototype of other objects: %j', async (text) => {
    const { value } = await read(text);
    expect(JSON.stringify(value.value)).toContain('polluted');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Object.hasOwn(Array.prototype, 'polluted')).toBe(false);
  });

  it('that is not there has no value and no warning of its own', async () => {
    const { value, warnings } = readToml(await snapshotOf({}), 'Cargo.toml');
    expect([value.value, warnings]).toEqual([undefined, []]);
  });
});
