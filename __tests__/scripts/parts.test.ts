import { expect, it } from 'vitest';
import { replacePart } from '../../scripts/bench/parts.ts';

it('A part is replaced, and the others stay as they are', () => {
  const first = replacePart('an old page without parts', 'bench', 'times\n');
  const both = replacePart(first, 'bench-run', 'jobs\n');
  expect(both).toBe(
    '<!-- bench: begin -->\ntimes\n<!-- bench: end -->\n\n<!-- bench-run: begin -->\njobs\n<!-- bench-run: end -->\n',
  );
  expect(replacePart(both, 'bench', 'other times')).toBe(both.replace('times', 'other times'));
  expect(replacePart(both, 'bench-run', 'other jobs')).toBe(both.replace('jobs', 'other jobs'));
  expect(replacePart(both, 'bench', 'times')).toBe(both);
});
