import { ActionError } from '../domain/errors.ts';
import type { Git } from '../domain/git.ts';
import {
  type ChangedFile,
  type FileHistory,
  isWorkflow,
  type RepositoryContext,
  type Revision,
} from '../domain/repository.ts';
import { byCodeUnit } from '../domain/text.ts';
import type { Tree } from '../domain/tree.ts';
import { findMergeBase } from './commits.ts';
import { readDifference } from './difference.ts';
import { assertFilled } from './head.ts';
import { configurationInForce } from './in-force.ts';
import { locate, type Place } from './place.ts';
import { findDefaultBranch, resolveRevision } from './revisions.ts';
import { select } from './selected.ts';

/** Makes trees of the repository at hand; given from outside, so that this room touches no disk. */
export interface Trees {
  work(): Tree;
  /** Below `prefix`: `''`, or a folder with `/` at its end. */
  objects(commit: string, prefix: string): Tree;
  /** Of a commit and those before it. */
  history(commit: string): FileHistory;
}

export interface ContextRequest {
  readonly git: Git;
  readonly trees: Trees;
  /** A revision, or null: the default branch. */
  readonly base: string | null;
  /** A revision, or null: the work tree as it is. */
  readonly head: string | null;
}

/**
 * What is there to be judged: head, base, their difference, and the trees. Paths are relative to git's directory.
 * Throws NOT_A_REPOSITORY, EMPTY_REPOSITORY, UNKNOWN_REVISION, NO_MERGE_BASE, GIT_FAILED.
 */
export async function readContext({
  git,
  trees,
  base: baseName,
  head: headName,
}: ContextRequest): Promise<RepositoryContext> {
  const work = headName === null ? trees.work() : null;
  // What git says of the files is asked for along with the rest; whether it could say so is found out where the listing is used.
  work?.list().catch(() => {});
  const [place, defaultBranch] = await Promise.all([locate(git), findDefaultBranch(git)]);
  const head = headName === null ? null : await resolveRevision(git, headName);
  const headCommit = head?.commit ?? place.commit;
  const base =
    baseName === null ? usualBase(defaultBranch?.revision ?? null, headCommit) : await resolveRevision(git, baseName);
  const tree = head === null ? (work ?? trees.work()) : trees.objects(head.commit, place.prefix);
  await assertFilled(tree, head === null ? git.directory : `${git.directory} at '${head.name}'`);
  // Where no base can be told, the head may be anybody's: it is not its own judge.
  const trusted = base?.commit ?? (defaultBranch === null ? null : place.commit);
  const baseTree = trusted === null ? null : trees.objects(trusted, place.prefix);
  // Workflows are compared with the base's: then one listing serves for all that is read there.
  if ((await tree.list()).entries.some(({ path }) => isWorkflow(path))) baseTree?.list().catch(() => {});
  const [inForce, changedFiles] = await Promise.all([
    configurationInForce({ base: baseTree, head: tree, hint: 'try it with --base HEAD once it is committed' }),
    base === null ? null : changesSince({ git, trees, place, base, head, headCommit }),
  ]);
  const { configuration, findings } = inForce;
  const selection = await select(tree, configuration);
  return {
    trigger: { kind: 'command-line' },
    tree: selection.tree,
    wholeTree: tree,
    baseTree,
    configuration,
    base,
    head,
    defaultBranch: defaultBranch?.branch ?? null,
    histories: headCommit === null ? [] : [trees.history(headCommit)],
    changedFiles: changedFiles?.filter(({ path }) => selection.isSelected(path)) ?? null,
    findings,
    notes: notesOf({ base, place, usual: defaultBranch?.revision ?? null, said: [inForce.note, selection.note] }),
  };
}

interface Noted {
  readonly base: Revision | null;
  readonly place: Place;
  /** Where the default branch is; null where nothing tells. */
  readonly usual: Revision | null;
  /** Of the configuration. */
  readonly said: readonly (string | null)[];
}

/** What a person might take for granted, and is not so. */
function notesOf({ base, place, usual, said }: Noted): string[] {
  return [
    base === null ? `${whyAlone(place, usual)} Everything counts as changed.` : '',
    ...said.map((sentence) => sentence ?? ''),
    place.prefix === ''
      ? ''
      : 'This is a folder of a repository, taken for itself: GitHub reads workflows at the root alone.',
  ].filter((note) => note !== '');
}

/** Nobody who is on the default branch has to do anything about it. */
function whyAlone({ commit }: Place, usual: Revision | null): string {
  if (commit === null) return 'There is no commit yet.';
  return usual === null
    ? 'No default branch was found to compare with: name one with --base.'
    : `The head is where ${usual.name} is, so there is nothing to compare with.`;
}

/** On the default branch itself there is nothing to compare with. */
function usualBase(base: Revision | null, head: string | null): Revision | null {
  return base === null || base.commit === head ? null : base;
}

interface Comparison {
  readonly git: Git;
  readonly trees: Trees;
  readonly place: Place;
  readonly base: Revision;
  readonly head: Revision | null;
  readonly headCommit: string | null;
}

async function changesSince({ git, trees, place, base, head, headCommit }: Comparison): Promise<ChangedFile[]> {
  if (headCommit === null)
    throw new ActionError('EMPTY_REPOSITORY', `${git.directory} has no commit yet to compare with '${base.name}'.`);
  const from = await findMergeBase(git, base.commit, headCommit);
  if (from === null) throw noMergeBase(base, place.shallow);
  const changes = await readDifference(git, { from, to: head?.commit ?? null });
  return head === null ? addUntracked(git, trees.work(), changes) : changes;
}

function noMergeBase(base: Revision, isShallow: boolean): ActionError {
  const why = isShallow ? 'this clone is shallow, so their common history is not here' : 'they have no common history';
  return new ActionError('NO_MERGE_BASE', `'${base.name}' and the head have no merge base: ${why}.`);
}

/** What git's index does not know counts as added. */
async function addUntracked(git: Git, tree: Tree, changes: readonly ChangedFile[]): Promise<ChangedFile[]> {
  const { stdout } = await git.run(['ls-files', '-z', '--others', '--exclude-standard']);
  const untracked = new Set(Buffer.from(stdout).toString('utf8').split('\0'));
  const known = new Set(changes.map(({ path }) => path));
  const { entries } = await tree.list();
  const added = entries
    .filter(({ path }) => untracked.has(path) && !known.has(path))
    .map(({ path }): ChangedFile => ({ path, status: 'added' }));
  return [...changes, ...added].sort((a, b) => byCodeUnit(a.path, b.path));
}
