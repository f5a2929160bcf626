import coerce from 'semver/functions/coerce.js';
import compare from 'semver/functions/compare.js';

interface Pinned {
  /** All of the line but the pin. */
  readonly rest: string;
  readonly version: string;
}

const USES = /^(\s*(?:- )?uses: [\w./-]+@)[0-9a-f]{40} # (\S+)$/;

/**
 * Of an action that somebody has moved to another release and we have too, the newer one: `theirs` or `ours`. Null where the lines differ in
 * anything else, or a release has no order. What the comment says is believed: policies judge the commit.
 */
export function pinChoice({
  base,
  theirs,
  ours,
}: Readonly<Record<'base' | 'theirs' | 'ours', readonly string[]>>): 'theirs' | 'ours' | null {
  if (base.length !== 1 || theirs.length !== 1 || ours.length !== 1) return null;
  const [was, is, becomes] = [base, theirs, ours].map(([line = '']) => pinnedIn(line));
  if (!was || !is || !becomes || was.rest !== is.rest || is.rest !== becomes.rest) return null;
  const [there, here] = [coerce(is.version), coerce(becomes.version)];
  const order = there && here ? compare(there, here) : 0;
  if (order === 0) return null;
  return order > 0 ? 'theirs' : 'ours';
}

function pinnedIn(line: string): Pinned | null {
  const [, rest, version] = USES.exec(line) ?? [];
  return rest === undefined || version === undefined ? null : { rest, version };
}
