import { describe, expect, it } from 'vitest';
import { java } from '../../../../src/profile/ecosystems/java.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detectOne } from '../../detecting.ts';

async function versionOf(files: MemoryFiles): Promise<(string | undefined)[]> {
  const { version } = await detectOne(java, files);
  return [version?.value, ...cited(version)];
}

function wrapper(version: string): MemoryFiles {
  return {
    gradlew: { executable: '#!/bin/sh' },
    'gradle/wrapper/gradle-wrapper.jar': '',
    'gradle/wrapper/gradle-wrapper.properties': `#x\ndistributionUrl=https\\://services.gradle.org/distributions/gradle-${version}-bin.zip\n`,
  };
}

/** A release that runs on each JDK from 8 to 23: only what the build asks for decides. */
const SETTLED = { 'gradle/wrapper/gradle-wrapper.properties': 'distributionUrl=https\\://a/gradle-8.10-bin.zip\n' };

describe("Gradle's JDK", () => {
  it.each([
    ['11', '17'],
    ['21', '21'],
  ])('of %s without a wrapper is one that the Gradle of the runners starts on: %s', async (written, value) => {
    expect(await versionOf({ 'build.gradle': `sourceCompatibility = ${written}` })).toEqual([value, 'build.gradle:1']);
  });

  it('goes by a wrapper that lacks its other half, too, whose release is said', async () => {
    const { version, versions } = await detectOne(java, {
      'build.gradle': 'jvmToolchain(11)',
      gradlew: '',
      ...SETTLED,
    });
    expect([version?.value, versions.map(({ tool, value }) => `${tool} ${value}`)]).toEqual(['11', ['gradle 8.10']]);
  });

  it.each([
    ['java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }', '21'],
    ['languageVersion.set(JavaLanguageVersion.of(17))', '17'],
    ["languageVersion.set(JavaLanguageVersion.of('17'))", '17'],
    ['kotlin { jvmToolchain(21) }', '21'],
    ["sourceCompatibility = '1.8'", '8'],
    ['sourceCompatibility = 1.8', '8'],
    ['targetCompatibility JavaVersion.VERSION_1_8', '8'],
    ['sourceCompatibility = JavaVersion.VERSION_17', '17'],
    ['sourceCompatibility = JavaVersion.toVersion("17")', '17'],
    ['options.release.set(11)', '11'],
    ['options.release = 11', '11'],
    ['jvmTarget.set(JvmTarget.JVM_17)', '17'],
    ['kotlinOptions { jvmTarget = "11" }', '11'],
    ['// jvmToolchain(21)', undefined],
    ['if (sourceCompatibility == 21) {}', undefined],
    ['jvmToolchain(computed())', undefined],
    ['kotlin { jvmToolchain(8) }', '8'],
  ])('of %j is %s', async (script, value) => {
    expect((await versionOf({ 'build.gradle': script, ...(value === undefined ? {} : SETTLED) }))[0]).toBe(value);
  });

  it.each([
    ['val javaVersion = 21\njvmToolchain(javaVersion)', ['21', 'build.gradle.kts:1', 'build.gradle.kts:2']],
    ['def jdk = "17"\nsourceCompatibility = jdk', ['17', 'build.gradle.kts:1', 'build.gradle.kts:2']],
    ['ext { jdk = 17 }\nsourceCompatibility = jdk', ['17', 'build.gradle.kts:1', 'build.gradle.kts:2']],
    ['set("jdk", 17)\nsourceCompatibility = jdk', ['17', 'build.gradle.kts:1', 'build.gradle.kts:2']],
    ['call(jdk, 17)\nsourceCompatibility = jdk', [undefined]],
    ['extra["jdk"] = 17\njvmToolchain(extra["jdk"] as Int)', ['17', 'build.gradle.kts:1', 'build.gradle.kts:2']],
    ['jvmToolchain(libs.versions.java.get().toInt())', ['21', 'gradle/libs.versions.toml:2', 'build.gradle.kts:1']],
    ['jvmToolchain(property("shop.jdk").toString().toInt())', ['11', 'gradle.properties:2', 'build.gradle.kts:1']],
  ])('is followed by name to the line that bears it: %j', async (script, expected) => {
    const files = {
      ...(expected[0] === undefined ? {} : SETTLED),
      'gradle/libs.versions.toml': '[versions]\njava = "21"\n',
      'gradle.properties': 'org.gradle.jvmargs=-Xmx2g\nshop.jdk=11\n',
    };
    expect(await versionOf({ 'build.gradle.kts': script, ...files })).toEqual(expected);
  });

  it('is what pipelines build with where nothing else says one: of a matrix the newest', async () => {
    const workflow = (versions: string, run = './gradlew build') =>
      `on: push\njobs:\n  a:\n    strategy: { matrix: { java: [${versions}] } }\n    steps:\n      - { uses: a/b@v1, with: { java-version: "\${{ matrix.java }}" } }\n      - run: ${run}\n`;
    const file = '.github/workflows/ci.yml';
    const files = { 'build.gradle': '', ...wrapper('8.10') };
    expect(await versionOf({ ...files, [file]: workflow('17') })).toEqual(['17', `${file}:6`]);
    expect(await versionOf({ ...files, [file]: workflow('17, 21, 11') })).toEqual(['21', `${file}:6`]);
    expect(await versionOf({ ...files, Dockerfile: 'FROM eclipse-temurin:11\n', [file]: workflow('17') })).toEqual([
      '11',
      'Dockerfile:1',
    ]);
  });

  it('is found in good time where a script was written to hold us up', async () => {
    const hostile = ['a.'.repeat(200_000), '"'.repeat(200_000), '/*'.repeat(100_000)].join('\n');
    expect(await versionOf({ 'build.gradle': `jvmToolchain(17)\n${hostile}` })).toEqual(['17', 'build.gradle:1']);
  });

  it('is the toolchain before the oldest release that the result runs on', async () => {
    expect(await versionOf({ 'build.gradle': 'sourceCompatibility = 11\njvmToolchain(17)' })).toEqual([
      '17',
      'build.gradle:2',
    ]);
  });

  it('is the newest of all projects, convention scripts of buildSrc included', async () => {
    const files = {
      'settings.gradle.kts': '',
      'a/build.gradle.kts': 'kotlin { jvmToolchain(11) }',
      'buildSrc/src/main/kotlin/shop.gradle.kts': 'kotlin {\n  jvmToolchain(17)\n}',
    };
    expect(await versionOf(files)).toEqual(['17', 'buildSrc/src/main/kotlin/shop.gradle.kts:2']);
  });

  it('is first what Gradle itself is told to run in', async () => {
    const files = {
      'build.gradle': 'jvmToolchain(17)',
      'gradle/gradle-daemon-jvm.properties': '#made by Gradle\ntoolchainVersion=21\n',
    };
    expect(await versionOf(files)).toEqual(['21', 'gradle/gradle-daemon-jvm.properties:2']);
  });

  it('is before all what a tool file pins', async () => {
    const files = { 'a/build.gradle': 'jvmToolchain(17)', '.java-version': '25\n' };
    expect(await versionOf(files)).toEqual(['25', '.java-version:1']);
  });

  it("is last of all the Dockerfile's, and never the version of Gradle in an image's tag", async () => {
    expect(await versionOf({ 'build.gradle': '', Dockerfile: 'FROM gradle:8.5-jdk21 AS build\n' })).toEqual([
      '21',
      'Dockerfile:1',
    ]);
    expect(await versionOf({ 'build.gradle': '', Dockerfile: 'FROM gradle:8.5\n' })).toEqual([undefined]);
  });
});

