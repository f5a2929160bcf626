import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

/** What is told first, and what is wished of it, each with the same in words that are understood for certain. */
const WISHED: readonly (readonly [words: string, plain: string])[] = [
  [
    'We keep finding out about vulnerable npm packages from the newspaper. CI should tell us first.',
    'Audit the npm packages.',
  ],
  ['We hear about vulnerable dependencies too late. CI should warn us.', 'Audit all dependencies.'],
  [
    'GitHub queues our merges since Monday; whatever comes out of that queue has to go through CI, too.',
    'Run CI on the merge queue.',
  ],
  ['We use the merge queue now. Whatever comes out of that queue has to go through CI.', 'Run CI on the merge queue.'],
  [
    'Nobody should have to upload ledger to Maven Central from a laptop any more. Pushing a tag should be all it takes.',
    'Publish ledger to Maven Central on tags.',
  ],
  ['Nobody should have to push cart to ghcr.io by hand. A tag should be enough.', 'Push cart to ghcr.io on tags.'],
  ["Nobody reads prettier's complaints about web, let's not check that any more.", 'Do not format web.'],
  ["Nobody reads prettier's complaints about web. Drop it.", 'Do not format web.'],
  [
    'Any job that is still going after forty minutes is stuck. Please have it cancelled.',
    'Give everything 40 minutes.',
  ],
  ['Nothing should get into main from a PR unless the Java compiles.', 'Build the Java code.'],
  [
    "If less than 90 % of cart is exercised by its tests, the PR shouldn't go green.",
    'Require 90 % coverage for cart. Run CI on pull requests.',
  ],
  ["I'd rather have a machine than a colleague point out unused variables and shadowed names in cart.", 'Lint cart.'],
  ["We'd rather have CI than a reviewer test cart.", 'Test cart.'],
  [
    'recommender keeps breaking for the people on Windows laptops, and we only hear about it in Slack. Run its tests on Windows and Linux.',
    'Run the tests of recommender on Windows and Linux.',
  ],
  ['web hangs, and we only hear about it from customers. Give it 10 minutes.', 'Give web 10 minutes.'],
  ['web must survive the loss of a node, so keep three copies of it running in the cluster.', 'Give web 3 replicas.'],
  ['cart has to survive the failure of a zone. Keep 2 replicas of it up.', 'Give cart 2 replicas.'],
  [
    "There's a build box in the basement that idles most of the day; its labels are self-hosted, linux and basement. Let web use it.",
    'Run web on runners labelled self-hosted, linux and basement.',
  ],
  [
    'A build box has the labels self-hosted and big. Run web on it.',
    'Run web on runners labelled self-hosted and big.',
  ],
  ['No unused imports in web.', 'Lint web.'],
];

/** What looks like it, and is told of something else, wishes nothing, or wishes more. */
const ASKED: readonly string[] = [
  'We keep finding out about vulnerable npm packages from the newspaper. CI is slow.',
  'We no longer hear about vulnerable npm packages. CI should tell us first.',
  'We keep finding out about new npm packages from the newspaper. CI should tell us first.',
  'GitHub queues our merges.',
  'GitHub queues our merges. Lint web.',
  'GitHub queues our merges since Monday; whatever comes out of that queue goes through CI.',
  'GitHub queues our mail. Whatever comes out of that queue has to go through CI.',
  'RabbitMQ is our queue. Whatever comes out of that queue has to go through CI.',
  'Nobody should have to upload ledger to Maven Central any more.',
  'Nobody should have to upload ledger to Maven Central any more. Lint web.',
  'Nobody should upload ledger to Maven Central any more. Pushing a tag should be all it takes.',
  "Nobody reads prettier's complaints about web, so fix it.",
  "Nobody reads prettier's complaints about web, let's not check that on Mondays.",
  "Nobody reads biome's complaints about web, drop it.",
  'Any job that is still going after forty minutes is stuck. Please have a look.',
  'Nothing should get into main unless I say so.',
  'If web is linted, the build should not go green.',
  "I'd rather have a colleague than a machine lint web.",
  "I'd rather have a machine.",
  'Lint web, and we hear about it in Slack.',
  'Lint web, and we want to hear about it in Slack.',
  'web must survive the loss of a node.',
  'web must survive the loss of a node, so keep some copies of it running.',
  'web must survive the loss of a node, so keep three copies of cart running.',
  'web must survive Node 22, so keep three copies of it running.',
  'Its labels are self-hosted or basement. Let web use it.',
  'Its labels are self-hosted and big. Do not let web use it.',
  'Its labels are self-hosted, linux and web. Let cart use it.',
  'Its labels are self-hosted and big. Let web and cart use it.',
  'Its labels are self-hosted and big. Lint web.',
  'Pull requests have the labels ready and self-hosted. Run web on it.',
  'Remove unused variables in cart.',
  'Fix unused imports in web.',
  'Stop pointing out unused variables in cart.',
];

describe('What is told first', () => {
  it.each(WISHED)('says what is wished: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(ASKED)('is asked about where it is something else: %s', (words) => {
    expectQuestion(words);
  });
});
