import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What stands between marks', () => {
  it.each([
    ['Lint `web`', 'Lint web'],
    ['Please add a check that `web` type-checks', 'Typecheck web'],
    ['Run the tests in `cart/internal/**`', 'Run the tests in cart/internal/**'],
    ['Test `cart` on Go `1.25`', 'Test cart on Go 1.25'],
    ['Run CI on pushes to `main` that touch `web/**`', 'Run CI on pushes to main that touch web/**'],
    ["`web`'s image should be pushed to `ghcr.io` on tags", 'Push the image of web to ghcr.io on tags'],
    ['Lint the Go code with `golangci-lint`', 'Lint the Go code with golangci-lint'],
    ['Run `ledger` tests against `postgres:17`', 'Run the ledger tests against Postgres 17'],
    ['Please **lint and test** `web`.', 'Lint and test web'],
    ['Run `make docs` in a step called `web`', 'Run `make docs` in a step called "web"'],
    ['Add a step called `web` running `make docs`', 'Run `make docs` in a step called "web"'],
    ['Run `make docs` as `web`', 'Run `make docs` in a step called "web"'],
    ['Run `make docs` in the step `web`', 'Run `make docs` in a step called "web"'],
    ['Run `make docs`. Call it `cart`.', 'Run `make docs` in a step called "cart"'],
    ['Lint **web** and **cart**', 'Lint web and cart'],
  ])('is a name or a value: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    // A command, which the repository does not have.
    'Run `web`',
    'Run `golangci-lint`',
    'Run `scripts/check.sh` in CI',
    'Lint `nothing`',
    'Lint *web*',
    'Lint ~~web~~ cart',
  ])('is asked about: %s', (words) => {
    expectQuestion(words);
  });
});
