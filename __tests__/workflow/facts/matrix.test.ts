import { expect, it } from 'vitest';
import { matrixTexts } from '../../../src/workflow/facts/matrix.ts';
import { countedList } from '../../fakes/counted-list.ts';

it('What a key of a matrix can be is what it has and what rows include, in either case', () => {
  const matrix = { OS: ['a', { b: 'c' }], include: [{ os: 'd', more: 'e' }, { Os: 7 }, 'row'] };
  expect(matrixTexts(['matrix', 'os'], matrix)).toEqual(['a', 'c', 'd', '7']);
  expect(matrixTexts(['matrix', 'os', 'b'], matrix)).toEqual(['a', 'c', 'd', '7']);
  expect(matrixTexts(['matrix', 'none'], matrix)).toEqual([]);
  expect(matrixTexts(['matrix', 'os'], 'whole')).toEqual(['whole']);
  expect(matrixTexts(['matrix', 'os'], { include: 'rows' })).toEqual(['rows']);
});

it('Rows of a matrix are gone through a few times, however many expressions read one', () => {
  const { list, taken } = countedList(Array.from({ length: 100 }, (_, index) => ({ os: `v${index}` })));
  const matrix = { include: list };
  for (let at = 0; at < 100; at += 1) expect(matrixTexts(['matrix', 'os'], matrix)).toHaveLength(100);
  expect(taken()).toBeLessThan(500);
});

it('What holds itself by an alias is gone through once', () => {
  const list: unknown[] = ['a'];
  list.push(list);
  expect(matrixTexts(['matrix', 'os'], { os: [list] })).toEqual(['a']);
});
