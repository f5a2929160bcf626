import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

/** What is said apart from what it belongs to, or as a form writes it, and the same wish in words that are understood for certain. */
const APART: readonly (readonly [words: string, plain: string])[] = [
  ['Use the cron schedule "15 4 * * 1-5".', 'Run CI on weekdays at 04:15'],
  ['timeout-minutes: 35 for ledger', 'Give ledger 35 minutes'],
  ['35 minutes should be enough for ledger', 'Give ledger 35 minutes'],
  ['640Mi of memory ought to be enough for cart', 'Give cart 640Mi of memory'],
  ['Set web to 5 replicas in its chart', 'Give web 5 replicas'],
  ['Move the Java jobs to ubuntu-24.04-arm', 'Run the Java jobs on the runner ubuntu-24.04-arm'],
  ['cart goes to self-hosted, linux, pool-7', 'Run cart on the runners labelled self-hosted, linux and pool-7'],
  ['Lint web, and leave everything else as it is', 'Lint web'],
  ['Run make docs. Call the step "Manual".', 'Add a step called "Manual" that runs `make docs`'],
  ['Run `make docs`, and call it "Manual"', 'Add a step called "Manual" that runs `make docs`'],
  ['We want one more step, "Manual", running make docs', 'Add a step called "Manual" that runs `make docs`'],
  ['On every release tag, upload the ledger jar to Maven Central', 'On tags, publish ledger to Maven Central'],
  ['Push the cart image to ghcr.io on tags, SBOM included', 'Push the cart image to ghcr.io on tags, with an SBOM'],
  ['Attach an SBOM to each container we ship', 'Attach an SBOM to every image'],
  ['Lint the entire stack', 'Lint everything'],
  ['ledger must be tested and linted with checkstyle', 'Test ledger. Lint ledger with checkstyle'],
  [
    'Lint cart, lint web, and test both of them on Windows and Linux',
    'Lint cart. Lint web. Test cart on Windows and Linux. Test web on Windows and Linux',
  ],
  [
    "Build the cart and web images, scan both, and don't push either of them",
    'Scan the cart image and do not push it. Scan the web image and do not push it',
  ],
  ['Two things: first, lint web. Second, test cart.', 'Lint web. Test cart'],
  ['No CI on ordinary pushes', 'Do not run CI on pushes'],
  ['Deploy cart to the integration environment with Helm', 'Deploy cart to integration environment through Helm'],
  ['The pipeline has to respond to the merge queue', 'Run CI on the merge queue'],
  ['All services should use mTLS via Istio', 'All services should join the Istio mesh'],
  ['cart and web: 2 replicas each, 256Mi of memory each', 'Give cart and web 2 replicas and 256Mi of memory'],
  [
    'Schedule the ledger jobs on runners labelled self-hosted and b200',
    'Run ledger on runners labelled self-hosted and b200',
  ],
  ['Lint cart, lint web, run both on ubuntu-22.04', 'Lint cart. Lint web. Run cart and web on the runner ubuntu-22.04'],
  ['Give web 15 minutes and ledger 35', 'Give web 15 minutes. Give ledger 35 minutes'],
  ['Run CI every evening at 8', 'Run CI every day at 20:00'],
  ['Run CI every night at 11', 'Run CI every day at 23:00'],
  ['Run CI every night at 2', 'Run CI every day at 2:00'],
  ['Run CI every morning at half past six', 'Run CI every day at 6:30'],
  ['Run CI on weekdays at quarter to five in the afternoon', 'Run CI on weekdays at 16:45'],
  ['If cart takes longer than 20 minutes, cut it off', 'Give cart 20 minutes'],
];

describe('What is said apart', () => {
  it.each(APART)('%s', (words, plain) => {
    expectSame(words, plain);
  });
});

describe('What looks like it', () => {
  it.each([
    'Run web on self-hosted, re-check cart',
    'Run make docs. Call the step "Manual", and call it "Pages".',
    'Run make docs. Call it "Manual" "Pages".',
    'Run make docs. Call the team "Docs".',
    'Call it "Manual".',
    'Run CI every night at 12',
    'Run CI every evening at 08:00',
    'Argo CD takes ledger to production on tags',
    'Lint web, and leave everything else to cart',
    'cart goes to self-hosted, linux, quickly',
    'Run web on self-hosted, linux, node-22',
    'Deploy cart to the right environment',
    'Known CVEs in Python dependencies must not go unnoticed',
    'A human signs off before recommender reaches production, then Helm rolls it out',
  ])('is asked about: %s', (words) => {
    expectQuestion(words);
  });

  it.each([
    'Write DB_PASSWORD into a file',
    'Roll web out to production without a sign-off',
    'Do not sign off deployments',
    'Skip the audit of web',
  ])('is refused: %s', (words) => {
    expect(read(words, SHOP).refused).not.toEqual([]);
  });
});
