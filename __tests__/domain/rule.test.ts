import { expect, it } from 'vitest';
import { fill, inGeneral } from '../../src/domain/rule.ts';

it('A sentence is filled with what there is, and with nothing that only every object has', () => {
  const params = { job: 'a {name} b' };
  expect(fill('{job} has {name}, {toString} and {__proto__}.', params)).toBe(
    'a {name} b has {name}, {toString} and {__proto__}.',
  );
  expect(inGeneral('{job} has {name}.')).toBe('JOB has NAME.');
});
