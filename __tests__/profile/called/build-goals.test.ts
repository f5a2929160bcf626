import { describe, expect, it } from 'vitest';
import { goalCalls } from '../../../src/profile/called/build-goals.ts';

describe('A call of Gradle or Maven with several goals', () => {
  it.each([
    ['./gradlew check javadoc --parallel', ['./gradlew check --parallel', './gradlew javadoc --parallel']],
    [
      './gradlew --no-daemon clean build',
      ['clean', 'build', 'check', 'assemble'].map((it) => `./gradlew --no-daemon ${it}`),
    ],
    ['gradle :api:test :web:test', ['gradle :api:test', 'gradle :web:test']],
    ['mvn -B verify', ['compile', 'test', 'package'].map((it) => `mvn -B ${it}`)],
    ['./mvnw checkstyle:check test -Pit', ['checkstyle:check', 'test', 'compile'].map((it) => `./mvnw ${it} -Pit`)],
  ])('comes to one call for each and for what it does: %s', (run, calls) => {
    expect(goalCalls(run)).toEqual(calls);
  });

  it.each([
    './gradlew build -x test',
    './gradlew test --tests Foo',
    './gradlew check assemble --dry-run',
    './gradlew -p api build',
    './gradlew check',
    'mvn verify -pl api',
    'mvn -f api/pom.xml verify',
    'mvn verify --fail-never',
    'mvn -fn verify',
    'mvn test $OPTIONS',
    'npm run build test',
  ])('is left as it is where it may leave something out, and where there is but one: %s', (run) => {
    expect(goalCalls(run)).toEqual([]);
  });
});
