import type { Release } from '../../src/domain/release.ts';

/** Stands in the place of a pin while there is none: a workflow with it does not start, and says where it is. */
export const PLACEHOLDER = 'COMMIT_OF_A_RELEASE';

/** Throws where it is none. A `sha` of null says that nothing is released yet. */
export function releaseOf(text: string): Release {
  const { repository = '', version = '', sha, published } = JSON.parse(text) as Partial<Release>;
  const isNamed = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+\.\d+\.\d+$/.test(version);
  if (!isNamed || sha === undefined || (sha !== null && !/^[0-9a-f]{40}$/.test(sha)))
    throw new Error('release.json must name a repository, a version, and a whole commit id or null.');
  if (typeof published !== 'boolean' || (published && sha === null))
    throw new Error('release.json must say whether the commit is published, and only a commit can be.');
  return { repository, version, sha, published };
}

/** What stands after the `@` where one of our actions or workflows is used. */
export function refOf({ sha }: Release): string {
  return sha ?? PLACEHOLDER;
}

/** A page with the pin wherever it uses our own actions and workflows: a whole SHA, with the version as a comment. */
export function withPin(page: string, release: Release): string {
  const { repository, version, sha } = release;
  const use = new RegExp(`(uses: ${repository}(?:/[\\w./-]+)?)@\\S+(?: #[^\\n]*)?`, 'g');
  return page.replace(use, `$1@${refOf(release)} # ${sha === null ? 'nothing is released yet' : `v${version}`}`);
}
