import { expect, it } from 'vitest';
import { issueOf } from '../../../src/prompt/model/issues.ts';

it('Of many fields that do not exist the first few are named, each cut short', () => {
  const keys = Array.from({ length: 500_000 }, (_, index) => `${'x'.repeat(100)}${index}`);
  const { text } = issueOf({ code: 'unrecognized_keys', keys, path: [], message: '', input: {} });
  expect(text.length).toBeLessThan(500);
  expect(text).toMatch(/^There is no field "x{60}", .* and 499995 more here\.$/);
  const few = issueOf({ code: 'unrecognized_keys', keys: ['a', 'b'], path: [], message: '', input: {} });
  expect(few.text).toBe('There is no field "a", "b" here.');
});
