import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

const found = (credentials: string) =>
  foundBy(
    ['partial-credentials'],
    job(
      `runs-on: ubuntu-24.04\ncontainer: { image: a, credentials: ${credentials} }\nservices: { b: { image: c, credentials: ${credentials} } }\nsteps: [{ run: make }]`,
    ),
  );

describe('The credentials of an image', () => {
  it.each([
    ['{ username: a }', 'password'],
    ['{ password: "${{ secrets.P }}" }', 'username'],
  ])('%s are none', async (credentials, missing) => {
    const message = `partial-credentials: The credentials of the image have no ${missing}.`;
    expect(await found(credentials)).toEqual([`5 ${message}`, `6 ${message}`]);
  });

  it.each(['{ username: a, password: "${{ secrets.P }}" }', '{}', '"${{ fromJSON(secrets.C) }}"'])(
    '%s may be some',
    async (credentials) => {
      expect(await found(credentials)).toEqual([]);
    },
  );
});
