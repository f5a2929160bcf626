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
    ['cna we sacn all imgaes for vulnerabilties', 'Scan all images'],
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

describe('Paraphrases of everyday', () => {
  it.each([
    // What fails, and who complains about it.
    ["don't let anyone merge Go that hasn't been through gofmt", 'Format the Go code with gofmt'],
    ['ruff should shout at us when recommender is badly formatted', 'Format recommender with ruff'],
    ['dependency vulnerabilities in ledger should fail the build', 'Audit ledger'],
    ['anything less than 75% coverage for web is a fail', 'Fail if the coverage of web is below 75 %'],
    // What is not done so far.
    ['nobody ran the formatter on cart for months, please let CI do it with gofmt', 'Format cart with gofmt'],
    ["web's types are never checked anywhere, please check them", 'Type-check web'],
    // What nobody needs.
    ["I don't see the point of format checks on ledger, let's drop them", 'Drop the format check of ledger'],
    ['please spare us the linter on cart', 'Drop the linter of cart'],
    // How somebody asks.
    ['would it be much trouble to compile ledger?', 'Build ledger'],
    ['any objections to linting web?', 'Lint web'],
    ['how about a nightly run at 1:30 UTC?', 'Run CI every night at 1:30'],
    ['kick CI off once a week, sunday 5am', 'Run CI on Sundays at 5:00'],
    // What is given, and where something goes.
    ["cart's tests want a redis, version 7", 'The cart tests need Redis 7'],
    ['give the recommender tests a mongo to play with', 'The recommender tests need MongoDB'],
    ['give the ledger jobs a bit longer, 40 minutes', 'Give ledger 40 minutes'],
    ['each release tag should put recommender on pypi', 'Publish recommender to PyPI on tags'],
    ['ledger goes to maven central but only if somebody triggers it', 'Publish ledger to Maven Central by hand'],
    ['when main changes, helm should upgrade ledger in staging', 'Deploy ledger to staging with Helm from main'],
    ['deploy web to qa with helm whenever someone asks for it', 'Deploy web to qa with Helm by hand'],
    // A tool that is called for by what is told of the code.
    ['the cart code base is a formatting zoo, gofmt should tame it', 'Format cart with gofmt'],
    ['nobody checks types in recommender, mypy please', 'Type-check recommender with mypy'],
    ['style nits in Java reviews are killing me, let checkstyle handle those', 'Lint the Java code with checkstyle'],
    ['linting web is overdue, biome can do it', 'Lint web with biome'],
    [
      "I got burned by an unformatted file in web again, biome should've stopped me at the PR.",
      'Format web with biome',
    ],
    ["why don't we just let golangci-lint look at cart?", 'Lint cart with golangci-lint'],
    // What there is to take away, to change or to put up.
    ["ledger's formatter is more trouble than it's worth, remove it", 'Drop the formatter of ledger'],
    ['the lint job on cart is useless noise, get rid of it', 'Drop the linter of cart'],
    ['drop coverage on web to 60%', 'Set the coverage threshold of web to 60 %'],
    ['keep credentials out of this repo', 'Scan for secrets'],
    ["ledger's integration tests rely on kafka, spin one up", 'The ledger tests need Kafka'],
    ["there's no database in CI for ledger's tests, add postgres 16", 'Add Postgres 16 for ledger'],
    ["upgrade the redis in cart's tests to 8", 'The cart tests need Redis 8'],
    ['please stop triggering builds on every push', 'Stop running on pushes'],
    ['stop nightly builds', 'Drop the schedule'],
    ['nightly builds at 4am, please', 'Run CI every night at 4'],
    ['get web onto staging after each merge to main using argo', 'Deploy web to staging through Argo CD from main'],
    ["cart gets 15 minutes, then it's killed", 'Give cart 15 minutes'],
    ['Nothing we run should ever take more than an hour, cut it off there.', 'Give everything an hour'],
    // What is said the short way, and what is claimed before it is tested.
    ['min coverage for recommender: 75%', 'recommender needs 75 % coverage'],
    ['please take the coverage job off web', 'Drop the coverage check of web'],
    ['the recommender tests want a valkey 8 sidecar container', 'The recommender tests need Valkey 8'],
    ['recommender to PyPI by hand only pls', 'Publish recommender to PyPI by hand'],
    [
      'fresh container of web in ghcr.io every time main moves please',
      'Push the image of web to ghcr.io from the default branch',
    ],
    [
      'no more runs on push, instead on PRs and nightly at 2:15 UTC',
      'Do not run on pushes, but on pull requests and every night at 2:15',
    ],
    [
      "we promise customers that cart works on Windows and on Linux, let's actually test that",
      'Test cart on Windows and Linux',
    ],
    ['ledger compiles fine on my machine but main was broken again this morning. CI has to build it.', 'Build ledger'],
    [
      'people keep merging Go nobody has linted, golangci-lint should put a stop to that',
      'Lint the Go code with golangci-lint',
    ],
    ["I don't want to find out from a customer that one of web's npm deps has a hole", 'Audit web'],
    ['pleas scan the repo for secrets', 'Scan for secrets'],
  ])('are understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'how about the tests?',
    'is it much work to lint web?',
    'there is no point in linting web, keep it',
    "web's types are never checked",
    'switch CI off',
    'we put web on npm by hand',
    'give web longer',
    'ruff shouts at us when recommender is badly formatted',
    // A tool of another check, or of two things; and what is told of it.
    'linting web is overdue, gofmt can do it',
    'web is a mess, biome can do it',
    'web and cart are a mess, prettier should fix it',
    'linting web is overdue, biome does it',
    'linting web is overdue, biome should not do it',
    'cart gets 15 minutes, then web is killed',
    'why not?',
    'min coverage for web',
    'cart works on Windows, test that',
    'a container of web in ghcr.io',
    'recommender to staging and PyPI',
    'take cart off web',
    "why don't we lint web?",
    'we put web on staging',
  ])('are asked about where nothing certain is wished: %s', (words) => {
    expectQuestion(words);
  });
});
