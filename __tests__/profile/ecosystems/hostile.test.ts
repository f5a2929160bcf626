import { describe, expect, it } from 'vitest';
import { cpp } from '../../../src/profile/ecosystems/cpp.ts';
import { deno } from '../../../src/profile/ecosystems/deno.ts';
import { dotnet } from '../../../src/profile/ecosystems/dotnet.ts';
import { elixir } from '../../../src/profile/ecosystems/elixir.ts';
import { helm } from '../../../src/profile/ecosystems/helm.ts';
import { java } from '../../../src/profile/ecosystems/java.ts';
import { kustomize } from '../../../src/profile/ecosystems/kustomize.ts';
import { php } from '../../../src/profile/ecosystems/php.ts';
import { protobuf } from '../../../src/profile/ecosystems/protobuf.ts';
import { python } from '../../../src/profile/ecosystems/python.ts';
import { ruby } from '../../../src/profile/ecosystems/ruby.ts';
import { scala } from '../../../src/profile/ecosystems/scala.ts';
import { shell } from '../../../src/profile/ecosystems/shell.ts';
import { swift } from '../../../src/profile/ecosystems/swift.ts';
import { terraform } from '../../../src/profile/ecosystems/terraform.ts';
import { detect } from '../detecting.ts';

/** Repeated, these make a pattern that goes back over what it has read do so without end. */
const UNITS = [' ', 'a.', '"a":', '(', '${', 'FROM --a ', 'x = a ', '-r ', "'", '/*', 'libs.a.', '\t\n'];

const BUILD = { 'build.gradle': 'jvmToolchain(x)', gradlew: '', 'gradle/wrapper/gradle-wrapper.jar': '' };
const PROJECT = { 'requirements.txt': 'pytest\nmypy\n', 'mypy.ini': '', 'test_x.py': '' };

/** What makes a file one that is read on. */
const STARTS: Readonly<Record<string, string>> = {
  'CMakeLists.txt': 'project(a)\n',
  'meson.build': "project('a')\n",
  'configure.ac': 'AC_INIT([a])\n',
  Dockerfile: 'FROM ubuntu\n',
};

/** Just below a megabyte, which is the most that is read, in lines of nearly a thousand characters. */
function filled(unit: string): string {
  const line = `${unit.repeat(Math.floor(950 / unit.length))}\n`;
  return line.repeat(Math.floor(990_000 / line.length));
}

