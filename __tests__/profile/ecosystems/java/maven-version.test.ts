import { describe, expect, it } from 'vitest';
import { java } from '../../../../src/profile/ecosystems/java.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne } from '../../detecting.ts';
import { modules, parent, plugin, pom, properties } from './pom-text.ts';

async function versionOf(files: MemoryFiles): Promise<[string | undefined, ...string[]]> {
  const { version } = await detectOne(java, files);
  return [version?.value, ...cited(version)];
}

const compiler = (settings: string) => plugin('maven-compiler-plugin', `<configuration>${settings}</configuration>`);

describe("Maven's JDK", () => {
  it('is the release of the compiler before everything else in the pom', async () => {
    const all = properties({
      'java.version': '17',
      'maven.compiler.source': '11',
      'maven.compiler.release': '21',
    });
    expect(await versionOf({ 'pom.xml': pom('a', all, compiler('<release>8</release>')) })).toEqual([
      '21',
      'pom.xml:6',
    ]);
  });

  it.each([
    ['the setting of the plugin', compiler('<release>17</release>'), '17'],
    ["the property of Micronaut's template", properties({ 'jdk.version': '21', 'release.version': '21' }), '21'],
    ["Spring Boot's property", properties({ 'java.version': '17' }), '17'],
    ['the source level', properties({ 'maven.compiler.source': '11' }), '11'],
    ['the plugin’s source level', compiler('<source>11</source><target>11</target>'), '11'],
    ["Kotlin's target", properties({ 'kotlin.compiler.jvmTarget': '17' }), '17'],
    ['the old name of Java 8', properties({ 'java.version': '1.8' }), '8'],
  ])('may be %s', async (_, content, value) => {
    expect((await versionOf({ 'pom.xml': pom('a', content) }))[0]).toBe(value);
  });

  it.each([
    ['[17,22)', '17'],
    ['21', '21'],
    ['[1.8,)', '11'],
    ['(,20]', '11'],
    ['${jdk.build}', '25'],
  ])('is no older than %s, which the enforcer asks for', async (range, value) => {
    const rule = `<rules><requireJavaVersion><version>${range}</version></requireJavaVersion></rules>`;
    const content = properties({ 'java.version': '11', 'jdk.build': '25' });
    for (const inside of [rule, `<executions><execution>${rule}</execution></executions>`]) {
      const asked = plugin('maven-enforcer-plugin', inside.replace(rule, `<configuration>${rule}</configuration>`));
      expect((await versionOf({ 'pom.xml': pom('a', content, asked) }))[0]).toBe(value);
    }
  });

  it.each([
    ['17', '17'],
    ['8', '11'],
  ])(
    'is %s of the pipelines that build by it only where that is newer than what it is compiled for',
    async (setUp, value) => {
      const workflow = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/setup-java@v5\n        with: { java-version: ${setUp} }\n      - run: mvn -B verify\n`;
      const files = { 'pom.xml': pom('a', properties({ 'java.version': '11' })), '.github/workflows/ci.yml': workflow };
      expect((await versionOf(files))[0]).toBe(value);
    },
  );

  const workflow = (setUp: string) => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/setup-java@v5\n        with: { java-version: ${setUp} }\n      - run: mvn -B verify\n`,
  });
  const preview = compiler('<compilerArgs>--enable-preview</compilerArgs>');

  it.each([
    ['14', '14.0.2', ['14.0.2', '.github/workflows/ci.yml:7']],
    ['17', '17.0.9', ['17', 'pom.xml:4']],
    ['16', '14', ['16', 'pom.xml:4']],
  ])('compiled for %s is as pipelines set up %s where it has no long-term support', async (release, setUp, version) => {
    const files = { 'pom.xml': pom('a', properties({ 'java.version': release })), ...workflow(setUp) };
    expect(await versionOf(files)).toEqual(version);
  });

  it.each([
    [['pom.xml:6'], '14', preview, {}],
    [[], '14', '', {}],
    [[], '17', preview, {}],
    [[], '14', preview, workflow('14')],
  ])('is warned about at %j for %s', async (places, release, more, files) => {
    const text = pom('a', properties({ 'java.version': release }), more);
    const { warnings } = await detect(java, { 'pom.xml': text, ...files });
    expect(warnings.map(({ file, line }) => `${file}:${line}`)).toEqual(places);
    for (const { message } of warnings) expect(message).toContain('--enable-preview is for Java 14 alone');
  });

  it('is found behind properties, and the line that bears it is cited first', async () => {
    const chain = properties({ 'maven.compiler.release': '${java.version}', 'java.version': '${jdk}', jdk: '21' });
    expect(await versionOf({ 'pom.xml': pom('a', chain) })).toEqual(['21', 'pom.xml:6', 'pom.xml:5', 'pom.xml:4']);
  });

  it("is the parent's where the child says nothing, with the child's property in it", async () => {
    const files = {
      'parent/pom.xml': pom('base', compiler('<release>${jdk}</release>'), properties({ jdk: '11' })),
      'pom.xml': pom('a', parent('base', 'parent'), properties({ jdk: '17' })),
    };
    const { units } = await detect(java, files);
    expect(units.map(({ version }) => [version?.value, ...cited(version)])).toEqual([
      ['11', 'parent/pom.xml:5', 'parent/pom.xml:3'],
      ['17', 'pom.xml:5', 'parent/pom.xml:3'],
    ]);
  });

  it('is the newest of the modules, for it compiles the older ones too', async () => {
    const files = {
      'pom.xml': pom('shop', modules('a', 'b'), properties({ 'java.version': '11' })),
      'a/pom.xml': pom('a', parent('shop')),
      'b/pom.xml': pom('b', parent('shop'), properties({ 'java.version': '17' })),
    };
    expect(await versionOf(files)).toEqual(['17', 'b/pom.xml:5']);
  });

  it('is not taken from a property that refers to itself, which is said', async () => {
    const { units, warnings } = await detect(java, {
      'pom.xml': pom('x', properties({ 'java.version': '${a}', a: '${b}', b: '${a}' })),
    });
    expect(units[0]?.version).toBeNull();
    expect(warnings).toEqual([
      { file: 'pom.xml', line: 6, message: 'the property a refers to itself; it is left out.' },
    ]);
  });

  it('is not taken from what the repository does not hold', async () => {
    expect(await versionOf({ 'pom.xml': pom('x', properties({ 'java.version': '${env.JDK}' })) })).toEqual([undefined]);
    expect(await versionOf({ 'pom.xml': pom('x', properties({ 'java.version': 'latest' })) })).toEqual([undefined]);
    expect(await versionOf({ 'pom.xml': pom('x', properties({ 'java.version': '&jdk;' })) })).toEqual([undefined]);
  });

  it('is not searched for along a hundred thousand properties, nor multiplied by them', async () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => `<p${n}>\${p${n + 1}}</p${n}>`).join('');
    const doubling = Array.from({ length: 60 }, (_, n) => `<d${n}>\${d${n + 1}}\${d${n + 1}}</d${n}>`).join('');
    const text = `<properties><java.version>\${p0}</java.version><maven.compiler.source>\${d0}</maven.compiler.source>${chain}${doubling}</properties>`;
    expect(await versionOf({ 'pom.xml': pom('x', text) })).toEqual([undefined]);
  });

  it.each([
    ['.java-version', '21.0.5\n', '21.0.5'],
    ['.java-version', 'temurin-17.0.9+9\n', '17.0.9'],
    ['.java-version', '1.8\n', '8'],
    ['.sdkmanrc', '# comment\njava=21.0.5-tem\n', '21.0.5'],
    ['.tool-versions', 'nodejs 22.1.0\njava temurin-21.0.5+11.0.LTS\n', '21.0.5'],
    ['.tool-versions', 'java graalvm-22.3.1+java17\n', '17'],
    ['.tool-versions', 'java semeru-openj9-17.0.9+9_openj9-0.41.0\n', '17.0.9'],
  ])('is first of all what a tool file pins: %s with %j', async (name, content, value) => {
    const [found, where] = await versionOf({
      [name]: content,
      'cart/pom.xml': pom('cart', properties({ 'java.version': '11' })),
    });
    expect([found, where?.split(':')[0]]).toEqual([value, name]);
  });

  it.each([
    ['FROM maven:3.9.9-eclipse-temurin-21 AS build\nFROM eclipse-temurin:17-jre\n', '21', 'Dockerfile:1'],
    ['ARG JDK=17\nFROM --platform=$BUILDPLATFORM eclipse-temurin:${JDK}-jdk\n', '17', 'Dockerfile:1'],
    ['FROM node:22\nFROM docker.io/library/maven:3-amazoncorretto-17\n', '17', 'Dockerfile:2'],
  ])('is last of all what the Dockerfile builds with: %j', async (text, value, where) => {
    expect(await versionOf({ 'pom.xml': pom('x'), Dockerfile: text })).toEqual([value, where]);
  });

  it("is not another folder's, nor that of another file", async () => {
    const files = {
      'a/pom.xml': pom('a'),
      'b/Dockerfile': 'FROM maven:3-jdk-17\n',
      'a/notes.txt': 'FROM maven:3-jdk-17\n',
    };
    expect(await versionOf(files)).toEqual([undefined]);
  });

  it('is nothing where nothing says it', async () => {
    expect(await versionOf({ 'pom.xml': pom('x'), Dockerfile: 'FROM maven:3.9\n' })).toEqual([undefined]);
  });
});
