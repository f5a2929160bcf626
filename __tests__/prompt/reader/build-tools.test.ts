import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('What installs or builds code', () => {
  it.each([
    ['Audit our Maven dependencies', 'Audit the Java code'],
    ['Run the Gradle tests on Java 21 and 25', 'Run the Java tests on Java 21 and 25'],
    ['Test the uv project on Python 3.12 and 3.13', 'Test the Python code on Python 3.12 and 3.13'],
    ['Lint our pnpm code', 'Lint the TypeScript code'],
  ])('stands for that code: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'Use pnpm instead of npm in web',
    'Run mvn verify',
    'Publish ledger to Maven',
    'Test recommender with uv 3.12',
    'Use Maven 3.9 and 4.0',
    'Upgrade Maven to 25',
    'Bump uv to 0.9',
    'Switch web to TypeScript 6.0',
    'Cache pnpm',
    'Test web with yarn and pnpm',
    'Format with Maven',
  ])('has releases of its own, and does nothing by itself: %s', (words) => {
    expectQuestion(words);
  });
});
