import { describe, expect, it } from 'vitest';
import { java } from '../../../../src/profile/ecosystems/java.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { profiled } from '../../profiled.ts';

const TEST = { 'src/test/java/org/shop/CartTest.java': '' };
const WRAPPER = { 'gradle/wrapper/gradle-wrapper.jar': '', gradlew: { executable: '#!/bin/sh' } };

async function directories(files: MemoryFiles): Promise<string[]> {
  return (await detect(java, files)).units.map(({ directory }) => directory).sort();
}

describe('A Gradle build', () => {
  it('is a folder with a settings script, its projects included', async () => {
    const files = { 'settings.gradle': "include 'cart'", 'cart/build.gradle': '', 'web/build.gradle.kts': '' };
    expect(await directories(files)).toEqual(['.']);
  });

  it('without settings is the outermost folder with a build script', async () => {
    expect(await directories({ 'a/build.gradle': '', 'a/b/build.gradle': '', 'c/build.gradle.kts': '' })).toEqual([
      'a',
      'c',
    ]);
  });

  it('may stand below another one that does not include it', async () => {
    expect(await directories({ 'settings.gradle': '', 'tools/settings.gradle.kts': '' })).toEqual(['.', 'tools']);
  });

  it('takes buildSrc and the builds that it includes below it for parts', async () => {
    const files = {
      'settings.gradle.kts': 'pluginManagement {\n  includeBuild("build-logic")\n}',
      'build-logic/settings.gradle.kts': '',
      'buildSrc/settings.gradle.kts': '',
      'buildSrc/build.gradle.kts': '',
    };
    expect(await directories(files)).toEqual(['.']);
  });

  it('depends on a build beside it that it includes, and on a project that lies outside', async () => {
    const { units } = await detect(java, {
      'app/settings.gradle': "includeBuild '../lib'\nproject(':x').projectDir = new File(settingsDir, '../x')",
      'lib/settings.gradle': '',
    });
    expect(units.map(({ directory, dependsOn, alsoOwns }) => ({ directory, dependsOn, alsoOwns }))).toEqual([
      { directory: 'app', dependsOn: ['lib', 'x'], alsoOwns: ['lib/**', 'x/**'] },
      { directory: 'lib', dependsOn: [], alsoOwns: [] },
    ]);
  });

  it('may leave what npm installs out of something', async () => {
    const script = "spotless { format 'misc', { targetExclude '**/node_modules/**' } }";
    expect(await directories({ 'build.gradle': script })).toEqual(['.']);
    expect(await directories({ 'build.gradle': "apply from: '../node_modules/@a/b/c.gradle'" })).toEqual([]);
  });

  it('checks and assembles; there is nothing to install', async () => {
    const unit = await detectOne(java, {
      'build.gradle': "plugins { id 'java' }",
      'settings.gradle': "\nrootProject.name = 'cart'",
      ...TEST,
      ...WRAPPER,
    });
    expect(typed(unit)).toEqual({ install: [], lint: [], test: ['./gradlew check'], build: ['./gradlew assemble'] });
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['settings.gradle:2', 'gradlew:1']);
    expect(unit).toMatchObject({ manager: 'gradle', ecosystem: 'java', lockfile: null });
  });

  it.each([
    ['./gradlew test', './gradlew test', ['lint: ./gradlew check -x test']],
    ['./gradlew --no-daemon clean test', './gradlew test', ['lint: ./gradlew check -x test']],
    ['./gradlew build', './gradlew check', []],
    ['./gradlew test && ./gradlew spotlessCheck check', './gradlew check', []],
    ['./gradlew test --tests Smoke', './gradlew check', []],
    ['./gradlew test integrationTest', './gradlew check', []],
    ['./gradlew test -x :web:test', './gradlew check', []],
  ])('is tested by `test` alone where that is all that pipelines start: %s', async (run, test, lint) => {
    const profile = await profiled({
      'build.gradle': "plugins {\n  id 'java'\n  id 'com.diffplug.spotless' version '7.0.0'\n}",
      '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n      - run: ${run}\n`,
      ...TEST,
      ...WRAPPER,
    });
    const [unit] = profile.units;
    expect([
      unit?.commands.test.map((it) => it.run),
      unit?.commands.lint.map((it) => `${it.check}: ${it.run}`),
    ]).toEqual([[test], lint]);
  });

  it('is built by the task that makes what its image holds', async () => {
    const files = { 'settings.gradle': '', 'build.gradle': '' };
    const built = async (line: string) =>
      detectOne(java, { ...files, Dockerfile: `FROM gradle:8\n${line}\nCOPY a b\n` });
    const unit = await built('RUN gradle --no-daemon -x test installDist');
    expect(typed(unit).build).toEqual(['gradle installDist']);
    expect(cited(unit.commands.build[0] ?? null)).toContain('Dockerfile:2');
    expect(typed(await built('RUN gradle downloadRepos && ./gradlew :cart:bootJar')).build).toEqual([
      'gradle assemble',
    ]);
    expect(typed(await built('# RUN gradle installDist')).build).toEqual(['gradle assemble']);
  });

  it('has no test where there is no source of one, or only one that needs a device', async () => {
    const files = { 'settings.gradle': '', 'src/main/java/A.java': '', 'src/androidTest/java/ATest.java': '' };
    expect(typed(await detectOne(java, files))).toMatchObject({ test: [], build: ['gradle assemble'] });
  });

  it('does not take the tests of a build below for its own', async () => {
    const files = {
      'settings.gradle': '',
      'a/settings.gradle': '',
      'b/settings.gradle': '',
      'a/src/test/java/ATest.java': '',
    };
    const { units } = await detect(java, files);
    expect(units.map((unit) => [unit.directory, typed(unit).test.length])).toEqual([
      ['a', 1],
      ['b', 0],
      ['.', 0],
    ]);
  });

  it.each([
    'src/test/kotlin/ATest.kt',
    'core/src/commonTest/kotlin/ATest.kt',
    'src/integrationTest/groovy/A.groovy',
    'src/test/java/com/example/ATest.java',
  ])('has tests by %s', async (path) => {
    expect(typed(await detectOne(java, { 'settings.gradle': '', [path]: '' })).test).toEqual(['gradle check']);
  });

  it('goes through its wrapper, which needs no executable bit but its jar', async () => {
    const plain = await detectOne(java, { 'settings.gradle': '', ...WRAPPER, gradlew: '#!/bin/sh' });
    expect(typed(plain).build).toEqual(['sh gradlew assemble']);
    const { units, warnings } = await detect(java, { 'settings.gradle': '', gradlew: '#!/bin/sh' });
    expect(units.map((unit) => typed(unit).build)).toEqual([['gradle assemble']]);
    expect(warnings).toMatchObject([{ file: 'gradlew', line: 1 }]);
  });

  it('has a lock file where Gradle wrote one', async () => {
    expect(await detectOne(java, { 'a/settings.gradle': '', 'a/gradle.lockfile': '' })).toMatchObject({
      lockfile: 'a/gradle.lockfile',
    });
  });

  it('of React Native or Flutter is left out, and that is said', async () => {
    const { units, warnings } = await detect(java, {
      'android/settings.gradle': 'pluginManagement {\n  includeBuild("../node_modules/@react-native/gradle-plugin")\n}',
      'android/app/build.gradle': "apply plugin: 'com.android.application'",
    });
    expect(units).toEqual([]);
    expect(warnings).toEqual([
      {
        file: 'android/settings.gradle',
        line: 2,
        message: 'the build takes plugins that another tool must install first (npm, Flutter); it is left out.',
      },
    ]);
  });
});

