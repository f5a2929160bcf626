import { expect, it } from 'vitest';
import { jsonDocument } from '../../src/domain/json-text.ts';

it('A JSON document holds nothing that a terminal obeys or a reader does not see, and means the same', () => {
  const value = { 'a\u009b': 'b\u202ec\u{e0041}d\u007f', e: ['\n\t\u0085', '##[error]f', 'g\u00a0'] };
  const text = jsonDocument(value);
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  expect(text).not.toContain('##[');
  expect(text).toContain('"b\\u202ec\\udb40\\udc41d\\u007f"');
  expect(JSON.parse(text)).toEqual(value);
});

it('A letter that people read stays as it is', () => {
  expect(jsonDocument({ ü: '漢 \u{1f680}' })).toBe('{\n  "ü": "漢 \u{1f680}"\n}\n');
});
