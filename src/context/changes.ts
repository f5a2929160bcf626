import { ActionError } from '../domain/errors.ts';
import type { ChangedFile } from '../domain/repository.ts';
import type { Aim } from './aim.ts';
import { findMergeBase } from './commits.ts';
import { readDifference } from './difference.ts';
import { localCommits, type Sources } from './sources.ts';

/** The changed files; or null and a sentence why they are not known, where that is not plain. */
export interface Changes {
  readonly files: readonly ChangedFile[] | null;
  readonly note: string | null;
}

/** Of git where it has what it takes, else of GitHub. Throws GIT_FAILED only where git cannot be run. */
export async function changesOf(sources: Sources, aim: Aim): Promise<Changes> {
  if (aim.base === null && aim.trusted !== null) return { files: null, note: null };
  const files = await localChanges(sources, aim);
  if (files !== null) return { files, note: null };
  if (aim.comparison.kind === 'pull-request') return remoteChanges(sources, aim.comparison.pullRequest.number);
  return unknown('The checkout does not hold what there was before (fetch-depth: 0 fetches it)');
}

/** Null where a commit that it takes is not here, or its trees are not: a partial clone. */
async function localChanges(sources: Sources, aim: Aim): Promise<readonly ChangedFile[] | null> {
  const pair = await pairOf(sources, aim);
  if (pair === null) return null;
  try {
    return await readDifference(sources.git, pair);
  } catch (thrown) {
    if (thrown instanceof ActionError && thrown.code === 'GIT_FAILED') return null;
    throw thrown;
  }
}

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** The two commits that differ by what has changed. A merge is compared with what it was merged into, for which two commits of history do. */
async function pairOf(sources: Sources, { base, headCommit, comparison }: Aim): Promise<Pair | null> {
  if (base === null) return null;
  const mergedInto = comparison.kind === 'pull-request' ? comparison.mergedInto : null;
  const ids = [base.commit, headCommit, ...(mergedInto === null ? [] : [mergedInto])];
  const here = await localCommits(sources, ids);
  if (mergedInto !== null && here.has(mergedInto)) return { from: mergedInto, to: headCommit };
  if (!here.has(base.commit) || !here.has(headCommit)) return null;
  if (comparison.kind === 'push') return { from: base.commit, to: headCommit };
  const from = await findMergeBase(sources.git, base.commit, headCommit);
  return from === null ? null : { from, to: headCommit };
}

async function remoteChanges({ remote }: Sources, number: number): Promise<Changes> {
  if (remote === null)
    return unknown(
      'The checkout does not hold the base (fetch-depth: 2 fetches it), and there is no token to ask GitHub with',
    );
  try {
    const files = await remote.pullRequest(number).changedFiles();
    return files === null ? unknown('GitHub does not list all files of this pull request') : { files, note: null };
  } catch (thrown) {
    if (thrown instanceof ActionError && thrown.code.startsWith('GITHUB_'))
      return unknown(`GitHub could not tell what has changed (${thrown.code}: ${thrown.message.replace(/\.$/, '')})`);
    throw thrown;
  }
}

function unknown(why: string): Changes {
  return { files: null, note: `${why}, so everything counts as changed.` };
}
