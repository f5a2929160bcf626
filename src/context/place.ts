import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import type { Tree } from '../domain/tree.ts';

/** Where git's directory lies in its repository. */
export interface Place {
  /** `''`, or a folder with `/` at its end. */
  readonly prefix: string;
  readonly shallow: boolean;
  /** Of HEAD; null where there is none yet. */
  readonly commit: string | null;
}

/** Throws NOT_A_REPOSITORY, GIT_FAILED. */
export async function locate(git: Git): Promise<Place> {
  const place = await findPlace(git);
  if (place === null) throw new ActionError('NOT_A_REPOSITORY', `${git.directory} is not inside a git repository.`);
  return place;
}

/** The trees of a folder that may be no repository at all. */
export interface FolderTrees {
  work(): Tree;
  /** All files on disk, for want of git's knowledge. */
  directory(): Tree;
}

/**
 * The files at hand: with git's knowledge where there is a repository, and without where there is none. A repository that git will not
 * read is not taken for a plain folder: what it ignores would then count. Throws NOT_A_REPOSITORY, GIT_FAILED.
 */
export async function filesOf(git: Git, trees: FolderTrees): Promise<Tree> {
  const work = trees.work();
  // The files are listed while git says what this place is; whether they could be is found out where the listing is used.
  work.list().catch(() => {});
  return (await findPlace(git)) === null ? trees.directory() : work;
}

/** Null where there is no repository. Throws NOT_A_REPOSITORY for one that has no files or is not trusted, GIT_FAILED for a damaged one. */
export async function findPlace(git: Git): Promise<Place | null> {
  const question = [
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-prefix',
    'HEAD^{commit}',
    '--',
  ];
  const { exitCode, stdout, stderr } = await git.run(question);
  // Without a commit the answers before it are there all the same.
  const [inside = '', shallow, ...rest] = Buffer.from(stdout).toString('utf8').split('\n').slice(0, -1);
  const [commit = null] = exitCode === 0 ? rest.splice(-2) : [];
  if (inside === '') return refused(git, stderr);
  if (inside !== 'true')
    throw new ActionError(
      'NOT_A_REPOSITORY',
      `${git.directory} is a bare repository or a .git folder; there are no files to read.`,
    );
  // A folder's name may hold line breaks: the prefix is all that is left.
  return { prefix: rest.join('\n'), shallow: shallow === 'true', commit };
}

/** Why git says nothing of the place at all. */
function refused(git: Git, stderr: string): null {
  if (/dubious ownership/.test(stderr)) {
    const command = `git config --global --add safe.directory '${git.directory}'`;
    throw new ActionError(
      'NOT_A_REPOSITORY',
      `git refuses ${git.directory}, since another user owns it; allow it with \`${command}\`.`,
    );
  }
  if (/not a git repository/.test(stderr)) return null;
  throw new ActionError('GIT_FAILED', `git cannot read the repository of ${git.directory}: ${firstLine(stderr)}.`);
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^fatal: /, '').replace(/\.$/, '');
}
