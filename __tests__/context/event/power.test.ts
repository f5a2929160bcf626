import { describe, expect, it } from 'vitest';
import { powerOf } from '../../../src/context/event/power.ts';
import type { Actor, RepositoryName, Trigger, WorkflowRun } from '../../../src/domain/event.ts';
import { pullRequestTrigger } from '../../fakes/triggers.ts';

const HOME = { owner: 'acme', name: 'shop' };

describe('The power of the token', () => {
  it('is as granted for a branch of the repository itself, however its name is written', () => {
    expect(powerOf(from({ owner: 'Acme', name: 'Shop' }), runBy('octocat'))).toEqual({ kind: 'as-granted' });
  });

  it.each([
    ['a fork', { owner: 'mallory', name: 'shop' }],
    ['a fork within the same organisation', { owner: 'acme', name: 'shop-fork' }],
    ['a fork that is no longer there', null],
  ])('is to read for %s', (_, repository) => {
    expect(powerOf(from(repository), runBy('octocat'))).toEqual({
      kind: 'read-only',
      why: expect.stringContaining('comes from a fork'),
    });
  });

  it('is as granted for a fork on pull_request_target, which has the rights of the base', () => {
    const trigger = from({ owner: 'mallory', name: 'shop' }, { event: 'pull_request_target' });
    expect(powerOf(trigger, runBy('mallory', 'pull_request_target'))).toEqual({ kind: 'as-granted' });
  });

  it('is to read where Dependabot has started the run, even by a push', () => {
    const push: Trigger = { kind: 'push', before: null, after: 'a'.repeat(40), ref: 'refs/heads/dependabot/npm' };
    const readOnly = { kind: 'read-only', why: expect.stringContaining('Dependabot') };
    expect(powerOf(push, runBy('dependabot[bot]', 'push'))).toEqual(readOnly);
    expect(powerOf(from(HOME, { author: bot('dependabot[bot]') }), runBy('octocat'))).toEqual(readOnly);
  });

  it('is not to read for a person with a name like the bot', () => {
    const person = { login: 'dependabot[bot]', isBot: false };
    expect(powerOf(from(HOME, { author: person }), runBy('octocat'))).toEqual({ kind: 'as-granted' });
  });

  it('is as granted where Dependabot starts a run that GitHub does not restrict', () => {
    expect(
      powerOf({ kind: 'workflow-dispatch', ref: 'refs/heads/main' }, runBy('dependabot[bot]', 'workflow_dispatch')),
    ).toEqual({
      kind: 'as-granted',
    });
  });
});

function bot(login: string): Actor {
  return { login, isBot: true };
}

interface Other {
  readonly event?: 'pull_request' | 'pull_request_target';
  readonly author?: Actor;
}

function from(repository: RepositoryName | null, { event, author }: Other = {}): Trigger {
  const head = { commit: 'a'.repeat(40), branch: 'changes', repository };
  return pullRequestTrigger({ head, ...(author ? { author } : {}) }, event);
}

function runBy(actor: string, eventName = 'pull_request'): WorkflowRun {
  const url = 'https://github.com/acme/shop/actions/runs/1';
  const servers = { serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' };
  return { repository: HOME, id: 1, attempt: 1, url, actor, eventName, ...servers };
}
