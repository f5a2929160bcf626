import type { Power, PullRequest, RepositoryName, Trigger, WorkflowRun } from '../../domain/event.ts';

const DEPENDABOT = 'dependabot[bot]';

/** Events whose runs GitHub treats like those of a fork where Dependabot has started them. (docs.github.com, "Dependabot on GitHub Actions") */
const RESTRICTED = new Set(['pull_request', 'push']);

/**
 * What the job's token may do, as far as the event tells it. It is no judgement of who may ask: a wrong guess costs a refused write or
 * a comment that is left out, both of which are said.
 */
export function powerOf(trigger: Trigger, run: WorkflowRun): Power {
  const isPullRequest = trigger.kind === 'pull-request' && trigger.event === 'pull_request';
  if (isPullRequest && isFork(trigger.pullRequest, run.repository))
    return readOnly('This pull request comes from a fork, and GitHub gives its runs a token that can only read.');
  if (RESTRICTED.has(run.eventName) && isByDependabot(trigger, run))
    return readOnly('Dependabot has started this run, and GitHub gives such runs a token that can only read.');
  return { kind: 'as-granted' };
}

/** A fork that is no longer there was one all the same: a branch of ours that was deleted keeps its repository. */
export function isFork({ head }: PullRequest, home: RepositoryName): boolean {
  return head.repository === null || !isSame(head.repository, home);
}

/** Case tells no two names of GitHub apart. */
function isSame(one: RepositoryName, other: RepositoryName): boolean {
  return one.owner.toLowerCase() === other.owner.toLowerCase() && one.name.toLowerCase() === other.name.toLowerCase();
}

/** The actor alone can be steered, as by asking Dependabot to make the pull request anew: who wrote the pull request is asked as well. */
function isByDependabot(trigger: Trigger, run: WorkflowRun): boolean {
  if (run.actor === DEPENDABOT) return true;
  if (trigger.kind !== 'pull-request') return false;
  const { author } = trigger.pullRequest;
  return author.isBot && author.login === DEPENDABOT;
}

function readOnly(why: string): Power {
  return { kind: 'read-only', why };
}
