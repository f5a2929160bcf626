import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What is missed', () => {
  it.each([
    'No linter for web yet, so add one.',
    'No linter for web, so add one.',
    'No lint for web. Add one.',
    'No linter for web and cart yet, so add both.',
    'No manual trigger yet, so add one.',
    'No pull request runs, add them.',
    'No merge queue runs yet, we need them.',
  ])('is not taken away: %s', (words) => expectQuestion(words));

  it('is taken away where nobody wants it there', () => {
    expectSame('No lint for web.', 'Remove the linter of web.');
  });
});

describe('What people do themselves', () => {
  it.each([
    'Lint ledger while we move it to Java 21.',
    'Lint ledger, they move it from Java 17 to 21.',
    'Start Redis for the cart tests and give it 512Mi of memory.',
    'Nobody pulls the web container on arm64 or amd64. Both have to exist.',
    "ARM-64, build and push web's image on tags.",
    'Publish web to npm on tags and sign that.',
  ])('and what may be of something else is no wish: %s', (words) => expectQuestion(words));

  it('is a wish where it is one', () => {
    expectSame('Lint ledger, and move it to Java 21.', 'Lint ledger. Run ledger on Java 21.');
  });
});