describe('A file that was written to hold us up', () => {
  it.each([
    'build.gradle',
    'pom.xml',
    'Dockerfile',
    'gradle.properties',
    'gradle/libs.versions.toml',
    'gradle/wrapper/gradle-wrapper.properties',
    '.github/workflows/ci.yml',
  ])('does not, as %s of a Java build', async (name) => {
    for (const unit of UNITS) await detect(java, { ...BUILD, [name]: filled(unit) });
    expect((await detect(java, { ...BUILD, 'other/pom.xml': '<project/>' })).units).toHaveLength(2);
  });

  it.each([
    'requirements.txt',
    'setup.py',
    'setup.cfg',
    'Makefile',
    'scripts/test.sh',
    '.python-version',
    'pyproject.toml',
  ])('does not, as %s of a Python project', async (name) => {
    for (const unit of UNITS) await detect(python, { ...PROJECT, [name]: filled(unit) });
    expect((await detect(python, PROJECT)).units).toHaveLength(1);
  });

  it.each(['A.csproj', 'A.sln', 'A.slnx', 'A.slnf', 'Directory.Build.props', 'global.json', 'Makefile', 'Dockerfile'])(
    'does not, as %s of .NET',
    async (name) => {
      for (const unit of UNITS) await detect(dotnet, { 'B.csproj': '<Project Sdk="x"/>', [name]: filled(unit) });
      expect((await detect(dotnet, { 'B.csproj': '<Project Sdk="x"/>' })).units).toHaveLength(1);
    },
  );

  it.each(['mix.exs', '.tool-versions', 'Makefile', 'Dockerfile'])('does not, as %s of Elixir', async (name) => {
    const project = 'use Mix.Project\n';
    for (const unit of [...UNITS, '{:a, ', 'mix credo --strict'])
      await detect(elixir, { 'b/mix.exs': project, [name]: filled(unit) });
    expect((await detect(elixir, { 'b/mix.exs': project })).units).toHaveLength(1);
  });

  it.each(['Gemfile', 'Gemfile.lock', 'a.gemspec', 'Rakefile', '.ruby-version', 'Makefile', 'Dockerfile'])(
    'does not, as %s of Ruby',
    async (name) => {
      for (const unit of [...UNITS, 'gem "a",', 'rubocop --parallel'])
        await detect(ruby, {
          'b/Gemfile': '',
          'b/a.rb': '',
          'b/bin/rails': '',
          Gemfile: '',
          'a.rb': '',
          [name]: filled(unit),
        });
      expect((await detect(ruby, { Gemfile: '', 'a.rb': '' })).units).toHaveLength(1);
    },
  );

  it.each(['composer.json', '.php-version', 'Makefile', 'Dockerfile'])('does not, as %s of PHP', async (name) => {
    const files = { 'b/composer.json': '{}', 'b/a.php': '', 'bin/console': '' };
    for (const unit of [...UNITS, 'bin/console lint:a ', 'composer validate --a'])
      await detect(php, { ...files, [name]: filled(unit) });
    expect((await detect(php, files)).units).toHaveLength(1);
  });

  it.each(['main.tf', 'a.tftest.hcl', '.terraform-version', '.pre-commit-config.yaml', 'Makefile'])(
    'does not, as %s of Terraform',
    async (name) => {
      for (const unit of [...UNITS, 'source = "./', 'required_version ='])
        await detect(terraform, { 'b/main.tf': '', [name]: filled(unit) });
      expect((await detect(terraform, { 'b/main.tf': '' })).units).toHaveLength(1);
    },
  );

  it.each(['build.sbt', 'project/plugins.sbt', 'project/build.properties', 'Makefile', 'Dockerfile'])(
    'does not, as %s of Scala',
    async (name) => {
      const files = { 'b/build.sbt': '', 'src/test/scala/A.scala': '', '.scalafmt.conf': '' };
      const units = [
        'sbt test ',
        'sbt a ',
        'addCommandAlias("a", "b")',
        "sbt 'a' ",
        'val a = b.',
        'scalaVersion := a',
        '"a" % "b" % ',
        'addSbtPlugin("a" % ',
      ];
      for (const unit of [...UNITS, ...units, 'java: 1.8, ', 'enablePlugins(a'])
        await detect(scala, { ...files, [name]: filled(unit) });
      expect((await detect(scala, files)).units).toHaveLength(1);
    },
  );

  it.each(['Package.swift', '.swift-version', '.github/workflows/ci.yml', 'Makefile', 'Dockerfile'])(
    'does not, as %s of Swift',
    async (name) => {
      const files = {
        'b/Package.swift': '// swift-tools-version:5.9\n',
        'b/Tests/A/A.swift': '',
        'b/.swift-format': '',
      };
      const units = ['.package(url: "', 'platforms: [', '.iOS(', 'swift test ', 'swift:1.', '- run: swift test\n'];
      for (const unit of [...UNITS, ...units])
        await detect(swift, { ...files, [name]: `// swift-tools-version:5.9\n${filled(unit)}` });
      expect((await detect(swift, files)).units).toHaveLength(1);
    },
  );

  it.each([
    'CMakeLists.txt',
    'CMakePresets.json',
    'conanfile.txt',
    'vcpkg.json',
    'meson.build',
    'configure.ac',
    'Makefile',
    'Dockerfile',
    '.gitmodules',
    '.github/workflows/ci.yml',
  ])('does not, as %s of C++', async (name) => {
    const files = { 'b/CMakeLists.txt': 'project(a)\n', 'b/a.c': '', 'b/Makefile': '\t$(CC)\n', 'a.c': '' };
    const units = [
      'find_package(a ',
      'option(a_BUILD_TEST ',
      'apt install ',
      "dependency('a'",
      'FROM ubuntu\n',
      'path = a',
    ];
    for (const unit of [...UNITS, ...units])
      await detect(cpp, { ...files, [name]: `${STARTS[name] ?? ''}${filled(unit)}` });
    expect((await detect(cpp, files)).units).toHaveLength(1);
  });

  it.each(['deno.json', '.dvmrc', 'Makefile', 'Dockerfile'])('does not, as %s of Deno', async (name) => {
    const files = { 'b/deno.json': '{"tasks":{"a":"deno task a && deno lint"}}', 'b/a.ts': '', 'a.ts': '' };
    for (const unit of [...UNITS, 'deno task a ', 'deno task a && '])
      await detect(deno, { ...files, [name]: filled(unit) });
    expect((await detect(deno, files)).units).toHaveLength(1);
  });

  it.each([
    'Chart.yaml',
    'requirements.yaml',
    'ct.yaml',
    'scripts/a.sh',
    'bin/helm',
    '.github/workflows/a.yml',
    'tests/a_test.yaml',
  ])('does not, as %s of Helm', async (name) => {
    const chart = 'name: b\nversion: 1\n';
    const files = {
      'b/Chart.yaml': chart,
      '.github/workflows/b.yml': 'jobs: {a: {steps: [{run: ct lint --config ct.yaml}]}}',
    };
    const calls = [
      'helm lint ',
      'helm lint --set a=',
      'cat > "$a/',
      'cp -r target/helm',
      'a="$a$a" ',
      'helm_version: ',
      'cd a && ',
    ];
    for (const unit of [...UNITS, ...calls]) await detect(helm, { ...files, [name]: filled(unit) });
    expect((await detect(helm, files)).units).toHaveLength(1);
  });

  it.each(['buf.yaml', 'Makefile', '.github/workflows/a.yml'])('does not, as %s of Buf', async (name) => {
    for (const unit of [...UNITS, 'buf format ', 'buf_version', 'uses: bufbuild/buf-action@'])
      await detect(protobuf, { 'b/buf.yaml': 'version: v1', [name]: filled(unit) });
    expect((await detect(protobuf, { 'b/buf.yaml': 'version: v1' })).units).toHaveLength(1);
  });

  it.each(['a/kustomization.yaml', '.github/workflows/a.yml'])('does not, as %s of Kustomize', async (name) => {
    const step = 'on: push\njobs: {a: {steps: [{run: kustomize build a}]}}';
    const files = { 'a/kustomization.yaml': '', '.github/workflows/b.yml': step };
    for (const unit of [...UNITS, 'kustomize build ', '- ../a', 'cd a && '])
      await detect(kustomize, { ...files, [name]: filled(unit) });
    expect((await detect(kustomize, files)).units).toHaveLength(1);
  });

  it.each(['Makefile', '.github/workflows/a.yml', '.pre-commit-config.yaml', '.gitmodules'])(
    'does not, as %s of shell',
    async (name) => {
      const files = { 'test/a.bats': '', '.shellcheckrc': '' };
      for (const unit of [...UNITS, '\tshellcheck a ', 'a/bats ', 'id: shellcheck', 'url = a/'])
        await detect(shell, { ...files, [name]: filled(unit) });
      expect((await detect(shell, files)).units).toHaveLength(1);
    },
  );
});
