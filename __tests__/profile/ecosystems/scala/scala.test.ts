import { describe, expect, it } from 'vitest';
import { scala } from '../../../../src/profile/ecosystems/scala.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

const plugins = (...names: readonly string[]) => ({
  'project/plugins.sbt': names.map((name) => `addSbtPlugin("org.a" % "${name}" % "1.0")\n`).join(''),
});

const workflow = (...runs: readonly string[]) => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

const APP = {
  'build.sbt':
    '// scalaVersion := "2.11.1"\nThisBuild / scalaVersion := "3.3.6"\nlibraryDependencies += "org.postgresql" % "postgresql" % "42"\n',
  'project/build.properties': '# chosen\nsbt.version=1.10.7\n',
  'core/src/test/scala/ASpec.scala': '',
};

describe('A build of sbt', () => {
  it('is tested and compiled by its own tasks', async () => {
    const unit = await detectOne(scala, APP);
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'scala', manager: 'sbt', lockfile: null });
    expect(typed(unit)).toEqual({ install: [], lint: [], test: ['sbt test'], build: ['sbt compile'] });
    expect(cited(unit.commands.test[0] ?? null)).toEqual([
      'project/build.properties:2',
      'core/src/test/scala/ASpec.scala:1',
    ]);
    expect(unit.version).toMatchObject({ tool: 'scala', value: '3.3.6', because: [{ file: 'build.sbt', line: 2 }] });
    expect(unit.versions).toMatchObject([{ tool: 'sbt', value: '1.10.7' }]);
    expect(unit.dependencies.map(({ name, line }) => `${name}:${line}`)).toEqual([
      'postgresql:3',
      'org.postgresql:postgresql:3',
    ]);
  });

  it('is one unit with its subprojects, its own build and its scripted tests', async () => {
    const { units } = await detect(scala, {
      ...APP,
      'docs/build.sbt': '',
      'project/build.sbt': '',
      'project/project/build.properties': 'sbt.version=1.1.0',
      'plugin/src/sbt-test/a/b/build.sbt': '',
      'tool/build.sbt': '',
      'tool/project/build.properties': 'sbt.version=1.10.7',
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.', 'tool']);
    expect(typed(units[1] as never).test).toEqual([]);
  });

  it('needs no file that names a release of sbt, and starts its own script', async () => {
    const files = {
      'app/build.sbt': '',
      'app/test/ASpec.scala': '',
      'app/sbt': { executable: '' },
    };
    const unit = await detectOne(scala, files);
    expect(unit.version).toBeNull();
    expect(typed(unit).test).toEqual(['./sbt test']);
  });

  it('is none of Mill, which is said', async () => {
    const { units, warnings } = await detect(scala, { 'build.mill': '' });
    expect(units).toEqual([]);
    expect(warnings).toMatchObject([{ file: 'build.mill', line: 1 }]);
  });
});

describe('The release of Scala', () => {
  it.each([
    ['by a name', 'val v = "2.13.16"\nscalaVersion := v\n', '2.13.16', 'build.sbt:1'],
    ['by the first of several', 'crossScalaVersions := Seq("2.13.1", "3.3.0")\n', '2.13.1', 'build.sbt:1'],
    ['in the old way', 'scalaVersion in ThisBuild := "2.12.8"\n', '2.12.8', 'build.sbt:1'],
  ])('is found %s', async (_, text, value, place) => {
    const unit = await detectOne(scala, { 'build.sbt': text });
    expect(unit.version?.value).toBe(value);
    expect(cited(unit.version)[0]).toBe(place);
  });

  it('is several where the build is compiled for them, each tested', async () => {
    const text = 'lazy val a = "2.13.16"\nval all = List(a, "3.3.6")\ncrossScalaVersions := all\n';
    const unit = await detectOne(scala, { ...APP, 'build.sbt': text });
    expect(typed(unit)).toMatchObject({ test: ['sbt +test'], build: ['sbt +compile'] });
    const once = await detectOne(scala, { ...APP, 'build.sbt': 'crossScalaVersions := Seq("3.3.6")\n' });
    expect(typed(once).test).toEqual(['sbt test']);
  });

  it('is not known where a name leads to itself', async () => {
    expect((await detectOne(scala, { 'build.sbt': 'val a = b\nval b = a\nscalaVersion := a\n' })).version).toBeNull();
  });
});

