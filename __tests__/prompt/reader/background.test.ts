import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

describe('What is told before a wish to say why', () => {
  it.each([
    ['ledger hangs now and then. Kill it after a quarter of an hour.', 'Give ledger 15 minutes'],
    [
      'ledger hangs now and then and eats half a day of minutes. Kill it after a quarter of an hour.',
      'Give ledger 15 minutes',
    ],
    ['Our nerves are gone. Lint web.', 'Lint web'],
    ['Half of the team is on Windows, so test web there as well as on Linux.', 'Test web on Windows and Linux'],
    [
      'Contributors use Macs, so the Go tests have to pass there and on Linux.',
      'The Go tests have to pass on macOS and on Linux',
    ],
    [
      'Linkerd is already in the cluster and we want encrypted traffic between pods, so have cart join it.',
      'cart should join the Linkerd mesh',
    ],
    [
      'We have our own machines labelled self-hosted and linux, so please use those for everything.',
      'Use runners labelled self-hosted and linux for everything',
    ],
    ['web pulls in a lot of npm packages, have them audited.', 'Audit web'],
    ['web and cart crawl along. Kill them after 20 minutes.', 'Give web and cart 20 minutes'],
    ['The old tool was a pain, so lint cart with golangci-lint', 'Lint cart with golangci-lint'],
    ['We cannot reproduce Windows bugs locally, so test web on Windows', 'Test web on Windows'],
    // Behind a dash or `so`, as a polite question, and where somebody must be named once.
    ['Our nerves are gone - could you lint web?', 'Lint web'],
    ['ledger handles money so I want its coverage to never fall under 90 percent.', 'ledger needs 90 % coverage'],
    [
      'Most of our customers run cart on Windows, so could we have the tests run there too?',
      'The cart tests should run on Linux and on Windows',
    ],
    ['Half of the team is on Windows, cart must be tested there also.', 'cart must be tested on Linux and on Windows'],
    [
      'The integration tests for ledger talk to a real rabbit broker, so we need RabbitMQ up when they run',
      'The ledger tests need RabbitMQ',
    ],
    ['The Java code is stuck on an ancient version. Please move all of it to 21.', 'Use Java 21'],
    ['cart talks to RabbitMQ in its tests, so have a rabbitmq 3.13 running there', 'The cart tests need RabbitMQ 3.13'],
    ['Someone leaked the mongo password in a commit. Scan for secrets from now on.', 'Scan for secrets'],
    // What has been done, and what people do.
    ['Somebody committed an AWS key again... we need secret scanning here', 'Scan for secrets'],
    [
      'Users complain that they cannot verify where our images come from; attach provenance to them',
      'Attach provenance to all images',
    ],
    // What a tool does is said again by its name.
    ['We keep getting burned by badly formatted Go on main. Please run gofmt.', 'Run gofmt'],
  ])('is no part of it: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    // Whom `it` is for.
    'ledger hangs when cart is down. Kill it after 10 minutes.',
    'web calls cart a lot. Lint it.',
    'web is a mess. Lint cart.',
    // What is known and not said again may belong to the wish.
    'web is a mess on Windows. Test it.',
    'web shines on Node 22. Test it.',
    'We only ship on tags, so push the web image',
    'Everyone loves tags, so push the web image to ghcr.io',
    'Until the migration is over cart stays as it is, so lint web',
    // A wish, or the word for one.
    'Frobnicate web. Lint it.',
    'Frobnicate it. Lint web.',
    'web needs frobnication. Lint it.',
    'We want web frobnicated. Lint it.',
    'Please frobnicate our nerves. Lint web.',
    'The linter frobs along. Lint web and cart on it.',
    'Our build is probably broken. Lint it.',
    'Half of the team is on Windows, so test there',
    'web frobs along',
    // What is said twice may be meant once.
    'Our `make docs` was a pain. Run `make docs`.',
    'It was a pain except for web, so lint everything except web.',
    'ledger hangs now and then.',
    // No verb, or one that says what is missing.
    'Security hardening. Lint web.',
    'Users documentation. Lint web.',
    'Some frobnication. Lint web.',
    'The frobnication is missing. Lint web.',
    'Users complain about type errors. Lint web.',
    'web frobs a lot - lint cart',
    'Everybody loves golangci-lint, so lint cart',
  ])('is asked about where it may be more: %s', (words) => {
    expectQuestion(words);
  });

  it('never makes of a refusal anything else', () => {
    const { refused } = read(
      "ledger's tests are red again and we ship in an hour. Just switch them off so the build goes green.",
      SHOP,
    );
    expect(refused).toMatchObject([{ rule: 'continue-on-error-on-check' }]);
  });
});
