import { expect, it } from 'vitest';
import { knownSecrets } from '../../src/secrets/known.ts';

it.each(['DB_PASS', 'MY_PAT', 'API_KEY_PROD', 'NPM_TOKEN', 'INPUT_OPENAI-API-KEY', 'SENTRY_DSN'])(
  'The value of %s is known to be secret',
  (name) => {
    expect(knownSecrets({ [name]: 'correcthorse' })).toEqual(['correcthorse']);
  },
);

it.each(['COMPASS', 'PATH', 'PATTERN', 'KEYBOARD', 'PWD'])('The value of %s is not', (name) => {
  expect(knownSecrets({ [name]: 'correcthorse' })).toEqual([]);
});

it('Values that are too short to be looked for are not known', () => {
  expect(knownSecrets({ A_TOKEN: 'short' })).toEqual([]);
});
