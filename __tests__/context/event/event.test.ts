import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/context/event/event.ts';
import {
  BASE,
  deletedBranchEvent,
  HEAD,
  issueCommentEvent,
  newBranchEvent,
  pullRequest,
  pullRequestEvent,
  pushEvent,
  repositoryDispatchEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../../fakes/events.ts';

const read = (name: string, payload: unknown, ref = 'refs/heads/main') => readEvent({ name, payload, ref });

describe('An event file', () => {
  it.each(['pull_request', 'pull_request_target'] as const)('of %s tells the pull request', (event) => {
    expect(read(event, pullRequestEvent)).toEqual({
      kind: 'triggered',
      defaultBranch: 'main',
      trigger: {
        kind: 'pull-request',
        event,
        pullRequest: {
          number: 2,
          author: { login: 'octocat', isBot: false },
          head: { commit: HEAD, branch: 'changes', repository: { owner: 'acme', name: 'shop' } },
          base: { commit: BASE, branch: 'main' },
          isDraft: false,
          text: 'This is a pretty simple change.',
          labels: ['bug'],
        },
      },
    });
  });

  it('tells a fork that is no longer there', () => {
    const gone = { ...pullRequestEvent, pull_request: { ...pullRequest, head: { ...pullRequest.head, repo: null } } };
    expect(read('pull_request', gone)).toMatchObject({ trigger: { pullRequest: { head: { repository: null } } } });
  });

  it('of a closed pull request is not for us', () => {
    expect(read('pull_request', { ...pullRequestEvent, action: 'closed' })).toMatchObject({
      kind: 'not-for-us',
      why: expect.stringContaining('#2 is closed'),
    });
  });

  it('of a comment tells whose words they are, and whether they are as they were', () => {
    const comment = {
      id: 492700400,
      body: '/agent-generate lint the Go code',
      author: { login: 'octocat', isBot: false },
      association: 'OWNER',
    };
    expect(read('issue_comment', issueCommentEvent)).toMatchObject({
      trigger: {
        kind: 'comment',
        pullRequest: 2,
        at: { author: 'octocat', labels: [] },
        comment: { ...comment, isEdited: false },
      },
    });
    expect(read('issue_comment', { ...issueCommentEvent, action: 'edited' })).toMatchObject({
      trigger: { comment: { isEdited: true } },
    });
  });

  it.each([
    ['at an issue', { ...issueCommentEvent, issue: { number: 7 } }, 'issue #7'],
    ['that was deleted', { ...issueCommentEvent, action: 'deleted' }, 'deleted'],
    ['to somebody else', commentOf('Nice work! /agent-generate'), 'does not begin'],
    ['to a program with a longer name', commentOf('/agent-generate-more please'), 'does not begin'],
  ])('of a comment %s is not for us, and says so', (_, payload, words) => {
    expect(read('issue_comment', payload)).toMatchObject({ kind: 'not-for-us', why: expect.stringContaining(words) });
  });

  it.each(['/agent-generate', '/agent-generate\r\nlint it', '/agent-generate\thelp'])(
    'takes %j for a command',
    (body) => {
      expect(read('issue_comment', commentOf(body))).toMatchObject({ kind: 'triggered' });
    },
  );

  it('of a push tells both commits, and no first one where the branch is new', () => {
    expect(read('push', pushEvent)).toMatchObject({
      trigger: { kind: 'push', before: BASE, after: HEAD, ref: 'refs/heads/changes' },
    });
    expect(read('push', newBranchEvent)).toMatchObject({ trigger: { before: null, after: HEAD } });
  });

  it('of a deleted branch has nothing to do', () => {
    expect(read('push', deletedBranchEvent)).toEqual({
      kind: 'not-for-us',
      why: 'refs/heads/changes was deleted; there is nothing to do.',
    });
  });

  it.each([
    ['workflow_dispatch', workflowDispatchEvent, { kind: 'workflow-dispatch', ref: 'refs/heads/changes' }],
    ['repository_dispatch', repositoryDispatchEvent, { kind: 'repository-dispatch', ref: 'refs/heads/main' }],
    ['schedule', scheduleEvent, { kind: 'schedule', ref: 'refs/heads/main' }],
  ])('of %s tells where it runs', (name, payload, trigger) => {
    expect(read(name, payload)).toEqual({ kind: 'triggered', trigger, defaultBranch: 'main' });
  });

  it('of a schedule needs a branch of the payload or of the run', () => {
    expect(() => read('schedule', scheduleEvent, '')).toThrow(expect.objectContaining({ code: 'EVENT_INVALID' }));
  });
});

describe('A malformed or partial event file', () => {
  it.each([
    ['no object', 'pull_request', 'x', 'the file is not of type object'],
    ['null', 'push', null, 'the file is not of type object'],
    ['nothing', 'push', {}, "'ref' is missing"],
    ['no pull request', 'pull_request', { ...pullRequestEvent, pull_request: undefined }, "'pull_request' is missing"],
    ['half a head', 'pull_request', withHead({ ref: 'x', repo: null }), "'pull_request.head.sha' is missing"],
    [
      'a head like an option',
      'pull_request',
      withHead({ sha: '--output=x', ref: 'x', repo: null }),
      "'pull_request.head.sha' must be a full object id",
    ],
    [
      'a number that is text',
      'pull_request',
      { ...pullRequestEvent, pull_request: { ...pullRequest, number: '2' } },
      "'pull_request.number' is not of type number",
    ],
    [
      'a label without a name',
      'pull_request',
      { ...pullRequestEvent, pull_request: { ...pullRequest, labels: [{}] } },
      "'pull_request.labels.0.name' is missing",
    ],
    ['an abbreviated commit', 'push', { ...pushEvent, after: 'abc1234' }, "'after' must be a full object id"],
    ['a strange reference', 'push', { ...pushEvent, ref: 'main' }, "'ref' must begin with refs/heads/ or refs/tags/"],
    [
      'a comment without an author',
      'issue_comment',
      { ...issueCommentEvent, comment: { id: 1, body: '' } },
      "'comment.user' is missing",
    ],
  ])('with %s is refused with the path that is wrong', (_, name, payload, fault) => {
    expect(() => read(name, payload)).toThrow(
      expect.objectContaining({ code: 'EVENT_INVALID', message: `The event file is no ${name} event: ${fault}.` }),
    );
  });

  it.each(['release', 'workflow_run', '', 'constructor', 'toString'])('is refused where the event is %j', (name) => {
    expect(() => read(name, pullRequestEvent)).toThrow(
      expect.objectContaining({
        code: 'EVENT_UNSUPPORTED',
        message: expect.stringContaining(
          'pull_request, pull_request_target, workflow_dispatch, issue_comment, push, schedule, repository_dispatch',
        ),
      }),
    );
  });
});

function commentOf(body: string): unknown {
  return { ...issueCommentEvent, comment: { ...issueCommentEvent.comment, body } };
}

function withHead(head: unknown): unknown {
  return { ...pullRequestEvent, pull_request: { ...pullRequest, head } };
}
