import type { EventTrigger, PullRequest } from '../domain/event.ts';
import type { Revision } from '../domain/repository.ts';
import { parentsOf } from './commits.ts';
import { findCommit } from './revisions.ts';
import { remoteOf, type Sources } from './sources.ts';

/** Which commits a run is about. */
export interface Aim {
  /** Null: the work tree as it is. */
  readonly head: Revision | null;
  /** Of the head; of a pull request's work tree it may be the merge that GitHub made of it. */
  readonly headCommit: string;
  /** Null where there is nothing to compare with. */
  readonly base: Revision | null;
  /** From which the configuration is read; null where no base can be told. */
  readonly trusted: string | null;
  readonly comparison: Comparison;
}

/** How base and head are compared. */
export type Comparison =
  /** `mergedInto` is the base's commit that GitHub has merged the checked out head into. */
  | { readonly kind: 'pull-request'; readonly pullRequest: PullRequest; readonly mergedInto: string | null }
  /** Two states of one branch, which need not follow one another. */
  | { readonly kind: 'push' }
  | { readonly kind: 'branch' };

export interface AimRequest {
  readonly trigger: EventTrigger;
  readonly defaultBranch: string;
}

/** Throws TOKEN_MISSING, and the codes that begin with `GITHUB_`, where the head cannot be told without GitHub. */
export async function aimOf(sources: Sources, { trigger, defaultBranch }: AimRequest): Promise<Aim> {
  switch (trigger.kind) {
    case 'pull-request':
      return trigger.event === 'pull_request'
        ? aimAtCheckout(sources, trigger.pullRequest)
        : aimAtObjects(trigger.pullRequest);
    case 'comment':
      return aimAtObjects(
        await remoteOf(sources, 'a comment tells no commit').pullRequest(trigger.pullRequest).details(),
      );
    case 'push':
      return aimAtPush(sources, trigger, defaultBranch);
    case 'workflow-dispatch':
    case 'schedule':
    case 'repository-dispatch':
      return aimAtReference(sources, trigger.ref, defaultBranch);
  }
}

/** The head is data: whatever is checked out, it is not taken from there. */
function aimAtObjects(pullRequest: PullRequest): Aim {
  const { head, base } = pullRequest;
  return {
    head: { name: head.branch, commit: head.commit },
    headCommit: head.commit,
    base: { name: base.branch, commit: base.commit },
    trusted: base.commit,
    comparison: { kind: 'pull-request', pullRequest, mergedInto: null },
  };
}

/**
 * The work tree, where it is the head or the merge of it that actions/checkout has fetched. The base is what the event says, never the
 * other parent of that merge: anybody can make a merge and have it checked out by the name of its branch.
 */
async function aimAtCheckout(sources: Sources, pullRequest: PullRequest): Promise<Aim> {
  const aim = aimAtObjects(pullRequest);
  const checkedOut = sources.place?.commit ?? null;
  if (checkedOut === null) return aim;
  if (checkedOut === aim.headCommit) return { ...aim, head: null };
  const [mergedInto = null, merged] = await parentsOf(sources.git, checkedOut);
  if (merged !== aim.headCommit) return aim;
  const comparison = { kind: 'pull-request', pullRequest, mergedInto } as const;
  return { ...aim, head: null, headCommit: checkedOut, comparison };
}

type Push = Extract<EventTrigger, { readonly kind: 'push' }>;

async function aimAtPush(sources: Sources, { before, after, ref }: Push, defaultBranch: string): Promise<Aim> {
  const head = sources.place?.commit === after ? null : { name: shortName(ref), commit: after };
  if (before === null) return since(await tipOf(sources, defaultBranch), { head, headCommit: after });
  const base = { name: before.slice(0, 12), commit: before };
  // What another branch was before, nobody has reviewed: it is not its own judge.
  const isDefault = ref === `refs/heads/${defaultBranch}`;
  const trusted = isDefault ? before : ((await tipOf(sources, defaultBranch))?.commit ?? null);
  return { head, headCommit: after, base, trusted, comparison: { kind: 'push' } };
}

async function aimAtReference(sources: Sources, ref: string, defaultBranch: string): Promise<Aim> {
  const checkedOut = sources.place?.commit ?? null;
  const head = checkedOut === null ? await remoteHead(sources, ref) : { head: null, headCommit: checkedOut };
  // GitHub itself has said what the branch is. Of what a workflow has checked out, which may be anybody's, only the branch tells.
  const isToldByGitHub = checkedOut === null && ref === `refs/heads/${defaultBranch}`;
  return isToldByGitHub
    ? alone({ ...head, trusted: head.headCommit })
    : since(await tipOf(sources, defaultBranch), head);
}

async function remoteHead(sources: Sources, ref: string): Promise<Head> {
  const commit = await remoteOf(sources, 'nothing is checked out').commitOf(ref);
  return { head: { name: shortName(ref), commit }, headCommit: commit };
}

/** Where a branch stands, as the checkout knows it, else as GitHub does; null where neither can tell. */
async function tipOf({ git, place, remote }: Sources, branch: string): Promise<Revision | null> {
  const local = place === null ? null : await findCommit(git, `refs/remotes/origin/${branch}`);
  const commit = local ?? (await remote?.commitOf(`refs/heads/${branch}`).catch(() => null)) ?? null;
  return commit === null ? null : { name: branch, commit };
}

type Head = Pick<Aim, 'head' | 'headCommit'>;

function since(base: Revision | null, head: Head): Aim {
  if (base === null || base.commit === head.headCommit) return alone({ ...head, trusted: base?.commit ?? null });
  return { ...head, base, trusted: base.commit, comparison: { kind: 'branch' } };
}

function alone(head: Head & Pick<Aim, 'trusted'>): Aim {
  return { ...head, base: null, comparison: { kind: 'branch' } };
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '');
}
