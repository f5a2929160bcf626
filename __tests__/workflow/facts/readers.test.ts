import { describe, expect, it } from 'vitest';
import { readImage } from '../../../src/workflow/facts/images.ts';
import { readPermissions } from '../../../src/workflow/facts/permissions.ts';
import { readTriggers } from '../../../src/workflow/facts/triggers.ts';
import { isUntrusted } from '../../../src/workflow/facts/untrusted.ts';
import { asText, entryOf } from '../../../src/workflow/facts/values.ts';

describe('What starts a workflow', () => {
  it.each([
    ['push', [['push', ['on']]]],
    [
      ['push', 'pull_request'],
      [
        ['push', ['on', 0]],
        ['pull_request', ['on', 1]],
      ],
    ],
    [
      { push: null, schedule: [] },
      [
        ['push', ['on', 'push']],
        ['schedule', ['on', 'schedule']],
      ],
    ],
    [undefined, []],
    [7, [['7', ['on']]]],
    [{}, []],
  ])('is read in each spelling: %j', (value, events) => {
    expect(readTriggers(value).events.map(({ name, path }) => [name, path])).toEqual(events);
  });

  it.each([
    [{ push: { tags: ['v*'] } }, true],
    [{ release: null, workflow_dispatch: null }, true],
    [{ push: { tags: ['v*'], branches: ['main'] } }, false],
    [{ push: { 'tags-ignore': ['x'] } }, true],
    [{ push: { branches: ['release/**'] } }, true],
    [{ push: { branches: ['release/**', '!release/x'], tags: ['v*'] } }, true],
    [{ push: { branches: ['release/**', 'main'] } }, false],
    [{ push: { branches: [] } }, false],
    ['push', false],
    [['pull_request'], false],
  ])('is a release or not: %j', (value, releaseOnly) => {
    expect(readTriggers(value).releaseOnly).toBe(releaseOnly);
  });

  it('may be nothing but another workflow', () => {
    expect(readTriggers({ workflow_call: null }).calledOnly).toBe(true);
    expect(readTriggers(['workflow_call', 'push']).calledOnly).toBe(false);
    expect(readTriggers(undefined).calledOnly).toBe(false);
  });
});

describe('Permissions', () => {
  it.each([
    [undefined, 'absent', {}],
    ['read-all', 'read-all', {}],
    ['write-all', 'write-all', {}],
    [{}, 'scopes', {}],
    [{ contents: 'read', packages: 'write', odd: 7 }, 'scopes', { contents: 'read', packages: 'write' }],
    [null, 'scopes', {}],
    ['everything', 'scopes', {}],
    [['contents'], 'scopes', {}],
  ])('of %j', (value, kind, scopes) => {
    expect(readPermissions(value, ['permissions'])).toEqual({ path: ['permissions'], kind, scopes });
  });
});

describe('An image', () => {
  const DIGEST = `sha256:${'0'.repeat(64)}`;

  it.each([
    [`alpine@${DIGEST}`, 'digest'],
    [`localhost:5000/a/b:1@${DIGEST}`, 'digest'],
    [`docker://alpine:3@${DIGEST}`, 'digest'],
    ['alpine@sha256:abc', 'broken'],
    [`alpine@${DIGEST}0`, 'broken'],
    ['alpine@', 'broken'],
    ['alpine:3.22', 'tag'],
    ['localhost:5000/a/b:1', 'tag'],
    ['localhost:5000/a/b', 'moving'],
    ['alpine', 'moving'],
    ['alpine:Latest', 'moving'],
    ['alpine:${{ inputs.tag }}', 'dynamic'],
  ])('%s is pinned by %s', (raw, pin) => {
    expect(readImage(raw, ['container'], { matrix: undefined })).toEqual([
      { path: ['container'], raw, pin, name: raw.replace(/@.*/, '') },
    ]);
  });

  it('is as bad as the worst that a matrix gives', () => {
    const matrix = { image: [`a@${DIGEST}`, 'b:1', 'c'] };
    expect(readImage('${{ matrix.image }}', [], { matrix })).toMatchObject([{ raw: 'c', pin: 'moving' }]);
  });

  it('is none where the text is empty', () => {
    expect(readImage(' ', [], { matrix: undefined })).toEqual([]);
  });
});

describe('A context that an outsider fills', () => {
  it.each([
    ['github.event.issue.title', true],
    ['github.event.pull_request.head.ref', true],
    ['github.event.pull_request', true],
    ['github.event', true],
    ['github', true],
    ['github.event.commits.0.message', true],
    ['github.event.commits.*.author.name', true],
    ['github.event.client_payload.anything.at.all', true],
    ['github.event.label.name', true],
    ['github.event.pull_request.labels.*.name', true],
    ['github.event.release.tag_name', true],
    ['github.event.head_commit.added', true],
    ['github.event.pull_request.html_url', false],
    ['github.event.label.id', false],
    ['github.event.issue.number', false],
    ['github.event.pull_request.head.sha', false],
    ['github.repository', false],
    ['github.event_name', false],
    ['secrets.github', false],
    ['inputs.title', false],
  ])('%s: %s', (path, untrusted) => {
    expect(isUntrusted(path.split('.'))).toBe(untrusted);
  });
});

describe('A value', () => {
  it('is text where it is a scalar, and nothing else is', () => {
    expect([1, true, 'a', '', null, undefined, [], {}].map(asText)).toEqual([
      '1',
      'true',
      'a',
      '',
      null,
      null,
      null,
      null,
    ]);
  });

  it('is found by its name without regard to case, the first of two', () => {
    const mapping = { Token: 1, TOKEN: 2, __proto__: 3, constructor: 4 };
    expect(['token', 'ToKeN', 'constructor', 'toString', 'none'].map((name) => entryOf(mapping, name))).toEqual([
      1,
      1,
      4,
      undefined,
      undefined,
    ]);
  });
});
