import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('What people type in comments', () => {
  it.each([
    // Who agrees wishes it too.
    ['+1 for running prettier on web', 'Format web with prettier'],
    ['big +1 on linting cart', 'Lint cart'],
    ['+1, lint web', 'Lint web'],
    ['yes please, lint web', 'Lint web'],
    ["I'm all for linting web", 'Lint web'],
    ['A button to start runs would be great, +1', 'Allow manual runs'],
    ['gitleaks on this repo please', 'gitleaks for the whole repository'],
    // `go` is chosen, and no language.
    ["let's go with ruff for linting recommender", 'Lint recommender with ruff'],
    ["let's go with 4 replicas for web", 'Give web 4 replicas'],
    ['lint Go with golangci-lint', 'Lint the Go code with golangci-lint'],
    // Slips that are words, and units as people say them.
    ['cna you lint web nad test cart', 'Lint web and test cart'],
    ['check the formating of cart wth gofmt', 'Format cart with gofmt'],
    ['cap cart at 256 megs of memory', 'Give cart 256Mi of memory'],
    ['ledger needs 2GB of ram', 'Give ledger 2Gi of memory'],
  ])('is read as what it means: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['+1 web is linted', 'yes, web is linted', '+1', 'let us go for it', 'agreed'])(
    'is no wish where nothing is wished: %s',
    (words) => {
      expectQuestion(words);
    },
  );
});

describe('Secrets that somebody leaves in the code', () => {
  it.each([
    'CI must go red if someone commits a credential',
    'It would be great if a PR went red as soon as someone leaves a credential in it',
    'fail the build when somebody commits an API key',
    'the pipeline should turn red when a password is committed',
    'PRs should fail if someone slips a token into the code',
    'I want to know when somebody hardcodes a password',
    'if anyone leaves a token in the code, fail the build',
  ])('are scanned for: %s', (words) => {
    expectSame(words, 'Scan for secrets');
  });

  it.each(['someone added a token, fail', 'add a secret to the workflow', 'use the signing key'])(
    'are not, where none is found: %s',
    (words) => {
      expectQuestion(words);
    },
  );
});

describe('A pull request that is merged', () => {
  it.each([
    [
      'Push the web image to ghcr.io as soon as a PR is merged into main',
      'Push the web image to ghcr.io from the default branch',
    ],
    ['Deploy web to staging when a pull request has been merged into main', 'Deploy web to staging from main'],
  ])('is a push to the branch that it is merged into: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'push the image of web on pull requests to main',
    'push the web image when a pull request into main is opened',
  ])('is another thing than one that is open: %s', (words) => {
    expect(read(words, SHOP).refused).toMatchObject([{ rule: 'deploy-on-pull-request' }]);
  });
});
