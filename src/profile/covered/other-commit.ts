import type { CiStep } from '../ci/steps.ts';

/** What puts files of a commit in place of those that are there; `checkout -b` alone only gives the same ones a name. (git-checkout, git-switch, git-restore, git-reset) */
const PUTS =
  /\bgit\s{1,4}(?:-[cC]\s{1,4}\S{1,100}\s{1,4}){0,3}(?:checkout|switch|restore|reset\s{1,4}--(?:hard|merge|keep))\s([^;&|#\n]{0,300})/g;
const NAMES = /(?:^|\s)(?:-[bBcC]|--create|--force-create|--orphan)\s{1,4}\S{1,100}/;

/** Another commit than that of the change: a branch of the repository, what was fetched, or one before. */
const OTHER =
  /(?:^|[\s"'=])(?:(?:refs\/(?:remotes|heads)\/)?(?:origin|upstream)\/|(?:main|master|develop|trunk)(?=$|[\s"'])|FETCH_HEAD|ORIG_HEAD|(?:HEAD|@)[~^{]|-(?=$|\s)(?!-))|\b(?:github\.base_ref|GITHUB_BASE_REF|base\.(?:ref|sha)|default_branch|github\.event\.before)\b/;

/** Whether a step may put files of another commit in place of those of the change: what stands behind looks at those. */
export function takesAnother({ script }: Pick<CiStep, 'script'>): boolean {
  return script.some(
    ({ text }) =>
      !/^\s*#/.test(text) && [...text.matchAll(PUTS)].some(([, told = '']) => OTHER.test(told.replace(NAMES, ''))),
  );
}