describe('The JDK that the wrapper can run on', () => {
  const both = ['build.gradle:1', 'gradle/wrapper/gradle-wrapper.properties:2'];

  it.each([
    ['6.9.1', 'sourceCompatibility = 1.8', ['8', 'build.gradle:1']],
    ['8.14.5', 'sourceCompatibility = 21', ['21', 'build.gradle:1']],
    ['9.0.0', 'sourceCompatibility = 11', ['17', ...both]],
    ['7.6', 'jvmToolchain(21)', ['17', ...both]],
    ['9.9', 'jvmToolchain(30)', ['30', 'build.gradle:1']],
    ['6.9.1', '', ['11', 'gradle/wrapper/gradle-wrapper.properties:2']],
    ['8.5', '', ['21', 'gradle/wrapper/gradle-wrapper.properties:2']],
    ['8.2', "id 'com.android.application'; sourceCompatibility = 11", ['17', ...both]],
    ['7.4', "id 'java'; sourceCompatibility = 8", ['8', 'build.gradle:1']],
    ['8.2', "id 'java'; id 'com.android.library'; sourceCompatibility = 11", ['17', ...both]],
    ['7.4', "id 'com.android.application'; sourceCompatibility = 8", ['11', ...both]],
  ])('is taken where the one asked for is not: Gradle %s with %j', async (gradle, script, expected) => {
    expect(await versionOf({ 'build.gradle': script, ...wrapper(gradle) })).toEqual(expected);
  });

  it('is told together with the version of Gradle', async () => {
    const { versions } = await detectOne(java, { 'build.gradle': '', ...wrapper('8.14.5') });
    expect(versions).toMatchObject([{ tool: 'gradle', value: '8.14.5' }]);
  });
});

describe('The JDK that a workflow sets up', () => {
  const workflow = (java: string, run: string) => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n      - { uses: actions/setup-java@v5, with: { java-version: ${java} } }\n      - run: ${run}\n`,
  });
  const OLDEST = { 'build.gradle': 'sourceCompatibility = 17' };

  it('to build with is taken rather than the oldest that the result runs on', async () => {
    expect(await versionOf({ ...OLDEST, ...workflow('21', './gradlew build') })).toEqual([
      '21',
      '.github/workflows/ci.yml:5',
    ]);
  });

  it.each([
    ['it is older', OLDEST, workflow('11', './gradlew build')],
    ['workflows do not agree', OLDEST, workflow('"${{ matrix.java }}"', './gradlew build')],
    [
      'the build names what compiles it',
      { 'build.gradle': 'kotlin { jvmToolchain(17) }' },
      workflow('21', 'gradle build'),
    ],
  ])('is not where %s', async (_, files, more) => {
    expect(await versionOf({ ...files, ...more })).toEqual(['17', 'build.gradle:1']);
  });
});
