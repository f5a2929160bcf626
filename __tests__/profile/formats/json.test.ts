import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/profile/formats/json.ts';
import { snapshotOf } from '../detecting.ts';

async function read(text: string | Uint8Array, file = 'package.json') {
  return readJson(await snapshotOf({ [file]: text }), file);
}

describe('JSON', () => {
  it('is plain data that knows on which line each key stands', async () => {
    const { value, warnings } = await read(
      '{\n  "scripts": {\n    "test": "vitest"\n  },\n  "files": ["a",\n "b"]\n}\n',
    );
    expect(warnings).toEqual([]);
    expect(value.text(['scripts', 'test'])).toBe('vitest');
    expect(value.lineOf(['scripts', 'test'])).toBe(3);
    expect(value.lineOf(['files', 1])).toBe(6);
    expect(value.lineOf([])).toBe(1);
    expect(value.evidence(['scripts', 'test'])).toEqual({ file: 'package.json', line: 3, excerpt: '"test": "vitest"' });
  });

  it('gives the line of the nearest ancestor where a key is not there', async () => {
    const { value } = await read('{\n"a": {\n"b": 1 } }');
    expect([value.lineOf(['a', 'c', 'd']), value.lineOf(['x']), value.at(['a', 'c', 'd'])]).toEqual([2, 1, undefined]);
  });

  it('of a key that stands twice takes the last, at its own line, and says so', async () => {
    const { value, warnings } = await read('{ "scripts": {\n"test": "a",\n"test": "b" } }');
    expect([value.text(['scripts', 'test']), value.lineOf(['scripts', 'test'])]).toEqual(['b', 3]);
    expect(warnings).toEqual([
      { file: 'package.json', line: 3, message: 'the key "test" stands twice; the last one counts.' },
    ]);
  });

  it.each([
    ['{\n"a": 1,\n// two\n"b": 2 }', 3, 'invalid comment'],
    ['{ "a": 1,\n }', 2, 'property name expected'],
    ['{ "a": 1', 1, 'close brace expected'],
    ['{ "a": 1,\n<<<<<<< HEAD\n"b": 2 }', 2, 'invalid word'],
    ['', 1, 'value expected'],
  ])('that npm would refuse is left out with a warning: %j', async (text, line, why) => {
    const { value, warnings } = await read(text);
    expect(value.value).toBeUndefined();
    expect(warnings).toEqual([{ file: 'package.json', line, message: `this is not JSON (${why}); it is left out.` }]);
  });

  it('may hold comments and trailing commas where its readers allow them', async () => {
    const { value, warnings } = await read('{\n// one\n"a": [1,], /* two */\n}', 'tsconfig.json');
    expect([value.at(['a', 0]), warnings]).toEqual([1, []]);
  });

  it('may hold none of them in a composer.json', async () => {
    expect((await read('{ "a": 1, }', 'html/composer.json')).warnings).toHaveLength(1);
  });

  it('counts lines alike with CRLF, a byte-order mark and UTF-16', async () => {
    const text = '\uFEFF{\r\n"a": 1,\r\n"b": 2\r\n}';
    for (const bytes of [text, new Uint8Array(Buffer.from(text, 'utf16le'))]) {
      expect((await read(bytes)).value.lineOf(['b'])).toBe(3);
    }
  });

  it('that is nested without end is a warning', async () => {
    const { warnings } = await read('['.repeat(200_000));
    expect(warnings).toMatchObject([{ message: 'this is not JSON (it is nested too deeply); it is left out.' }]);
  });

  it('cannot reach the prototype of other objects', async () => {
    const { value } = await read(
      '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }',
    );
    expect(value.at(['__proto__', 'polluted'])).toBe(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(value.at(['toString'])).toBeUndefined();
  });

  it('of thousands of lines is searched quickly', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `dependency-${index}`);
    const { value } = await read(JSON.stringify({ d: Object.fromEntries(names.map((name) => [name, '1'])) }, null, 1));
    expect(names.map((name) => value.lineOf(['d', name]))).toEqual(names.map((_, index) => index + 3));
  });

  it('that is not there has no value and no warning of its own', async () => {
    const { value, warnings } = readJson(await snapshotOf({}), 'package.json');
    expect([value.value, warnings]).toEqual([undefined, []]);
  });
});
