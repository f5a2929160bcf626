import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/workflow/document.ts';
import { streamProblems } from '../../src/workflow/problems.ts';

describe('A text that is made to break its reader', () => {
  it.each([5_000, 50_000])('by brackets in %i brackets is refused before it is parsed', (levels) => {
    const text = `services: ${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(readYaml(text).problems).toMatchObject([{ level: 'error', message: 'The text is nested too deeply' }]);
    expect(streamProblems(text)).toMatchObject([{ message: 'The text is nested too deeply' }]);
  });

  it('may hold as many brackets as it likes beside each other', () => {
    expect(readYaml(`a: [${'[],'.repeat(10_000)}]`).problems).toEqual([]);
  });

  it('by a directive is read as YAML 1.2 all the same, and every place stays', () => {
    const { value, rangeOf } = readYaml('%YAML 1.1\n---\non: {issues: {}}\nyes: no\n');
    expect(value).toEqual({ on: { issues: {} }, yes: 'no' });
    expect(rangeOf(['yes']).start).toEqual({ line: 4, column: 6 });
  });
});
