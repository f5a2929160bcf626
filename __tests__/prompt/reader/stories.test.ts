import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What has been, and what it was about', () => {
  it.each([
    ['A stuck browser once kept web busy for six hours. Give it 12 minutes.', 'Give web 12 minutes'],
    [
      'A stuck browser once kept web busy for six hours. Nothing there should ever take longer than twelve minutes.',
      'Give web 12 minutes',
    ],
    ['ledger once ran forever. Kill it after 20 minutes.', 'Give ledger 20 minutes'],
    ['Last week ledger ran for 3 hours. Kill it after 20 minutes.', 'Give ledger 20 minutes'],
    [
      "I don't trust what our Maven dependencies drag in. Tell me when one of them has a known hole.",
      'Audit the Java code',
    ],
    ['Our npm packages scare me. Warn us when one of them has a CVE.', 'Audit the TypeScript code'],
    [
      'The Go people swear by staticcheck; nothing that it grumbles about should get in.',
      'Lint the Go code with staticcheck',
    ],
    ['No Go that staticcheck moans about may be merged', 'Lint the Go code with staticcheck'],
    ['Publish recommender to PyPI once tagged', 'Publish recommender to PyPI on tags'],
  ])('says why, and what a pronoun stands for: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'web once took six hours',
    'Last week ledger got 30 minutes',
    'Last week ledger ran for 3 hours. Give web 20 minutes.',
    'web and cart hung. No job there may run for more than 10 minutes.',
    'web hangs. Lint there.',
    'Publish recommender to PyPI once released to everybody',
    'staticcheck grumbles about cart',
    'golangci-lint takes issue with cart',
    'We tried staticcheck. Nothing that it complains about was worth it.',
    'I like ruff and mypy. Nothing they complain about should get in.',
    'web uses biome; nothing it complains about should get in',
    'mypy scares people. Nothing it finds should block a merge.',
  ])('is no wish alone, and stands for one thing: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What might be', () => {
  it.each([
    ['Someone could push a key. Scan for secrets.', 'Scan for secrets'],
    ['Anyone could swap our images. Sign them.', 'Sign all images'],
    ["Somebody could swap an image in our registry and we wouldn't notice. Sign all images.", 'Sign all images'],
    ['web could hang. Kill it after 10 minutes.', 'Give web 10 minutes'],
    [
      "Anyone could swap an image in our registry and we wouldn't notice. People should be able to verify that it really comes from us.",
      'Sign all images',
    ],
    ['Prove that our images come from us', 'Sign all images'],
    ['The auditors want proof of where each image was built.', 'Add provenance to all images'],
    ['We need to know from which commit the image of web was built.', 'Build the image of web with provenance'],
    [
      'Reviewers spend half their time on import order in recommender. isort should do that for them.',
      'Format recommender with isort',
    ],
    ['Let people verify that the image of cart comes from our pipeline', 'Sign the image of cart'],
  ])('says why a wish is one: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'We could lint web. Format it.',
    'CI could lint web. Format cart.',
    'We could run CI at night. Run CI on pull requests.',
    'You could build the image of web. Scan it.',
    'You could push the image to quay.io. Sign it.',
    'We could use Windows. Test web there.',
    'Someone could push to main. Lint web.',
    'Someone could lint web, test cart',
    'We know that our images come from us',
    'We know where the image of web is built',
    'We know from which commit the image of web was built',
    'I want to see how our images are made',
    'Windows is slow. Test cart on Linux.',
    'People can verify that our images come from us',
    'Check that our images come from scratch',
  ])('may be a wish of its own: %s', (words) => {
    expectQuestion(words);
  });
});

describe('What is told of times, sizes and places', () => {
  it.each([
    ['The recommender job eats up our GPU box for hours. Two hours are plenty.', 'Give recommender two hours'],
    ['Our GPU box is busy for hours. Give recommender two hours.', 'Give recommender two hours'],
    ['The build of web hangs at night. Give web 10 minutes.', 'Give web 10 minutes'],
    ['web is idle at night. Give it 2 replicas.', 'Give web 2 replicas'],
    ['cart grew a memory leak and got killed twice; give it 512Mi', 'Give cart 512Mi'],
    ['Reviewers waste hours on web. Lint it.', 'Lint web'],
    ['The image of cart is huge. Do not push it.', 'Do not push the image of cart'],
    ['The Go code is spread over the repository. Format all of it.', 'Format the Go code'],
    ['Long story short, lint web', 'Lint web'],
    ['Someone merged a PR that broke main. Test everything.', 'Test everything'],
    ['ledger hangs. Nobody knows why. Kill it after 15 minutes.', 'Give ledger 15 minutes'],
    [
      'Our users complain that the npm package of web is months old. It should be published whenever we tag.',
      'Publish web to npm on tags',
    ],
    [
      'Half of our customers run web on ARM boxes, so its image has to exist for arm64 as well.',
      'Build the image of web for arm64, too',
    ],
  ])('is no part of a wish that says its own: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Our GPU box is busy for hours. Give it two hours.',
    'The runner hangs, kill it after 10 minutes',
    'We switched the default branch to trunk. Pull requests to it should be checked.',
    'The schedule is useless. Give web 20 minutes.',
    'The linter of web is useless. Give web 20 minutes.',
    'web runs on Windows. Test it on Linux.',
    'web needs staging. Give it 3 replicas.',
    'We push the image of web. Scan it.',
    'Someone merged a PR that broke main. Test it.',
    'CI should have stopped me: build ledger.',
    'The commit said: test web on Windows',
    'nobody lints web',
    'Engineers deploy web to production by hand. Deploy web to staging with Helm on main.',
  ])('is asked about where it may be one: %s', (words) => {
    expectQuestion(words);
  });
});
