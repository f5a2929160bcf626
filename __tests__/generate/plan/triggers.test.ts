import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/domain/request.ts';
import { generateOver, workflowOf } from '../generating.ts';
import { profileOf, requestOf, unit } from '../profiles.ts';

const profile = profileOf([unit()]);
const trigger = (
  on: Extract<Intent, { kind: 'trigger' }>['on'],
  rest: Partial<Extract<Intent, { kind: 'trigger' }>> = {},
) => ({ kind: 'trigger', on, ensure: true, ...rest }) satisfies Intent;

function triggersFor(...intents: readonly Intent[]): unknown {
  return workflowOf(generateOver(profile, requestOf(...intents)).text).on;
}

describe('The triggers', () => {
  it('are pull requests, pushes to the default branch, and a person, unless something else is asked for', () => {
    expect(triggersFor()).toEqual({ pull_request: null, push: { branches: ['main'] }, workflow_dispatch: null });
  });

  it('assume the usual names of a default branch that is not known, and say so', () => {
    const { text } = generateOver(profile, requestOf(), { defaultBranch: null });
    expect(workflowOf(text).on.push).toEqual({ branches: ['main', 'master'] });
    expect(text).toContain(
      '  # The default branch is not known from this clone: these are its usual names.\n  push:\n',
    );
    expect(generateOver(profile).text).not.toContain('usual names');
  });

  it('are what is asked for, always in one order', () => {
    const asked = [
      trigger('schedule', { cron: '0 3 * * 1' }),
      trigger('merge_group'),
      trigger('push', { branches: ['main', 'release/**'], paths: ['src/**'] }),
      trigger('pull_request', { branches: ['main'] }),
    ];
    expect(Object.entries(triggersFor(...asked) as object)).toEqual([
      ['pull_request', { branches: ['main'] }],
      ['push', { branches: ['main', 'release/**'], paths: ['src/**'] }],
      ['merge_group', null],
      ['schedule', [{ cron: '0 3 * * 1' }]],
      ['workflow_dispatch', null],
    ]);
  });

  it('can be taken away, but never all of them', () => {
    expect(triggersFor(trigger('push', { ensure: false }))).toEqual({ pull_request: null, workflow_dispatch: null });
    const nothing = (['pull_request', 'push', 'manual'] as const).map((on) => trigger(on, { ensure: false }));
    expect(triggersFor(...nothing)).toEqual({ workflow_dispatch: null });
  });

  it('are never a tag: its jobs stand in another file', () => {
    expect(JSON.stringify(triggersFor(trigger('tag', { tags: ['v*'] })))).not.toContain('v*');
  });
});
