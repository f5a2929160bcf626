import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('Everything of a kind', () => {
  it.each([
    ['Lint everything that is Go', 'Lint the Go code'],
    ['Lint all services written in Go', 'Lint the Go code'],
    ['Lint every Go service', 'Lint the Go code'],
    ['Each of our Go services should be linted', 'Lint the Go code'],
    ['every Java job gets 20 minutes', 'Give the Java code 20 minutes'],
    ['Lint each of web, cart and ledger', 'Lint web, cart and ledger'],
    ['Lint web / cart / ledger', 'Lint web, cart and ledger'],
    ['lint web / test cart', 'Lint web. Test cart'],
    ['Lint everything, not web', 'Lint everything except web'],
    ['Lint every service', 'Lint everything'],
    ['Add back the linter of web', 'Lint web'],
  ])('is that kind: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Lint everything written in Go or Java',
    'All services that are not in Go should be linted',
    'Everything that is tested in web should be linted',
    'Everything that is new in web',
    'Lint cart, not web',
    "Don't lint cart, not web",
    'Lint web, test cart, not ledger',
  ])('is asked about where it is another: %s', (words) => {
    expectQuestion(words);
  });
});
