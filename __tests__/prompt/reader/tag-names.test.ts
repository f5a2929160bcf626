import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/domain/request.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { readWithReplies } from '../../../src/prompt/replies.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

const tags = (...names: readonly string[]): Intent => ({ kind: 'trigger', on: 'tag', ensure: true, tags: [...names] });
const PUSHED: Intent = { kind: 'image', for: { service: 'cart' }, push: 'tag' };
const PUBLISHED: Intent = { kind: 'publish', for: { service: 'web' }, registry: 'npm', on: 'tag' };

describe('A version beside a tag', () => {
  it.each([
    'On tags like v1.2.3, push cart image to ghcr.io.',
    'Run web on version 1.2 tags.',
    'Run CI on tags like v1.2.3',
    'Run CI on tag 1.2.3',
    'Run the pipeline on v1 tags',
    'Run the pipeline on tags named v1',
    'Publish web to npm on tags such as v1.2.3 and v2.0.0',
    'Push the cart image on release 1.2.3',
    'Push the cart image v1.2.3 to ghcr.io on tags',
  ])('is no version of a tool: %s', (words) => {
    expectQuestion(words);
  });

  it.each<{ readonly words: string; readonly intents: readonly Intent[] }>([
    { words: 'Run on tags v1.2.x', intents: [tags('v1.2.*')] },
    { words: 'Run CI on tags v2.* and release-*', intents: [tags('v2.*', 'release-*')] },
    { words: 'Push cart image on tags v2.*', intents: [PUSHED, tags('v2.*')] },
    { words: 'On tags matching v2.*, push the cart image', intents: [PUSHED, tags('v2.*')] },
    { words: 'Publish web to npm on tags web-*', intents: [PUBLISHED, tags('web-*')] },
    { words: 'When a tag v2.* is pushed, publish web to npm', intents: [PUBLISHED, tags('v2.*')] },
  ])('stands as a pattern: $words', ({ words, intents }) => {
    expect(read(words, SHOP)).toEqual({ request: { version: 1, intents }, questions: [], refused: [] });
  });

  it('is offered as a pattern', async () => {
    const { questions } = await readWithReplies('On tags like v1.2.3, push cart image to ghcr.io.', SHOP);
    expect(questions.flatMap(({ replies }) => replies)).toEqual([
      'On tags v*, push cart image to ghcr.io.',
      'On tags v1.*, push cart image to ghcr.io.',
      'On tags v1.2.*, push cart image to ghcr.io.',
    ]);
  });
});

describe('Paths behind tags', () => {
  it.each([
    'Run CI on tags that touch cart/**',
    'Run CI on pushes and tags that touch cart/**',
    'Run CI on tags with changes in cart/**',
    'Run CI on tags under cart/**',
    'Publish web to npm on tags that touch web/**',
  ])('are none of them: %s', (words) => {
    expectQuestion(words);
  });

  it('are names where they are said to be', () => {
    const { request } = read('Run CI on tags matching release/*', SHOP);
    expect(request.intents).toEqual([tags('release/*')]);
  });
});

describe('Patterns behind what is pushed to', () => {
  it.each([
    ['Run CI on pushes to release/*', 'Run CI on pushes to branches release/*'],
    ['Run CI on pull requests to release/*', 'Run CI on pull requests to branches release/*'],
    ['Run CI on pushes to release/1.x and main', 'Run CI on pushes to branches release/1.x and main'],
    ['Run CI on pushes to release/* and hotfix/*', 'Run CI on pushes to branches release/* and hotfix/*'],
  ])('are branches: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Run CI on pushes to web/**',
    'Run CI on pull requests to release/* that touch web/**',
    'Run CI on pushes to release/* and web/**',
    'Run CI on pushes to main or web/**',
    'Run CI on pull requests to main and cart/**',
    'Run CI on pushes to docs/**',
    'Run CI on pushes to *.md',
    'Run CI on pushes to **/*.java',
    'Run CI on pushes to Dockerfile*',
    'Run CI on pushes to .github/**',
  ])('are asked about where they may be paths: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What starts the pipeline', () => {
  it.each([
    ['Run web on tags v1.*', 'Run everything on tags v1.*'],
    ['Run the pipeline every night at 3 for cart', 'Run the pipeline every night at 3 for everything'],
    ['Run the Go code on pull requests', 'Run everything on pull requests'],
  ])('starts all of it: %s', async (words, reply) => {
    expect((await readWithReplies(words, SHOP)).questions).toMatchObject([{ replies: [reply] }]);
  });
});