describe("A Gradle build's language", () => {
  it.each([
    ['plugins { kotlin("jvm") version "2.0.0" }', 'kotlin'],
    ["plugins {\n  id 'org.jetbrains.kotlin.jvm'\n}", 'kotlin'],
    ["apply plugin: 'kotlin-android'", 'kotlin'],
    ['plugins {\n  alias(libs.plugins.my.language)\n}', 'kotlin'],
    ["// id 'org.jetbrains.kotlin.jvm'\nplugins { id 'java' }", 'java'],
    ['/*\n  kotlin("jvm")\n*/', 'java'],
    ['plugins { `kotlin-dsl` }', 'java'],
  ])('with %j is %s', async (script, language) => {
    const catalogue = '[plugins]\nmy-language = { id = "org.jetbrains.kotlin.jvm", version = "2.0.0" }\n';
    const files = { 'build.gradle.kts': script, 'gradle/libs.versions.toml': catalogue };
    expect((await detectOne(java, files)).ecosystem).toBe(language);
  });

  it('is Kotlin where its sources are, whatever brings the plugin; those of buildSrc do not count', async () => {
    expect((await detectOne(java, { 'settings.gradle': '', 'a/src/main/kotlin/A.kt': '' })).ecosystem).toBe('kotlin');
    expect((await detectOne(java, { 'settings.gradle': '', 'buildSrc/src/main/kotlin/A.kt': '' })).ecosystem).toBe(
      'java',
    );
  });
});

