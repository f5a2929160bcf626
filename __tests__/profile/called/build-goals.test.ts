import { describe, expect, it } from 'vitest';
import { goalCalls } from '../../../src/profile/called/build-goals.ts';
import { profiled } from '../profiled.ts';

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

const HEAD = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';

/** What a step covers of a module of Maven that has tests. */
async function covered(step: string): Promise<string[]> {
  const { coverage } = await profiled({
    'pom.xml': '<project><artifactId>a</artifactId></project>',
    'pom-other.xml': '<project><artifactId>b</artifactId></project>',
    'src/test/java/ATest.java': '',
    '.github/workflows/ci.yml': `${HEAD}      - uses: actions/checkout@v5\n      - ${step}\n`,
  });
  return coverage?.runs.flatMap((one) => (one.kind === 'command' ? [one.run] : [])) ?? [];
}

describe('A build of Maven', () => {
  it.each(['run: mvn verify', 'run: mvn -f pom.xml verify', 'run: mvn -f . verify'])(
    'is covered by the call that is told its own file, or none: %s',
    async (step) => expect(await covered(step)).toEqual(['mvn -B -ntp verify']),
  );

  it.each(['run: mvn -f pom-other.xml verify', 'run: mvn verify --file=./pom-other.xml'])(
    'is not covered by the build of another file in its folder: %s',
    async (step) => expect(await covered(step)).toEqual([]),
  );

  it.each([
    ['MAVEN_OPTS', '-Dmaven.test.failure.ignore=true'],
    ['JAVA_TOOL_OPTIONS', '-Xmx1g -DskipTests'],
    ['JDK_JAVA_OPTIONS', '-Dmaven.test.skip=true'],
  ])('is not covered where %s has it pass over tests, or what they say: %s', async (name, value) => {
    expect(await covered(`run: mvn verify\n        env: { ${name}: "${value}" }`)).toEqual([]);
    expect(await covered(`run: mvn verify\n        env: { ${name}: "-Xmx2g" }`)).toEqual(['mvn -B -ntp verify']);
  });
});
