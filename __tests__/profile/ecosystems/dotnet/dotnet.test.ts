import { describe, expect, it } from 'vitest';
import { dotnet } from '../../../../src/profile/ecosystems/dotnet.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { projectText, solutionText, testText } from './project-text.ts';

const SHOP = {
  'Shop.sln': solutionText('src\\Shop\\Shop.csproj', 'tests\\Shop.Tests\\Shop.Tests.csproj'),
  'src/Shop/Shop.csproj': projectText({ packages: ['Npgsql'] }),
  'tests/Shop.Tests/Shop.Tests.csproj': testText('..\\..\\src\\Shop\\Shop.csproj'),
};

describe('A solution of .NET', () => {
  it('is one unit, tested by what its test projects show', async () => {
    const unit = await detectOne(dotnet, SHOP);
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'dotnet', manager: 'nuget', lockfile: null });
    expect(typed(unit)).toEqual({
      install: ['dotnet restore'],
      lint: [],
      test: ['dotnet test --no-restore'],
      build: ['dotnet build --no-restore'],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Shop.sln:1', 'tests/Shop.Tests/Shop.Tests.csproj:6']);
    expect(cited(unit.version)).toEqual(['src/Shop/Shop.csproj:3']);
    expect(unit.dependencies[0]).toEqual({ name: 'npgsql', file: 'src/Shop/Shop.csproj', line: 6 });
  });

  it('is tested without projects that open a browser on an application which nothing starts', async () => {
    const browser = (...packages: readonly string[]) => ({
      ...SHOP,
      'Shop.sln': `${SHOP['Shop.sln']}${solutionText('tests\\Ui\\Ui.csproj')}`,
      'tests/Ui/Ui.csproj': projectText({ packages: ['MSTest', 'Microsoft.Playwright', ...packages] }),
    });
    const { units, warnings } = await detect(dotnet, browser());
    expect(units.map((unit) => typed(unit).test)).toEqual([['dotnet test tests/Shop.Tests/Shop.Tests.csproj']]);
    expect(warnings).toMatchObject([{ file: 'tests/Ui/Ui.csproj', line: 1 }]);
    const whole = ['dotnet test --no-restore'];
    expect(typed(await detectOne(dotnet, browser('Microsoft.AspNetCore.Mvc.Testing'))).test).toEqual(whole);
    const ci = { '.github/workflows/ci.yml': 'on: push\njobs: { a: { steps: [{ run: dotnet test }] } }\n' };
    expect(typed(await detectOne(dotnet, { ...browser(), ...ci })).test).toEqual(whole);
  });

  it('is tested with the packages of what its tests are built from', async () => {
    const unit = await detectOne(dotnet, {
      ...SHOP,
      'Shop.sln': `${SHOP['Shop.sln']}${solutionText('src\\Bus\\Bus.csproj')}`,
      'src/Bus/Bus.csproj': projectText({ packages: ['RabbitMQ.Client'] }),
    });
    const names = (found: typeof unit.dependencies | undefined) => found?.map(({ name }) => name) ?? [];
    expect(names(unit.dependencies)).toContain('rabbitmq.client');
    expect(names(unit.testDependencies)).toContain('npgsql');
    expect(names(unit.testDependencies)).not.toContain('rabbitmq.client');
  });

  it('speaks to nothing where its tests are of units alone', async () => {
    const { 'tests/Shop.Tests/Shop.Tests.csproj': test = '', 'Shop.sln': solution, ...rest } = SHOP;
    const named = (name: string) =>
      detectOne(dotnet, {
        ...rest,
        'Shop.sln': solution.replaceAll('Shop.Tests', name),
        [`tests/${name}/${name}.csproj`]: test,
      });
    expect((await named('Shop.UnitTests')).testDependencies).toEqual([]);
    expect((await named('Shop.Unit.Tests')).testDependencies).toEqual([]);
    expect((await named('Shop.CommunityTests')).testDependencies).not.toEqual([]);
  });

  it('without tests is built alone', async () => {
    const { 'tests/Shop.Tests/Shop.Tests.csproj': _, ...rest } = SHOP;
    const unit = await detectOne(dotnet, { ...rest, 'Shop.sln': solutionText('src\\Shop\\Shop.csproj') });
    expect(typed(unit).test).toEqual([]);
  });

  it('is not joined by a project outside of it that refers to what is not there', async () => {
    const { units, warnings } = await detect(dotnet, {
      ...SHOP,
      'old/Old.csproj': projectText({ references: ['..\\Gone\\Gone.csproj'] }),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.']);
    expect(warnings).toEqual([
      {
        file: 'old/Old.csproj',
        line: 1,
        message: 'no solution has it, and it refers to Gone/Gone.csproj, which is not there; it is left out.',
      },
    ]);
  });

  it('that pipelines build is all of what lies around it, but for projects that are named elsewhere', async () => {
    const ci = (...runs: readonly string[]) => ({
      '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
    });
    const found = async (files: Record<string, string>) => {
      const { units, warnings } = await detect(dotnet, { ...SHOP, 'old/Old.csproj': projectText(), ...files });
      return { folders: units.map(({ directory }) => directory), warnings: warnings.map(({ message }) => message) };
    };
    const built = ci('dotnet build Shop.sln');
    expect(await found(built)).toEqual({
      folders: ['.'],
      warnings: ['no solution has it, and pipelines build Shop.sln; it is left out.'],
    });
    const both = { folders: ['.', 'old'], warnings: [] };
    expect(await found({})).toEqual(both);
    expect(await found(ci('dotnet build Shop.sln', 'dotnet test old/Old.csproj'))).toEqual(both);
    const other = { ...built, 'old/Old.sln': solutionText('Old.csproj') };
    expect((await found(other)).folders).toEqual(['.', 'old']);
  });

  it('in the format of XML lists projects in folders too', async () => {
    const { 'Shop.sln': _, ...projects } = SHOP;
    const slnx =
      '<Solution>\n<Folder Name="/a/"><Project Path="src/Shop/Shop.csproj" /></Folder>\n<Project Path="tests/Shop.Tests/Shop.Tests.csproj" />\n</Solution>';
    expect((await detectOne(dotnet, { ...projects, 'Shop.slnx': slnx })).commands.test).toHaveLength(1);
  });

  it('that is not XML is a warning', async () => {
    const { units, warnings } = await detect(dotnet, { ...SHOP, 'Shop.sln': '', 'Shop.slnx': '<Solution>' });
    expect(units.map(({ directory }) => directory)).toEqual(['src/Shop', 'tests/Shop.Tests']);
    expect(warnings[0]).toMatchObject({ file: 'Shop.slnx' });
  });

  it('leaves projects outside of it to be units of their own, but for those that it is built from', async () => {
    const { units } = await detect(dotnet, {
      ...SHOP,
      'src/Shop/Shop.csproj': projectText({ references: ['../Core/Core.csproj'] }),
      'src/Core/Core.csproj': projectText(),
      'tools/Tool/Tool.fsproj': projectText(),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.', 'tools/Tool']);
  });

  it('whose projects another one holds is no unit', async () => {
    const { units } = await detect(dotnet, {
      ...SHOP,
      'src/Shop/Own.sln': solutionText('Shop.csproj'),
      'tests/Old.sln': solutionText('Shop.Tests\\Shop.Tests.csproj', 'Gone\\Gone.csproj'),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.']);
  });

  it('beside others is the one that a workflow starts, and is called by its name', async () => {
    const files = { ...SHOP, 'All.slnx': '<Solution><Project Path="src/Shop/Shop.csproj" /></Solution>' };
    const all =
      '<Solution><Project Path="src/Shop/Shop.csproj" /><Project Path="tests/Shop.Tests/Shop.Tests.csproj" /></Solution>';
    expect(typed(await detectOne(dotnet, { ...SHOP, 'All.slnx': all })).install).toEqual(['dotnet restore All.slnx']);
    const { units, warnings } = await detect(dotnet, {
      ...files,
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: dotnet build Shop.sln -c Release\n',
    });
    expect(units.map(typed)).toMatchObject([
      { install: ['dotnet restore Shop.sln'], build: ['dotnet build Shop.sln --no-restore -c Release'] },
    ]);
    expect(cited(units[0]?.commands.install[0] ?? null)).toEqual(['.github/workflows/ci.yml:4', 'Shop.sln:1']);
    expect(warnings).toEqual([{ file: 'All.slnx', line: 1, message: 'it stands beside Shop.sln, which is taken.' }]);
  });

  it('beside others is the one that every change has built, whatever else is in it', async () => {
    const all =
      '<Solution><Project Path="src/Shop/Shop.csproj" /><Project Path="tests/Shop.Tests/Shop.Tests.csproj" /><Project Path="all.dcproj" /></Solution>';
    const ci = (on: string, file: string) =>
      `on: ${on}\njobs:\n  a:\n    steps:\n      - run: dotnet test ./${file} --configuration Release\n`;
    const unit = await detectOne(dotnet, {
      ...SHOP,
      'All.slnx': all,
      'Every.slnx': all,
      '.github/workflows/by-hand.yml': ci('workflow_dispatch', 'All.slnx'),
      '.github/workflows/ci.yml': ci('[push, pull_request]', 'Every.slnx'),
    });
    expect(typed(unit)).toMatchObject({
      install: ['dotnet restore Every.slnx'],
      test: ['dotnet test Every.slnx --no-restore -c Release'],
    });
  });

  it('is filtered for what a server builds', async () => {
    const filter = {
      solution: { path: 'Shop.sln', projects: ['src\\Shop\\Shop.csproj', 'tests\\Shop.Tests\\Shop.Tests.csproj'] },
    };
    const unit = await detectOne(dotnet, { ...SHOP, 'Shop.CI.slnf': JSON.stringify(filter) });
    expect(typed(unit).test).toEqual(['dotnet test Shop.CI.slnf --no-restore']);
  });

  it('is restored as locked where every project has its lock file', async () => {
    const one = { ...SHOP, 'src/Shop/packages.lock.json': '{}' };
    expect(typed(await detectOne(dotnet, one)).install).toEqual(['dotnet restore']);
    const unit = await detectOne(dotnet, { ...one, 'tests/Shop.Tests/packages.lock.json': '{}' });
    expect(unit.lockfile).toBe('src/Shop/packages.lock.json');
    expect(typed(unit).install).toEqual(['dotnet restore --locked-mode']);
  });

  it('is formatted only where the repository formats, and tested as it filters', async () => {
    const run = 'test:\n\tdotnet format\n\tdotnet test --filter "Category!=Integration"\n';
    const { lint, test } = typed(await detectOne(dotnet, { ...SHOP, Makefile: run }));
    expect(lint).toEqual(['format: dotnet format --verify-no-changes --no-restore']);
    expect(test).toEqual(['dotnet test --no-restore --filter "Category!=Integration"']);
  });

  it.each([
    [['dotnet format style X.sln', 'dotnet format'], ['format: dotnet format --verify-no-changes --no-restore']],
    [
      ['dotnet format style $(P)', 'dotnet format style $(P) --verify-no-changes --severity  error -v d'],
      ['format: dotnet format style --verify-no-changes --no-restore --severity error'],
    ],
    [
      ['dotnet format analyzers . --verify-no-changes', 'dotnet format whitespace . --verify-no-changes'],
      [
        'lint: dotnet format analyzers --verify-no-changes --no-restore',
        'format: dotnet format whitespace --verify-no-changes --no-restore',
      ],
    ],
    [['dotnet format --version'], []],
    [['dotnet csharpier . --check'], []],
  ])('is formatted in the parts that the repository names: %j', async (lines, expected) => {
    const makefile = `check:\n${lines.map((line) => `\t${line}\n`).join('')}`;
    expect(typed(await detectOne(dotnet, { ...SHOP, Makefile: makefile })).lint).toEqual(expected);
  });

  it.each([
    ['0.30.6', 'dotnet csharpier . --check'],
    ['1.0.1', 'dotnet csharpier check .'],
  ])('is formatted by CSharpier %s, where that is a local tool by which the repository looks', async (version, run) => {
    const files = {
      ...SHOP,
      '.config/dotnet-tools.json': JSON.stringify({ version: 1, tools: { csharpier: { version, commands: ['a'] } } }),
    };
    const looked = typed(await detectOne(dotnet, { ...files, Makefile: 'check:\n\tdotnet csharpier $(P) --check\n' }));
    expect(looked.lint).toEqual([`format: ${run}`]);
    expect(looked.install).toEqual(['dotnet restore', 'dotnet tool restore']);
    const written = typed(await detectOne(dotnet, { ...files, Makefile: 'fix:\n\tdotnet csharpier $(P)\n' }));
    expect(written.lint).toEqual([]);
    expect(written.install).toEqual(['dotnet restore']);
  });

  it('is named to the newer testing platform by an option', async () => {
    const files = {
      ...SHOP,
      'Other.csproj': projectText(),
      'global.json': '{\n"sdk": { "version": "10.0.100" },\n"test": { "runner": "Microsoft.Testing.Platform" }\n}',
    };
    const { units } = await detect(dotnet, files);
    const unit = units.find(({ directory, commands }) => directory === '.' && commands.test.length > 0);
    expect(unit && typed(unit).test).toEqual(['dotnet test --solution Shop.sln --no-restore']);
    expect(unit?.version).toMatchObject({ value: '10.0.100', because: [{ file: 'global.json', line: 2 }] });
  });

  it('owns its projects elsewhere, and the settings above them', async () => {
    const { units } = await detect(dotnet, {
      'a/A.sln': solutionText('..\\lib\\L\\L.csproj'),
      'lib/L/L.csproj': projectText(),
      'Directory.Packages.props': '<Project/>',
      'lib/Directory.Build.props': '<Project/>',
      'global.json': '{}',
    });
    expect(units[0]?.alsoOwns.toSorted()).toEqual([
      'Directory.Packages.props',
      'global.json',
      'lib/Directory.Build.props',
      'lib/L/**',
    ]);
  });

  it('names a folder with spaces as one word', async () => {
    const unit = await detectOne(dotnet, {
      'My App.sln': solutionText('a\\A.csproj'),
      'Z.sln': solutionText('a\\A.csproj'),
      'a/A.csproj': projectText(),
    });
    expect(typed(unit).install).toEqual(["dotnet restore 'My App.sln'"]);
  });
});

describe('A part that Linux cannot build', () => {
  const maui = projectText({ target: 'net8.0-android', properties: '<UseMaui>true</UseMaui>' });

  it('is said, and the others are called by their own names', async () => {
    const { units, warnings } = await detect(dotnet, {
      ...SHOP,
      'Shop.sln': solutionText(
        'src\\Shop\\Shop.csproj',
        'src\\Phone\\Phone.csproj',
        'tests\\Shop.Tests\\Shop.Tests.csproj',
        'tests\\Phone.Tests\\Phone.Tests.csproj',
        'docker-compose.dcproj',
      ),
      'docker-compose.dcproj': '<Project/>',
      'src/Phone/Phone.csproj': maui,
      'tests/Phone.Tests/Phone.Tests.csproj': testText('..\\..\\src\\Phone\\Phone.csproj'),
    });
    expect(units.map(typed)).toEqual([
      {
        install: [],
        lint: [],
        test: ['dotnet test tests/Shop.Tests/Shop.Tests.csproj'],
        build: ['dotnet build src/Shop/Shop.csproj'],
      },
    ]);
    expect(warnings.map(({ file }) => file)).toContain('docker-compose.dcproj');
    expect(warnings.map(({ message }) => message).join()).toContain('workload maui');
  });

  it('leaves projects beside the folder of their solution, which are called by the way there', async () => {
    const { units } = await detect(dotnet, {
      'src/Mobile/Phone.sln': solutionText(
        'Phone.csproj',
        '..\\Web\\Web.csproj',
        '..\\..\\tests\\Web.Tests\\Web.Tests.csproj',
      ),
      'src/Mobile/Phone.csproj': maui,
      'src/Web/Web.csproj': projectText(),
      'tests/Web.Tests/Web.Tests.csproj': testText('..\\..\\src\\Web\\Web.csproj'),
    });
    expect(units.map(typed)).toMatchObject([
      { test: ['dotnet test ../../tests/Web.Tests/Web.Tests.csproj'], build: ['dotnet build ../Web/Web.csproj'] },
    ]);
  });

  it('is a project that is not there', async () => {
    const { units, warnings } = await detect(dotnet, {
      ...SHOP,
      'Shop.sln': solutionText('src\\Shop\\Shop.csproj', 'gone\\G.csproj'),
    });
    expect(units.map(typed)[0]?.build).toEqual(['dotnet build src/Shop/Shop.csproj']);
    expect(warnings[0]?.message).toContain('gone/G.csproj is not there');
  });

  it.each([
    ['a project of the .NET Framework', '<Project ToolsVersion="15.0"><PropertyGroup/></Project>'],
    ['a program for Windows', projectText({ target: 'net8.0-windows' })],
    ['a framework of Windows', projectText({ target: 'net472' })],
  ])('is %s', async (_, text) => {
    const unit = await detectOne(dotnet, { 'App.csproj': text });
    expect(typed(unit)).toEqual({ install: [], lint: [], test: [], build: [] });
  });

  it('is no library that is built for more than one system', async () => {
    const unit = await detectOne(dotnet, { 'App.csproj': projectText({ target: 'net472;net8.0' }) });
    expect(typed(unit).build).toEqual(['dotnet build --no-restore']);
  });
});

describe('A test project of .NET', () => {
  it.each(['xunit.v3.mtp-v1', 'xunit.v3.mtp-v2'])('is one by %s', async (name) => {
    const unit = await detectOne(dotnet, { 'T.csproj': projectText({ packages: [name] }) });
    expect(typed(unit).test).toEqual(['dotnet test --no-restore']);
  });

  it.each([
    ['the SDK of MSTest', projectText({ sdk: 'MSTest.Sdk/3.8.0' }), true],
    ['a property', projectText({ properties: '<IsTestProject>true</IsTestProject>' }), true],
    ['the runner of xunit', projectText({ packages: ['xunit.v3'] }), true],
    [
      'a property that denies it',
      projectText({ packages: ['xunit.v3'], properties: '<IsTestProject>false</IsTestProject>' }),
      false,
    ],
    ['nothing', projectText({ packages: ['xunit.assert'] }), false],
  ])('is known by %s', async (_, text, isTest) => {
    expect((await detectOne(dotnet, { 'T.csproj': text })).commands.test).toHaveLength(isTest ? 1 : 0);
  });

  it('is known by the file above it that MSBuild imports', async () => {
    const unit = await detectOne(dotnet, {
      'tests/Directory.Build.props':
        '<Project>\n<ItemGroup>\n<PackageReference Include="Microsoft.NET.Test.Sdk" />\n</ItemGroup></Project>',
      'tests/T/T.csproj': projectText(),
    });
    expect(cited(unit.commands.test[0] ?? null)).toContain('tests/Directory.Build.props:3');
  });

  it.each([
    ["$(MSBuildProjectName.EndsWith('Tests'))", true],
    ["'$(MSBuildProjectName.Contains(&quot;Unit&quot;))' == 'True'", true],
    ["$(MSBuildProjectFullPath.Contains('\\Module\\')) and !$(MSBuildProjectName.StartsWith('X'))", true],
    ["'$(Kind)' == 'test' or '$(Kind)' == 'bench'", true],
    ["('$(Kind)' != 'test')", false],
    ["$(MSBuildProjectName.EndsWith('Api'))", false],
    ["'$(Configuration)' == 'Debug'", false],
    ["Exists('test.runsettings')", false],
    ["$(MSBuildProjectName.EndsWith('Tests'", false],
    [
      "'$(Kind)' == 'test' and $(MSBuildProjectFullPath.Contains('a$([System.IO.Path]::DirectorySeparatorChar)b'))",
      false,
    ],
  ])('is known by what stands under the condition %s: %s', async (condition, isTest) => {
    const unit = await detectOne(dotnet, {
      'Directory.Packages.props': `<Project><ItemGroup Condition="${condition}"><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>`,
      'src/Module/A.UnitTests.csproj': projectText({ properties: '<Kind>test</Kind>' }),
    });
    expect(unit.commands.test).toHaveLength(isTest ? 1 : 0);
  });

  it('is known by a property that the name of the project sets', async () => {
    const group = '<PropertyGroup Condition="$(MSBuildProjectName.EndsWith(\'.Tests\'))">';
    const unit = await detectOne(dotnet, {
      'Directory.Build.props': `<Project>\n${group}\n<IsTestProject>true</IsTestProject></PropertyGroup></Project>`,
      'A.Tests/A.Tests.csproj': projectText(),
    });
    expect(cited(unit.commands.test[0] ?? null)).toContain('Directory.Build.props:3');
  });
});

describe('The version of .NET', () => {
  it('is what a property says, where the framework is one', async () => {
    const props = (text: string) => `<Project>\n<PropertyGroup>\n${text}\n</PropertyGroup></Project>`;
    const files = { 'A.csproj': projectText({ target: '$(Usual)' }) };
    const set = { ...files, 'Directory.Build.props': props('<Usual>$(Newest)</Usual>\n<Newest>net9.0</Newest>') };
    const { version } = await detectOne(dotnet, set);
    expect([version?.value, ...cited(version)]).toEqual(['9.0', 'Directory.Build.props:4']);
    const endless = { ...files, 'Directory.Build.props': props('<Usual>$(Usual)</Usual>') };
    expect((await detectOne(dotnet, endless)).version).toBeNull();
  });

  it.each([
    [
      'global.json first',
      { 'global.json': '{"sdk":{"version":"8.0.101"}}', '.tool-versions': 'dotnet 7.0.1' },
      '8.0.101',
    ],
    ['then asdf', { '.tool-versions': 'dotnet-core 7.0.1' }, '7.0.1'],
    ['then the target', {}, '8.0'],
    [
      'then a file above',
      {
        'A.csproj': '<Project Sdk="x"/>',
        'Directory.Build.props':
          '<Project><PropertyGroup><TargetFrameworks>net6.0;net9.0</TargetFrameworks></PropertyGroup></Project>',
      },
      '9.0',
    ],
    [
      'then the image',
      { 'A.csproj': '<Project Sdk="x"/>', Dockerfile: 'FROM mcr.microsoft.com/dotnet/sdk:9.0-alpine\n' },
      '9.0',
    ],
  ])('is that of %s', async (_, files, value) => {
    expect((await detectOne(dotnet, { 'A.csproj': projectText(), ...files })).version?.value).toBe(value);
  });

  it('has the older frameworks beside it, whose runtimes tests need', async () => {
    const unit = await detectOne(dotnet, { 'A.csproj': projectText({ target: 'netstandard2.0;net6.0;net8.0' }) });
    expect(unit.version?.value).toBe('8.0');
    expect(unit.versions.map(({ value }) => value)).toEqual(['6.0']);
  });
});