describe("Gradle's linters", () => {
  it.each(['com.ncorti.ktfmt.gradle', 'io.spring.javaformat'])('are run by `check` without tests: %s', async (id) => {
    const unit = await detectOne(java, { 'build.gradle': `plugins { id '${id}' version '1' }` });
    expect(typed(unit).lint).toEqual(['lint: gradle check']);
  });

  const SPOTLESS = 'plugins {\n  id("com.diffplug.spotless") version "7.0.0"\n}';

  it('are run by check already, where there are tests', async () => {
    expect(typed(await detectOne(java, { 'build.gradle.kts': SPOTLESS, ...TEST })).lint).toEqual([]);
  });

  it.each([
    SPOTLESS,
    "plugins {\n  id 'io.gitlab.arturbosch.detekt'\n}",
    "plugins {\n  id('org.jlleitschuh.gradle.ktlint')\n}",
    'plugins {\n  checkstyle\n}',
    "\napply plugin: 'pmd'",
    'plugins {\n  alias(libs.plugins.detekt) apply false\n}',
  ])('are run by check where there are none: %j', async (script) => {
    const files = {
      'build.gradle.kts': script,
      'gradle/libs.versions.toml': '[plugins]\ndetekt = "dev.detekt:2.0.0"',
      'src/main/java/A.java': '',
    };
    const { commands } = await detectOne(java, files);
    expect(commands.lint).toMatchObject([
      { check: 'lint', run: 'gradle check', because: [{ file: 'build.gradle.kts', line: 2 }] },
    ]);
  });

  it('that check does not know have a command of their own', async () => {
    const script = "plugins {\n  id 'com.github.sherter.google-java-format' version '0.9'\n}";
    expect(typed(await detectOne(java, { 'build.gradle': script, ...TEST })).lint).toEqual([
      'format: gradle verifyGoogleJavaFormat',
    ]);
  });
});

