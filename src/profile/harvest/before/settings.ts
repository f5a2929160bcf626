import type { EcosystemName } from '../../../domain/profile.ts';

/** Variables by which frameworks and toolchains are told what a test runs with, by language. Others may be anything, a secret among them. */
const NAMES: Partial<Record<EcosystemName, readonly string[]>> = {
  go: ['CGO_ENABLED', 'GOFLAGS', 'GOEXPERIMENT'],
  node: ['NODE_ENV', 'TZ'],
  python: ['DJANGO_SETTINGS_MODULE', 'PYTHONPATH', 'FLASK_ENV', 'TZ'],
  java: ['SPRING_PROFILES_ACTIVE', 'TZ'],
  kotlin: ['SPRING_PROFILES_ACTIVE', 'TZ'],
  dotnet: ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'],
  ruby: ['RAILS_ENV', 'RACK_ENV', 'TZ'],
  php: ['APP_ENV', 'SYMFONY_DEPRECATIONS_HELPER'],
  elixir: ['MIX_ENV'],
  rust: ['SQLX_OFFLINE', 'RUSTDOCFLAGS'],
};

/** All of them. */
export const TEST_SETTINGS: readonly string[] = [...new Set(Object.values(NAMES).flat())];

/** How tests are started, by language. */
const TESTS: Partial<Record<EcosystemName, RegExp>> = {
  // With a pattern that no name is like, only benchmarks run. (go help testflag)
  go: /^(?:go test|gotestsum)\b(?!.*\s-run[= ]['"]?\^\$)/,
  // What a browser does with the whole system are no tests of a package.
  node: /^(?:npm|pnpm|yarn|bun|npx|node)\b.*\s(?<!\bplaywright )(?:run )?(?:test(?::[\w:-]+)?|vitest|jest|mocha)(?=\s|$)/,
  python: /\b(?:pytest|unittest|manage\.py test|tox|nox)\b/,
  java: /^(?:\.\/)?(?:mvnw?|gradlew?) (?!.*(?:skipTests|-x test|maven\.test\.skip)).*\b(?:test|verify|check|build|package)\b/,
  kotlin: /^(?:\.\/)?gradlew? (?!.*-x test).*\b(?:test|check|build)\b/,
  dotnet: /^dotnet test\b/,
  ruby: /(?:^|[\s/])(?:rspec|rake(?: (?:[\w-]{1,40}:){0,3}(?:test|r?spec)(?:\[[^\]]{0,300}\])?)?|(?:rails|m) test(?:\S*))(?=\s*$|\s+-)/,
  php: /(?:^|[\s/])(?:phpunit|simple-phpunit|pest|paratest)(?=\s|$)|\bartisan test\b|^composer (?:run |run-script )?[\w:-]{0,40}test(?![a-z])/,
  elixir: /^mix .*\btest\b/,
  rust: /^cargo (?:test|nextest run)\b/,
  scala: /^(?:\.\/)?(?:sbt|sbtn|mill)\b.*(?:^|[\s"';/.])(?:test|testQuick|testFull)(?=$|[\s"';])/,
  swift: /^swift test\b/,
  cpp: /^(?:ctest|meson test|(?:make|ninja)(?: -\S+)* (?:test|check))(?=\s|$)|^(?:bash |sh )?(?:\.\/)?(?:[\w-]+\/)*(?:run[-_])?tests?\.sh(?=\s|$)/,
};

/** Whether a command runs tests of that language. The names in its expressions say nothing of it. */
export function isTestOf(ecosystem: EcosystemName, run: string): boolean {
  return TESTS[ecosystem]?.test(run.replace(/\$\{\{[^{}]{0,400}\}\}/g, '$_')) ?? false;
}

/** Whether it is one of these settings for that language, with a plain value. */
export function isSetting(ecosystem: EcosystemName, [name, value]: readonly [name: string, value: string]): boolean {
  const isKnown = (NAMES[ecosystem]?.includes(name) ?? false) && /^[\w./:,= +-]{0,200}$/.test(value);
  return isKnown && !isProduction(name, value) && (name !== 'GOFLAGS' || GO_FLAGS.test(value));
}

/** Flags by which Go builds; others choose what is tested, or by what program. */
const GO_FLAGS = /^(?:-(?:mod|tags|race|buildvcs|trimpath)(?:=[\w,.-]{1,80})?(?: |$)){0,8}$/;

/** No test runs with the settings of what people use. */
export function isProduction(name: string, value: string): boolean {
  return (
    /(?:_ENV|ENVIRONMENT|PROFILES?_ACTIVE|^ENV|_MODULE|SETTINGS)/.test(name) &&
    /(?:^|[,._-])prod(?:uction)?(?:$|[,._-])/i.test(value)
  );
}
