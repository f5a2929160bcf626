import { expect, it } from 'vitest';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { ActionError } from '../../src/domain/errors.ts';
import type { EventTrigger } from '../../src/domain/event.ts';
import { failedDelivered } from '../../src/entry/action/failed.ts';
import type { Job } from '../../src/entry/action/job.ts';
import { pullRequestTrigger } from '../fakes/triggers.ts';

const SHOP = { owner: 'acme', name: 'shop' };
const JOB = {
  inputs: { githubToken: 'ghs_of_the_job', deliver: 'comment', id: 'default' },
  runner: { run: { repository: SHOP, eventName: 'pull_request', actor: 'octocat', apiUrl: 'http://127.0.0.1:9' } },
  deadline: deadlineFromNow(20_000),
} as unknown as Job;

const fork = { commit: 'a'.repeat(40), branch: 'changes', repository: { owner: 'them', name: 'shop' } };

/** What a run that failed has to say at its pull request. */
async function receiptOf(trigger: EventTrigger | null, job: Job = JOB) {
  const error = new ActionError('GIT_FAILED', 'git was not found on the PATH.');
  return (await failedDelivered(job, { kind: 'failed', trigger, error })).receipt;
}

it.each<[string, EventTrigger | null, Partial<Job>]>([
  [
    'that comes from a fork, whose token can only read: nothing of it stands there',
    pullRequestTrigger({ head: fork }),
    {},
  ],
  ['that nobody knows', null, {}],
  ['without a token', pullRequestTrigger(), { inputs: { ...JOB.inputs, githubToken: '' } }],
])('A run that failed says nothing at a pull request %s', async (_, trigger, part) => {
  expect(await receiptOf(trigger, { ...JOB, ...part })).toEqual({ kind: 'silent', why: null });
});

it('A run that failed tries to take back what stands at a pull request of the repository itself', async () => {
  expect(await receiptOf(pullRequestTrigger())).toMatchObject({ kind: 'not-delivered', code: 'GITHUB_UNREACHABLE' });
});
