import { describe, expect, it } from 'vitest';
import { foundBy, steps } from '../../../fakes/checking.ts';

const found = (uses: string) => foundBy(['outdated-action', 'refused-action'], steps(`- uses: ${uses}`));

describe('A release of an action', () => {
  it.each(['actions/checkout@v3', 'actions/setup-python@v4.2.0', 'Docker/login-action@2', 'actions/cache/save@v3'])(
    '%s is outdated',
    async (uses) => {
      expect((await found(uses)).map((line) => line.split(':')[0])).toEqual(['6 outdated-action']);
    },
  );

  it.each(['actions/upload-artifact@v3', 'actions/download-artifact@v2.1', 'actions/cache@v1'])(
    '%s is refused',
    async (uses) => {
      expect((await found(uses)).map((line) => line.split(':')[0])).toEqual(['6 refused-action']);
    },
  );

  it.each([
    'actions/checkout@v4',
    'actions/checkout@v30',
    'actions/checkout@main',
    'actions/checkout@2-beta',
    'actions/checkout@8f4b7f84864484a7bf31766abe9204da3cbe65b3',
    'actions/upload-artifact@v3-node20',
    'docker/build-push-action@v1',
    'somebody/checkout@v1',
    'constructor@v1',
  ])('%s may be used', async (uses) => {
    expect(await found(uses)).toEqual([]);
  });
});
