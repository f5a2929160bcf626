import { describe, expect, it } from 'vitest';
import { whyNotServed, whyOptedOut } from '../../../src/context/event/served.ts';
import type { Trigger } from '../../../src/domain/event.ts';
import { OPT_OUT_LABEL } from '../../../src/domain/event.ts';
import { commentTrigger, pullRequestTrigger } from '../../fakes/triggers.ts';

const RENOVATE = { login: 'renovate[bot]', isBot: true };

describe('Who is served', () => {
  it('is a person whose pull request is ready', () => {
    expect(whyNotServed(pullRequestTrigger())).toBeNull();
  });

  it('is no draft, and the reason says what to do', () => {
    expect(whyNotServed(pullRequestTrigger({ isDraft: true }))).toMatch(/is a draft.*ready_for_review/);
  });

  it('is no bot that the settings do not name', () => {
    expect(whyNotServed(pullRequestTrigger({ author: RENOVATE }))).toContain('settings.bots');
    expect(whyNotServed(pullRequestTrigger({ author: RENOVATE }), ['dependabot[bot]'])).not.toBeNull();
    expect(whyNotServed(pullRequestTrigger({ author: RENOVATE }), ['Renovate[bot]'])).toBeNull();
  });

  it('is a person who is called like a bot', () => {
    expect(whyNotServed(pullRequestTrigger({ author: { login: 'helper[bot]', isBot: false } }))).toBeNull();
  });

  it('is nobody whose pull request has the label', () => {
    expect(whyNotServed(pullRequestTrigger({ labels: ['bug', OPT_OUT_LABEL] }))).toContain(OPT_OUT_LABEL);
    expect(whyOptedOut(['Agent-Generate: OFF'])).not.toBeNull();
    expect(whyOptedOut(['agent-generate: on'])).toBeNull();
  });

  it('is no bot that comments', () => {
    expect(whyNotServed(commentTrigger({ author: RENOVATE }))).toContain('is a bot');
    expect(whyNotServed(commentTrigger({ author: RENOVATE, association: 'NONE' }), ['renovate[bot]'])).toBeNull();
  });

  it.each(['OWNER', 'MEMBER', 'COLLABORATOR'])('is a comment of an %s', (association) => {
    expect(whyNotServed(commentTrigger({ association }))).toBeNull();
  });

  it.each(['CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'MANNEQUIN', 'NONE', 'owner', ''])(
    'is no comment of a %j, unless they opened the pull request',
    (association) => {
      const author = { login: 'mallory', isBot: false };
      expect(whyNotServed(commentTrigger({ author, association }))).toContain('mallory is neither the author');
      expect(whyNotServed(commentTrigger({ author, association }, { author: null }))).not.toBeNull();
      expect(whyNotServed(commentTrigger({ author, association }, { author: 'mallory' }))).toBeNull();
    },
  );

  it('is no comment that was edited, and none where the label stands', () => {
    expect(whyNotServed(commentTrigger({ isEdited: true }))).toContain('was edited');
    expect(whyNotServed(commentTrigger({}, { labels: [OPT_OUT_LABEL] }))).toContain(OPT_OUT_LABEL);
  });

  it.each<Trigger>([
    { kind: 'command-line' },
    { kind: 'push', before: null, after: 'a'.repeat(40), ref: 'refs/heads/main' },
    { kind: 'schedule', ref: 'refs/heads/main' },
    { kind: 'workflow-dispatch', ref: 'refs/heads/main' },
    { kind: 'repository-dispatch', ref: 'refs/heads/main' },
  ])('is whoever starts a run by $kind', (trigger) => {
    expect(whyNotServed(trigger)).toBeNull();
  });
});