describe('The JDK of a build of sbt', () => {
  const ci = (line: string) => ({ '.github/workflows/ci.yml': `jobs:\n  a:\n    ${line}\n    # sbt\n` });
  it.each([
    ['of a tool file', { '.java-version': '21', ...ci('java-version: 17') }, ['21', '.java-version:1']],
    ['of its pipeline', ci('java-version: "17"'), ['17', '.github/workflows/ci.yml:3']],
    ['of a list the newest', ci('java: [temurin@8, temurin@17, graalvm@11.0.2]'), ['17', '.github/workflows/ci.yml:3']],
    ['of its Dockerfile', { Dockerfile: 'FROM eclipse-temurin:17-jdk\n' }, ['17', 'Dockerfile:1']],
    [
      'that its sbt runs on',
      { 'project/build.properties': 'sbt.version=1.3.13' },
      ['11', 'project/build.properties:1'],
    ],
    ['of no workflow that never starts sbt', { '.github/workflows/x.yml': 'java-version: 11\n' }, []],
    ['of no expression', ci('java-version: ${{ matrix.java }}'), []],
  ])('is that %s', async (_, files, expected) => {
    const { versions } = await detectOne(scala, { ...APP, ...files });
    const java = versions.find(({ tool }) => tool === 'java');
    expect(java ? [java.value, ...cited(java)] : []).toEqual(expected);
  });
});

describe('The checks of a build of sbt', () => {
  it('are those of plugins that have settings', async () => {
    const files = { ...APP, ...plugins('sbt-scalafmt', 'sbt-scalafix', 'sbt-assembly') };
    expect(typed(await detectOne(scala, files)).lint).toEqual([]);
    const unit = await detectOne(scala, { ...files, '.scalafmt.conf': '', '.scalafix.conf': '' });
    expect(typed(unit)).toMatchObject({
      lint: ['format: sbt scalafmtCheckAll scalafmtSbtCheck', "lint: sbt 'scalafixAll --check'"],
      build: ['sbt assembly'],
    });
  });

  it('package where a project enables the plugin', async () => {
    const packager = plugins('sbt-native-packager');
    expect(typed(await detectOne(scala, { ...APP, ...packager })).build).toEqual(['sbt compile']);
    const unit = await detectOne(scala, { ...APP, ...packager, 'build.sbt': 'a.enablePlugins(JavaAppPackaging)\n' });
    expect(typed(unit).build).toEqual(['sbt stage']);
    expect(cited(unit.commands.build[0] ?? null)).toEqual(['build.sbt:1', 'project/plugins.sbt:1']);
  });

  it.each([
    ['as it is', 'sbt clean coverage test coverageReport', 'sbt clean coverage test coverageReport'],
    ['in quotes', "sbt 'clean; test' -v", "sbt 'clean; test'"],
    ['without options', 'sbt -Dsbt.color=always -mem 4096 test', 'sbt test'],
    ['behind another program, in a matrix', "'nix -c sbt ''project ${{ m.p }}'' ''++ ${{ m.s }}'' test'", 'sbt test'],
    ['by an alias', 'sbt verify', 'sbt verify'],
    ['never of one project', 'sbt core/test', 'sbt test'],
    ['never what publishes', 'sbt test publish', 'sbt test'],
    ['never what is not literal', 'sbt "test $(x)"', 'sbt test'],
  ])('keep the repository’s own call %s', async (_, call, expected) => {
    const alias = 'addCommandAlias(\n  "verify",\n  "clean; test"\n)\naddCommandAlias("verify", "clean; +test")\n';
    const unit = await detectOne(scala, { ...APP, 'build.sbt': alias, ...workflow(call) });
    expect(typed(unit).test).toEqual([expected]);
  });

  it('are those of each of several builds where the line goes there', async () => {
    const { units } = await detect(scala, {
      'a/build.sbt': '',
      'b/build.sbt': '',
      'b/src/test/scala/B.scala': '',
      ...workflow('sbt test', 'cd a && sbt multi-jvm:test', 'cd b && sbt clean test'),
    });
    expect(units.map((unit) => typed(unit).test)).toEqual([['sbt multi-jvm:test'], ['sbt clean test']]);
  });

  it('test each release that a matrix chooses', async () => {
    const files = { ...APP, 'build.sbt': 'crossScalaVersions := Seq("2.13.1", "3.3.6")\n' };
    const unit = await detectOne(scala, { ...files, ...workflow('sbt ++${{ matrix.scala }} test') });
    expect(typed(unit).test).toEqual(['sbt +test']);
    expect(cited(unit.commands.test[0] ?? null)[0]).toBe('.github/workflows/ci.yml:4');
  });

  it('keep the words of a call that check the format', async () => {
    const call = "sbt 'project /' headerCheckAll scalafmtCheckAll scalafmtSbtCheck 'scalafixAll --check'";
    expect(typed(await detectOne(scala, { ...APP, ...workflow(call) })).lint).toEqual([
      'format: sbt scalafmtCheckAll scalafmtSbtCheck',
      "lint: sbt 'scalafixAll --check'",
    ]);
  });
});
