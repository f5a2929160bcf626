import { describe, expect, it } from 'vitest';
import { shortened } from '../../../src/deliver/terminal/shorten.ts';

const page = (lines: number) => Array.from({ length: lines }, (_, index) => `line ${index + 1}`).join('\n');

describe('A page that is too long for a log', () => {
  it('is left as it is while it has room', () => {
    expect(shortened(page(1000), 1000)).toBe(page(1000));
  });

  it('keeps its beginning and its end, and says how much is left out', () => {
    const lines = shortened(page(1001), 1000).split('\n');
    expect(lines).toHaveLength(1000);
    expect(lines.slice(898, 901)).toEqual([
      'line 899',
      '… 2 more lines, which the artifact and the workspace have in whole …',
      'line 902',
    ]);
    expect(lines.at(-1)).toBe('line 1001');
  });
});
