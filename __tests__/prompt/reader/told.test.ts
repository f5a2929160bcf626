import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { SHOP } from './shop.ts';

/** Words that wish nothing, or not what their single words would. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'tells how things are': [
    'We lint web',
    'The team lints web',
    'Someone lints web',
    'We deploy web to staging',
    'We publish web to npm',
    'We run `make docs`',
    'We run cart on self-hosted runners',
    'We committed secrets',
    'web takes 10 minutes',
    'web takes longer than 10 minutes',
    'cart runs on macOS',
    'cart ran on self-hosted runners',
    'web works on Windows',
    'The web tests pass on Windows',
    'web has 3 replicas',
    'web has been deployed to staging',
    'The cart tests needed Redis 7',
    'The pipeline ran every night at 3',
    'The pipeline used to run on pushes',
    'make docs takes 10 minutes',
    'cart stops after 10 minutes',
    'Helm deploys web to staging',
    'Main deploys web to staging',
    'Our nightly run is at 3',
    '`make docs` works',
    'The cart tests use Redis 7',
    'The web tests run on Node 22',
    'Our jobs use self-hosted runners labelled big',
    'The images use Linux arm64',
  ],
  'complains, and would have the contrary': [
    'cart had no linter. Add one.',
    'There is no linter for cart. Please do not add one.',
    'No job lints web',
    'No linter runs on web',
    "The linter of web doesn't work",
    "We don't lint web",
    'We never format web',
    "I can't lint web",
    'I can not find a linter for web',
    'web cannot be linted',
    "The pipeline doesn't run on pull requests",
    "CI doesn't run on pull requests",
    "The schedule doesn't work",
    "The manual trigger doesn't work",
    "The nightly run doesn't work",
    'The web image has no SBOM',
    "The web image doesn't have a signature",
    "The image of web can't be pushed",
    "Signing the web image doesn't work",
  ],
  'says what might be': [
    'We might lint web',
    'We may lint web',
    'web could be linted',
    'web may be linted',
    'The cart tests may need Redis 7',
  ],
  'turns a word by what stands before it': [
    'No unformatted code in web',
    'Make web unreachable at www.example.com',
    'unpublish web from npm',
    'decompile web',
  ],
  'limits or leaves out what nothing here can': [
    'Test web on Node 20 and up',
    'Push all images but web on tags',
    'Put web out of the Istio mesh',
    'Lint one of web and cart',
    'Lint web except cart',
    'Lint web and format cart but not ledger',
    'Give web up to 3 replicas',
    'Use all databases but Redis for cart',
    'Run on pushes by me',
  ],
  'turns a part of a wish, not the pipeline': [
    'Publish web to npm, not on tags',
    'Deploy web to production, never on Fridays',
    'Lint web, not on pull requests',
    'Remove the linter from web and add it to cart',
    'Remove the linter from web and put it on cart',
    'Turn linting off for web and on for cart',
    "Don't run the linter and format web",
    'Lint and test web and cart respectively',
  ],
  'takes a part of a schedule away': [
    "Don't run the pipeline on weekends",
    'Do not run on Sundays',
    'Never run on Mondays',
  ],
  'names days or times that are not those': [
    'Run the pipeline Monday to Wednesday at 3',
    'Run the pipeline every night at 3 from Monday to Wednesday',
    'Run the pipeline on Mondays or Tuesdays at 3',
    'Run the pipeline on 99 99 * * *',
    'Run the pipeline on the schedule 61 25 * * *',
  ],
  'pairs versions with systems': [
    'Test web on Node 22 on Windows and Node 20 on Linux',
    'Test web on Windows with Node 22 and macOS with Node 20',
  ],
  'bounds a coverage the other way': [
    'Fail CI if the coverage of cart is above 85 %',
    'Fail CI if the coverage of cart is at least 85 %',
    'Pass CI if the coverage of cart is below 85 %',
    'CI should pass when coverage of web drops below 80 %',
    'Coverage of cart should be less than 80 %',
    'Coverage of cart drops below 80 %',
    'Require less than 80% coverage for web',
  ],
  'denies or turns a limit': [
    "Don't time out web after 10 minutes",
    'No timeout of 10 minutes for web',
    'No 10 minute limit for web',
    "Don't limit web to 10 minutes",
    'Give web more than 10 minutes',
    'web must take more than 10 minutes',
    'Test web after 10 minutes',
    'Start web after 10 minutes',
  ],
  'names a tool of packages, and publishes nothing': ['Run npm install in web', 'web should use npm install'],
  'filters pull requests by where they come from': ['Run on pull requests from main'],
  'asks for an approval, not for a deployment': ['Approve web for production'],
  'names somebody of whom nothing is said': ['Lint web. Also cart.', 'Lint web. And cart.'],
  chooses: ['Run `make docs` or `make licences`'],
  'keeps what nobody may take away': ["Don't disable the dependency audit"],
};

describe.each(Object.entries(ASKED))('Who %s', (_, sentences) => {
  it.each(sentences)('is asked: %s', (words) => {
    const { request, questions, refused } = read(words, SHOP);
    expect(request.intents).toEqual([]);
    expect(refused).toEqual([]);
    expect(questions.length).toBeGreaterThan(0);
  });
});

/** What stands near to those, and is a wish. */
const READ: readonly (readonly [words: string, intents: readonly object[]])[] = [
  [
    'Stop linting and test web',
    [
      { check: 'lint', ensure: false, for: { service: 'web' } },
      { check: 'test', ensure: true, for: { service: 'web' } },
    ],
  ],
  [
    'Remove the linter for web, format it',
    [
      { check: 'lint', ensure: false, for: { service: 'web' } },
      { check: 'format', ensure: true, for: { service: 'web' } },
    ],
  ],
  ['web may not take longer than 10 minutes', [{ kind: 'timeout', minutes: 10 }]],
  ["Don't give web more than 10 minutes", [{ kind: 'timeout', minutes: 10 }]],
  ["web doesn't need linting", [{ check: 'lint', ensure: false }]],
  ["We don't want to lint web", [{ check: 'lint', ensure: false }]],
  ['Stop the nightly run', [{ on: 'schedule', ensure: false }]],
  ['No nightly runs please', [{ on: 'schedule', ensure: false }]],
  ['Warn me when the coverage of cart drops below 80 %', [{ check: 'coverage', threshold: 80 }]],
  ['Let people start the pipeline by hand', [{ on: 'manual', ensure: true }]],
  ['A manual trigger is needed', [{ on: 'manual', ensure: true }]],
  ['The cart tests should use Redis 7', [{ kind: 'service', service: 'redis', version: '7' }]],
  ['The cart tests need Redis 7', [{ kind: 'service', service: 'redis', version: '7' }]],
  ['We want to have the cart tests use Redis 7', [{ kind: 'service', service: 'redis', version: '7' }]],
  ['Let the cart tests use Redis 7', [{ kind: 'service', service: 'redis', version: '7' }]],
  ['Make sure the web tests run on Node 22', [{ kind: 'matrix', tool: 'node', versions: ['22'] }]],
  ['For cart, use Redis 7', [{ kind: 'service', service: 'redis', version: '7' }]],
  ['web requires Node 22', [{ kind: 'matrix', tool: 'node', versions: ['22'] }]],
  ['We keep forgetting to lint web', [{ check: 'lint', ensure: true }]],
];

describe('What is near to those', () => {
  it.each(READ)('is a wish: %s', (words, intents) => {
    const { request, questions } = read(words, SHOP);
    expect(questions).toEqual([]);
    expect(request.intents).toMatchObject(intents);
  });
});