describe("A Gradle build's dependencies", () => {
  it('are read as coordinates, as maps, and through the version catalogue', async () => {
    const script = [
      "  implementation 'org.postgresql:postgresql:42.7.4'",
      '  testImplementation(platform("org.testcontainers:testcontainers-bom:1.20.0"))',
      "  runtimeOnly group: 'com.mysql', name: 'mysql-connector-j', version: '9.0'",
      '  implementation(libs.spring.data.redis)',
      '  implementation(libs.bundles.kafka)',
      '  // implementation "com.h2database:h2:2"',
      '  url = "jdbc:postgresql://localhost/shop"',
      '  implementation "io.lettuce:lettuce-core:$lettuce", "x:y:${z}"',
    ].join('\n');
    const catalogue = [
      '[libraries]',
      'spring-data_redis = { group = "Org.Spring", name = "spring-data-redis" }',
      'kafka-clients = { module = "org.apache.kafka:kafka-clients", version = "4.0" }',
      'unused = "a:unused:1"',
      '[bundles]',
      'kafka = ["kafka-clients"]',
    ].join('\n');
    const unit = await detectOne(java, { 'build.gradle': script, 'gradle/libs.versions.toml': catalogue });
    expect(unit.dependencies.map(({ name, line }) => `${line} ${name}`)).toEqual([
      '1 postgresql',
      '1 org.postgresql:postgresql',
      '2 testcontainers-bom',
      '2 org.testcontainers:testcontainers-bom',
      '3 mysql-connector-j',
      '3 com.mysql:mysql-connector-j',
      '4 spring-data-redis',
      '4 org.spring:spring-data-redis',
      '5 kafka-clients',
      '5 org.apache.kafka:kafka-clients',
      '8 lettuce-core',
      '8 io.lettuce:lettuce-core',
      '8 y',
      '8 x:y',
    ]);
  });

  it('survive a catalogue that is no TOML, which is a warning', async () => {
    const { units, warnings } = await detect(java, {
      'build.gradle': 'implementation "a:b:1"',
      'gradle/libs.versions.toml': '[versions]\njava = 21"',
    });
    expect(units[0]?.dependencies).toHaveLength(2);
    expect(warnings).toMatchObject([{ file: 'gradle/libs.versions.toml', line: 2 }]);
  });

  it('need a group and a name', async () => {
    const catalogue = '[libraries]\na = { group = "x" }\nb = { name = "y" }\nc = "z"\n';
    const script = 'implementation(libs.a)\nimplementation(libs.b)\nimplementation(libs.c)';
    const unit = await detectOne(java, { 'build.gradle': script, 'gradle/libs.versions.toml': catalogue });
    expect(unit.dependencies).toEqual([]);
  });

  it('survive a catalogue of wrong types', async () => {
    const catalogue = 'versions = 3\nlibraries = ["x"]\n[plugins]\na = 1\n[bundles]\nb = "c"';
    const script = 'implementation(libs.x)\njvmToolchain(libs.versions.java.get())\nalias(libs.plugins.a)';
    const unit = await detectOne(java, { 'build.gradle': script, 'gradle/libs.versions.toml': catalogue });
    expect(unit).toMatchObject({ dependencies: [], version: null });
  });
});

describe('A repository of packages', () => {
  const warningsOf = async (script: string) => {
    const { warnings } = await detect(java, { 'settings.gradle.kts': '', 'build.gradle.kts': script, ...WRAPPER });
    return warnings.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  };
  const repository = (login: string) =>
    `repositories {\n  mavenCentral()\n  maven {\n    url = uri("https://packages.example/maven")\n    ${login}\n  }\n}\n`;
  const MESSAGE = 'packages come from a repository that asks for a login, which no job has: what needs them fails.';

  it.each([
    'credentials {\n      username = user\n      password = token\n    }',
    'credentials { username = providers.gradleProperty("user").get(); password = key }',
    'credentials {\n      username "ci"\n      password System.getenv("KEY")\n    }',
    'credentials(PasswordCredentials::class)',
    'credentials(HttpHeaderCredentials::class) {\n      name = "Job"\n      value = System.getenv("KEY")\n    }',
  ])('that asks for a login is said: %s', async (login) => {
    expect(await warningsOf(repository(login))).toEqual([`build.gradle.kts:3: ${MESSAGE}`]);
  });

  it.each([
    ['asks for none', repository('')],
    ['says the login', repository('credentials {\n      username = "all"\n      password = "all"\n    }')],
    ['is one to publish to', `publishing {\n${repository('credentials { username = user }')}}\n`],
    ['is commented out', repository('// credentials { username = user }')],
    [
      'is a cache of builds',
      'buildCache {\n  remote(HttpBuildCache::class) {\n    credentials { username = user }\n  }\n}\n',
    ],
  ])('is not warned of where it %s', async (_, script) => expect(await warningsOf(script)).toEqual([]));
});
