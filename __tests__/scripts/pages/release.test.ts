import { describe, expect, it } from 'vitest';
import { releaseOf, withPin } from '../../../scripts/pages/release.ts';

const SHA = '1234567890abcdef1234567890abcdef12345678';
const release = { repository: 'owner/name', version: '1.2.3', sha: SHA, published: true };

describe('The pin of our own release', () => {
  it('stands wherever a page uses an action or a workflow of ours, and nowhere else', () => {
    const page = [
      'uses: owner/name@main',
      '    uses: owner/name/validate@0000 # v0.0.1',
      'uses: owner/name/.github/workflows/build.yml@x # nothing is released yet',
      'uses: owner/names@main',
      'git clone owner/name@main',
    ].join('\n');
    expect(withPin(page, release).split('\n')).toEqual([
      `uses: owner/name@${SHA} # v1.2.3`,
      `    uses: owner/name/validate@${SHA} # v1.2.3`,
      `uses: owner/name/.github/workflows/build.yml@${SHA} # v1.2.3`,
      'uses: owner/names@main',
      'git clone owner/name@main',
    ]);
    expect(withPin(withPin(page, release), release)).toBe(withPin(page, release));
  });

  it('is a placeholder that no workflow starts with while nothing is released, until something is', () => {
    const without = withPin('uses: owner/name@main', { ...release, sha: null });
    expect(without).toBe('uses: owner/name@COMMIT_OF_A_RELEASE # nothing is released yet');
    expect(withPin(without, release)).toBe(`uses: owner/name@${SHA} # v1.2.3`);
  });

  it('is read from JSON, with null for none', () => {
    expect(releaseOf(JSON.stringify(release))).toEqual(release);
    expect(releaseOf(JSON.stringify({ ...release, sha: null, published: false })).sha).toBeNull();
  });

  it.each([
    { sha: 'main' },
    { sha: SHA.slice(0, 7) },
    { sha: SHA.toUpperCase() },
    { sha: undefined },
    { sha: '' },
    { repository: 'name' },
    { repository: 'owner/name/validate' },
    { version: 'v1.2.3' },
    { version: '' },
    { published: undefined },
    { published: 'true' },
    { sha: null },
  ])('is not taken from what names no commit of a repository: %o', (change) => {
    expect(() => releaseOf(JSON.stringify({ ...release, ...change }))).toThrow('release.json must');
  });
});
