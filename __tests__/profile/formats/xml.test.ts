import { describe, expect, it } from 'vitest';
import { childAt, childrenNamed, readXml } from '../../../src/profile/formats/xml.ts';
import { snapshotOf } from '../detecting.ts';

async function read(text: string | Uint8Array) {
  return readXml(await snapshotOf({ 'pom.xml': text }), 'pom.xml');
}

describe('XML', () => {
  it('is read as elements with their texts and lines', async () => {
    const { value, warnings } = await read(
      '<?xml version="1.0"?>\n<a>\n  <b> one </b>\n  <!-- x -->\n  <b>two</b>\n</a>\n',
    );
    expect(warnings).toEqual([]);
    expect(childrenNamed(value, 'b').map(({ text, line }) => [text, line])).toEqual([
      ['one', 3],
      ['two', 5],
    ]);
    expect(childAt(value, 'b')?.text).toBe('one');
    expect(childAt(value, 'b', 'c')).toBeNull();
  });

  it('counts the lines of a file with CRLF and a byte-order mark alike', async () => {
    const { value } = await read('\uFEFF<a>\r\n<b>1</b>\r\n<c>2</c>\r\n</a>');
    expect(childAt(value, 'c')).toMatchObject({ text: '2', line: 3 });
  });

  it('reads UTF-16', async () => {
    const bytes = new Uint8Array(Buffer.from('\uFEFF<a><b>1</b></a>', 'utf16le'));
    expect(childAt((await read(bytes)).value, 'b')?.text).toBe('1');
  });

  it('takes CDATA for text and leaves comments out of it', async () => {
    expect((await read('<a>1<!-- 2 --><![CDATA[<3>]]></a>')).value?.text).toBe('1<3>');
  });

  it.each([
    ['<a>\n<b>\n</a>', 3, 'Missing end tag for element b'],
    ['<a>\n  <b x=1/>\n</a>', 2, 'Attribute value expected'],
    ['', 1, 'Root element is missing or invalid'],
    ['{"name": "x"}', 1, 'Root element is missing or invalid'],
  ])('that is none is a warning with its line: %j', async (text, line, why) => {
    const { value, warnings } = await read(text);
    expect(value).toBeNull();
    expect(warnings).toEqual([
      { file: 'pom.xml', line, message: expect.stringContaining(`this is not XML that can be read (${why}`) },
    ]);
    expect(warnings[0]?.message).not.toMatch(/\n|column/);
  });

  it('lets no entity grow: the billion laughs stay one reference', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`);
    const bomb = `<!DOCTYPE x [<!ENTITY lol "lol">\n${laughs.join('\n')}]>\n<project><version>&lol9;</version></project>`;
    const { value } = await read(bomb);
    expect(childAt(value, 'version')).toMatchObject({ text: '&lol9;', line: 11 });
  });

  it('reads no other file for an external entity', async () => {
    const { value } = await read('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>');
    expect(value?.text).toBe('&x;');
  });

  it('is refused where it is nested deeper than a stack may hold', async () => {
    const { value, warnings } = await read(`<a>\n${'<b>'.repeat(100_000)}${'</b>'.repeat(100_000)}</a>`);
    expect(value).toBeNull();
    expect(warnings).toEqual([{ file: 'pom.xml', line: 2, message: expect.stringContaining('nested more than 200') }]);
  });

  it('is refused even where attributes hide the depth', async () => {
    const { value, warnings } = await read(`${'<b x="/>">'.repeat(60_000)}${'</b>'.repeat(60_000)}`);
    expect(value).toBeNull();
    expect(warnings).toEqual([{ file: 'pom.xml', line: 1, message: expect.stringContaining('nested more than 200') }]);
  });

  it('may hold many elements beside each other', async () => {
    const { value } = await read(`<a>${'<b/>'.repeat(50_000)}</a>`);
    expect(value?.children).toHaveLength(50_000);
  });
});
