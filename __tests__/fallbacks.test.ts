import { expect, it } from 'vitest';
import { bothFallbacks } from '../src/fallbacks.ts';

const ONE = { code: 'NOT_PROVEN', message: 'One. Two.' };

it('Of two reasons both are told, and the first has the code; what is told already is not told again', () => {
  expect(bothFallbacks(null, ONE)).toEqual(ONE);
  expect(bothFallbacks(ONE, { code: 'REFUSED', message: 'Three.' })).toEqual({
    code: 'NOT_PROVEN',
    message: 'One. Two. Three.',
  });
  expect(bothFallbacks(ONE, { code: 'REFUSED', message: 'Two.' })).toEqual(ONE);
});
