import type { Release } from '../../src/domain/release.ts';

export interface PageParts {
  /** By the name that stands in `<!-- made: NAME -->`. */
  readonly blocks: ReadonlyMap<string, string>;
  readonly release: Release;
}

/** A page with its made parts: the blocks between their marks, and the pin wherever our own actions and workflows are used. */
export function pageWith(page: string, { blocks, release }: PageParts): string {
  const filled = page.replace(
    /(<!-- made: ([a-z]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (whole, open: string, name: string, close: string) => {
      const block = blocks.get(name);
      return block === undefined ? whole : `${open}${block}\n${close}`;
    },
  );
  return withPin(filled, release);
}

/** A pin is a whole SHA, with the version as a comment. */
function withPin(page: string, { repository, version, sha }: Release): string {
  const use = new RegExp(`(uses: ${repository}(?:/[\\w./-]+)?)@\\S+( # v\\S+)?`, 'g');
  return page.replace(use, `$1@${sha} # v${version}`);
}
