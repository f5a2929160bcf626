import { describe, expect, it } from 'vitest';
import { foundBy, job } from '../../../fakes/checking.ts';

const RULES = ['refused-pattern', 'unmatched-pattern'];
const found = (filter: string, pattern: string) =>
  foundBy(RULES, `on:\n  push:\n    ${filter}:\n      - ${JSON.stringify(pattern)}\njobs: {}\n`);

describe('The pattern of a filter', () => {
  it.each([
    ['+v', 'nothing stands before + to be repeated'],
    ['v*+', 'nothing stands before + to be repeated'],
    ['!?', 'nothing stands before ? to be repeated'],
    ['v[0-', 'a [ has no ]'],
    ['v[0-]', 'the range 0- has no end'],
  ])('%s is refused', async (pattern, why) => {
    for (const filter of ['branches', 'tags-ignore', 'paths']) {
      expect(await found(filter, pattern)).toEqual([
        `4 refused-pattern: GitHub cannot read the pattern ${pattern}: ${why}.`,
      ]);
    }
  });

  it.each([
    ['branches', '!', 'there is nothing behind the !'],
    ['tags', 'v[]', 'nothing stands between [ and ]'],
    ['paths', '[product-id]', 'the range t-i goes backwards'],
    ['branches', '/main', 'no name of a branch or tag begins with /'],
    ['branches-ignore', 'main/', 'no name of a branch or tag ends with /'],
    ['tags', '!v1.', 'no name of a branch or tag ends with .'],
    ['tags', ' ', 'no name of a branch or tag has a space in it'],
    ['branches', '^main$', 'no name of a branch or tag has a ^ in it'],
    ['tags', 'v\\d+', 'patterns are no regular expressions, and no name has a \\ in it'],
    ['paths', './src/**', 'paths are written from the root of the repository, without a . before them'],
    ['paths-ignore', '!../src', 'paths are written from the root of the repository, without a . before them'],
    ['paths', '.', 'paths are written from the root of the repository, without a . before them'],
    ['paths', ' src', 'there is a space around it'],
  ])('in %s %s matches nothing', async (filter, pattern, why) => {
    expect(await found(filter, pattern)).toEqual([
      `4 unmatched-pattern: The pattern ${pattern} matches nothing: ${why}.`,
    ]);
  });

  it.each([
    ['branches', 'release/**'],
    ['branches', '!release/**-alpha'],
    ['branches', 'dependabot/npm_and_yarn/**'],
    ['tags', 'v[0-9]+.[0-9]+.[0-9]+'],
    ['tags', 'v[12].[0-9a-fA-F]?'],
    ['tags', '[x]'],
    ['tags', 'v1\\+2'],
    ['paths', '.github/**'],
    ['paths', '..hidden'],
    ['paths', 'a b/*.ts'],
    ['paths', 'foo\\bar'],
    ['paths', 'docs/\\[id\\]/**'],
    ['paths', '*.jsx?'],
    ['paths', '/src/**'],
  ])('in %s may be %s', async (filter, pattern) => {
    expect(await found(filter, pattern)).toEqual([]);
  });

  it('is judged where it stands alone, and in versions of images', async () => {
    expect(await foundBy(RULES, 'on: { push: { branches: "/main" } }\njobs: {}\n')).toHaveLength(1);
    expect(await foundBy(RULES, 'on: { image_version: { versions: ["v[0-"] } }\njobs: {}\n')).toHaveLength(1);
    expect(
      await foundBy(RULES, job('runs-on: a\nsnapshot: { image-name: b, version: "v[0-" }\nsteps: [{ run: make }]')),
    ).toEqual(['5 refused-pattern: GitHub cannot read the pattern v[0-: a [ has no ].']);
  });

  it('takes time that grows with its length', async () => {
    expect(await found('tags', '\\['.repeat(50_000))).toEqual([]);
  });
});
