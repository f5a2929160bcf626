import { describe, expect, it } from 'vitest';
import { foundBy, steps } from '../../../fakes/checking.ts';

const found = (uses: string) =>
  foundBy(['outdated-action', 'refused-action', 'archived-action'], steps(`- uses: ${uses}`));

describe('A release of an action', () => {
  it.each([
    'actions/checkout@v3',
    'actions/setup-python@v4.2.0',
    'Docker/login-action@2',
    'actions/cache/save@v3',
    'github/codeql-action/init@v2',
    'dorny/paths-filter@v2',
  ])('%s is outdated', async (uses) => {
    expect((await found(uses)).map((line) => line.split(':')[0])).toEqual(['6 outdated-action']);
  });

  it.each(['actions/upload-artifact@v3', 'actions/download-artifact@v2.1', 'actions/cache@v1'])(
    '%s is refused',
    async (uses) => {
      expect((await found(uses)).map((line) => line.split(':')[0])).toEqual(['6 refused-action']);
    },
  );

  it.each([
    [
      'tibdex/github-app-token@3beb63f4bd073e61482598c45c71c1019b59b73a',
      '; actions/create-github-app-token does the same',
    ],
    ['Actions/Create-Release@v1', '; gh release create in a script does the same'],
    ['gradle/gradle-build-action@v3', '; gradle/actions/setup-gradle does the same'],
    ['cirrus-actions/rebase@1.8', ''],
  ])('%s is archived', async (uses, instead) => {
    expect(await found(uses)).toEqual([
      `6 archived-action: The repository ${uses.split('@')[0]} is archived, so nobody mends this action any more${instead}.`,
    ]);
  });

  it.each([
    'gradle/actions/setup-gradle@v4',
    'github/codeql-action/init@v3',
    'dorny/paths-filter@v3',
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
