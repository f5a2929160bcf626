import { expect, it } from 'vitest';
import type { EcosystemName } from '../../../../src/domain/profile.ts';
import { isSetting, isTestOf } from '../../../../src/profile/harvest/before/settings.ts';
import { isCarried } from '../../../../src/profile/harvest/before/variables.ts';

it.each<[EcosystemName, string, boolean]>([
  ['node', 'npm test', true],
  ['node', 'npm run test:unit', true],
  ['node', 'npx vitest run', true],
  ['node', 'npx webpack --config webpack.test.js', false],
  ['java', 'mvn -B verify', true],
  ['java', 'mvn -DskipTests package', false],
  ['java', './gradlew build -x test', false],
  ['kotlin', './gradlew check', true],
  ['ruby', 'bundle exec rspec', true],
  ['java', "./gradlew ${{ inputs.test-latest && '-Platest' || '' }} nativeTest", false],
  ['java', './gradlew ${{ inputs.flags }} test', true],
  ['ruby', 'bin/rails test', true],
  ['ruby', 'bundle exec rake', true],
  ['ruby', 'bundle exec rake parallel:rspec["--format progress --out rspec.xml"]', true],
  ['ruby', 'bundle exec rake db:test:prepare', false],
  ['ruby', 'bundle exec rake assets:precompile', false],
])('%s: %j is a test: %j', (ecosystem, run, expected) => {
  expect(isTestOf(ecosystem, run)).toBe(expected);
});

it.each<[EcosystemName, string, string, boolean]>([
  ['ruby', 'RAILS_ENV', 'test', true],
  ['ruby', 'RAILS_ENV', 'production', false],
  ['java', 'SPRING_PROFILES_ACTIVE', 'ci,h2', true],
  ['java', 'SPRING_PROFILES_ACTIVE', 'ci,prod', false],
  ['python', 'DJANGO_SETTINGS_MODULE', 'app.settings.test', true],
  ['python', 'DJANGO_SETTINGS_MODULE', 'app.settings.production', false],
  ['go', 'GOFLAGS', '-mod=mod -tags=a,b', true],
  ['go', 'GOFLAGS', '-run=NONE', false],
  ['go', 'GOFLAGS', '-exec=./x', false],
])('%s: %s=%s is a setting of tests: %j', (ecosystem, name, value, expected) => {
  expect(isSetting(ecosystem, [name, value])).toBe(expected);
});

it('What people use is no setting that is carried either', () => {
  expect(isCarried(['APP_ENV', 'testing'])).toBe(true);
  expect(isCarried(['APP_ENV', 'production'])).toBe(false);
});

it.each([
  ['PRE_COMMIT_CACHE', '~/.cache/pre-commit'],
  ['MYPY_CACHE_VERSION', '1'],
  ['DEFAULT_PYTHON', '3.13'],
  ['NODE_VERSION', '22'],
  ['FORCE_COLOR', '1'],
  ['SEGMENT_DOWNLOAD_TIMEOUT_MIN', '10'],
  ['DOTNET_CLI_TELEMETRY_OPTOUT', '1'],
  ['CI_BUILDER_SHA', 'sha256:0a'],
  ['SITE_IMAGE_TAG', 'main'],
])('What a pipeline tells itself is not carried: %s', (name, value) => {
  expect(isCarried([name, value])).toBe(false);
});

it.each([
  ['CACHE_URL', 'redis://localhost:6379'],
  ['API_VERSION', '2'],
  ['NODE_ENV', 'test'],
])('What tests are told is carried: %s', (name, value) => {
  expect(isCarried([name, value])).toBe(true);
});
