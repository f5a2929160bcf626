import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What tests cannot do without', () => {
  it.each([
    ['Without a NATS the ledger tests time out', 'ledger needs NATS'],
    ['The cart tests fail without Redis 7', 'cart needs Redis 7'],
    ['If there is no Redis 7 around, the tests of cart break', 'cart needs Redis 7'],
    ['The cart tests hang when there is no Redis 7', 'cart needs Redis 7'],
    ["ledger's tests need a database: MySQL 8.", 'ledger needs MySQL 8'],
    ["Without Redis 7, cart can't be tested", 'cart needs Redis 7'],
    ['ledger talks to a broker now, and without a NATS beside them its tests just time out', 'ledger needs NATS'],
    ['ledger moved to another queue, and its tests need NATS', 'ledger needs NATS'],
  ])('is needed: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Fail the cart tests without Redis 7',
    'The cart tests should fail without Redis 7',
    'I want the cart tests to fail without Redis 7',
    'The cart tests failed without Redis 7',
    'The cart tests pass without Redis 7',
    "cart doesn't hang without Redis 7",
    'Without Redis 7, lint cart',
    'web is slow without Redis 7',
    'The tests fail without Redis',
    'ledger talks to a broker now, and nobody needs its tests',
    'web grew a lot lately, it needs a rewrite',
  ])('is asked about where it says something else: %s', (words) => {
    expectQuestion(words);
  });
});
