import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../fakes/memory-tree.ts';
import { profiled } from './profiled.ts';

async function packages(files: MemoryFiles): Promise<string[]> {
  const { packages: found = [] } = await profiled(files);
  return found.map(
    ({ registry, name, directory, because }) => `${registry} ${name} in ${directory} by line ${because[0]?.line}`,
  );
}

const npm = (more: object) => ({
  'package.json': JSON.stringify({ name: 'a', version: '1.0.0', scripts: { test: 'x' }, ...more }, null, 2),
});
const pypi = (more: string, requires = 'hatchling') => ({
  'pyproject.toml': `[project]\nname = "a"\n${more}\n[build-system]\nrequires = ["${requires}"]\n`,
  'a.py': '',
});
const crate = (more: string) => ({
  'Cargo.toml': `[package]\nname = "a"\nversion = "1.0.0"\n${more}`,
  'src/lib.rs': '',
});
const csproj = (more: string) => ({
  'A.csproj': `<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n<TargetFramework>net9.0</TargetFramework>\n${more}\n</PropertyGroup>\n</Project>\n`,
});
const gem = (more: string) => ({
  Gemfile: 'gemspec\n',
  'a.gemspec': `Gem::Specification.new do |s|\n  s.name = "a"\n${more}end\n`,
});
const pom = (plugins: string) => ({
  'pom.xml': `<project>\n<groupId>g</groupId>\n<artifactId>a</artifactId>\n<build><plugins>\n${plugins}</plugins></build>\n</project>\n`,
});
const PLUGIN = '<plugin><artifactId>central-publishing-maven-plugin</artifactId></plugin>\n';

describe('What can be published', () => {
  it.each([
    ['a package.json with a version', npm({}), 'npm a in . by line 2'],
    ['a project with a build system', pypi(''), 'pypi a in . by line 2'],
    ['a crate', crate(''), 'crates a in . by line 2'],
    ['a crate that may go to crates.io', crate('publish = ["crates-io"]\n'), 'crates a in . by line 2'],
    ['a project that says that it is a package', csproj('<PackageId>A</PackageId>'), 'nuget A in . by line 4'],
    ['a project that is packed under its own name', csproj('<IsPackable>true</IsPackable>'), 'nuget A in . by line 4'],
    ['a gem', gem(''), 'rubygems a in . by line 2'],
    ['a build with the plugin of Maven Central', pom(PLUGIN), 'maven-central a in . by line 5'],
  ])('is %s', async (_, files, said) => {
    expect(await packages(files)).toEqual([said]);
  });

  it.each([
    ['a private package', npm({ private: true })],
    ['a package without a version', npm({ version: undefined })],
    ['a package of another registry', npm({ publishConfig: { registry: 'https://npm.example.com' } })],
    ['a name that npm does not take', npm({ name: '$(id)' })],
    ['a package without a name', npm({ name: undefined })],
    ['a project that PyPI must refuse', pypi('classifiers = ["Private :: Do Not Upload"]\n')],
    ['a project that is compiled for each platform', pypi('', 'maturin>=1')],
    ['a crate that is not published', crate('publish = false\n')],
    ['a crate of another registry', crate('publish = ["ours"]\n')],
    ['a project that only could be packed', csproj('')],
    ['a project that is not to be packed', csproj('<PackageId>A</PackageId><IsPackable>false</IsPackable>')],
    [
      'a project of the .NET Framework',
      { 'A.csproj': csproj('<PackageId>A</PackageId>')['A.csproj'].replace(/ Sdk="[^"]*"/, '') },
    ],
    ['a project of tests', csproj('<PackageId>A</PackageId><IsTestProject>true</IsTestProject>')],
    ['a name that NuGet does not take', csproj('<PackageId>A; id</PackageId>')],
    ['a gem of another host', gem('  s.metadata["allowed_push_host"] = "https://gems.example.com"\n')],
    ['a build that publishes nowhere', pom('')],
  ])('is never %s', async (_, files) => {
    expect(await packages(files)).toEqual([]);
  });

  it('is each crate of a workspace, where the workspace does not forbid it', async () => {
    const workspace = (publish: string) => ({
      'Cargo.toml': `[workspace]\nmembers = ["a"]\n[workspace.package]\nversion = "1.0.0"\n${publish}`,
      'a/Cargo.toml': '[package]\nname = "a"\nversion.workspace = true\npublish.workspace = true\n',
      'a/src/lib.rs': '',
    });
    expect(await packages(workspace(''))).toEqual(['crates a in a by line 2']);
    expect(await packages(workspace('publish = false\n'))).toEqual([]);
  });

  it('is published by the profile that brings the plugin, to the server that it names', async () => {
    const inProfile = `<project><artifactId>a</artifactId><profiles><profile><id>central</id><build><plugins><plugin><artifactId>central-publishing-maven-plugin</artifactId><configuration><publishingServerId>ours</publishingServerId></configuration></plugin></plugins></build></profile></profiles></project>`;
    const { packages: found } = await profiled({ 'pom.xml': inProfile });
    expect(found).toMatchObject([{ task: 'deploy -P central', server: 'ours' }]);
  });

  it('is a build of Gradle that brings the plugin', async () => {
    const build = 'plugins {\n  id("com.vanniktech.maven.publish") version "0.36.0"\n}\n';
    const { packages: found } = await profiled({ 'settings.gradle.kts': '', 'build.gradle.kts': build });
    expect(found).toMatchObject([{ task: 'publishAndReleaseToMavenCentral', because: [{ line: 2 }] }]);
  });

  it('is nothing that an argument of the shell could be made from', async () => {
    const evil = pom(PLUGIN)['pom.xml'].replace('<artifactId>a<', '<artifactId>a; id<');
    expect(await packages({ 'pom.xml': evil })).toEqual([]);
  });
});
