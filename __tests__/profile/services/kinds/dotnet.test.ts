import { describe, expect, it } from 'vitest';
import { linesOf, portsOf, profiled, theService } from '../../profiled.ts';

const project = (sdk: string, body = '', framework = 'net9.0') =>
  `<Project Sdk="${sdk}">\n<PropertyGroup>\n<TargetFramework>${framework}</TargetFramework>\n</PropertyGroup>\n${body}\n</Project>\n`;
const WEB = 'Microsoft.NET.Sdk.Web';
const refers = (...paths: string[]) =>
  `<ItemGroup>${paths.map((path) => `<ProjectReference Include="${path}" />`).join('')}</ItemGroup>`;
const property = (name: string, value: string) => `<PropertyGroup><${name}>${value}</${name}></PropertyGroup>`;

const host = (program: string, ...paths: string[]) => ({
  'src/Host/Host.csproj': project('Aspire.AppHost.Sdk/9.5.0', refers(...paths)),
  'src/Host/Program.cs': program,
});

const SHOP = {
  ...host(
    [
      'var builder = DistributedApplication.CreateBuilder(args);',
      '// builder.AddProject<Projects.Old>("old");',
      'var api = builder.AddProject<Projects.Shop_Api>("api", launchProfileName)',
      '    .WithReference(db)',
      '    .WithHttpHealthCheck("/ready");',
      'builder.AddProject<Projects.Worker>(Names.Worker).WaitFor(api);',
    ].join('\n'),
    '..\\Shop.Api\\Shop.Api.csproj',
    '..\\Worker\\Worker.csproj',
  ),
  'src/Shop.Api/Shop.Api.csproj': project(WEB, refers('../Core/Core.csproj')),
  'src/Worker/Worker.csproj': project('Microsoft.NET.Sdk.Worker'),
  'src/Worker/Program.cs': 'var builder = Host.CreateApplicationBuilder(args);\n',
  'src/Core/Core.csproj': project('Microsoft.NET.Sdk'),
  'Directory.Packages.props': '<Project />',
};

describe('A project that a host of .NET Aspire runs', () => {
  it('is a service under the name that it is given there, built by the SDK without a push', async () => {
    const { services } = await profiled(SHOP);
    expect(services.map(({ name, directory }) => `${name} in ${directory}`)).toEqual([
      'Worker in src/Worker',
      'api in src/Shop.Api',
    ]);
    const [, api] = services;
    expect(api?.image).toMatchObject({ kind: 'dotnet-sdk', dockerfile: null, context: 'src/Shop.Api' });
    expect(api?.image.build).toMatchObject([
      {
        run: 'dotnet publish Shop.Api.csproj -c Release -t:PublishContainer -p:ContainerRegistry=',
        directory: 'src/Shop.Api',
      },
    ]);
    expect(linesOf(api?.image)).toEqual(['src/Host/Program.cs:3']);
  });

  it('listens where the image of its framework does, and not where it is no server', async () => {
    const { services } = await profiled(SHOP);
    expect(services.map(portsOf)).toEqual([[], ['8080/http']]);
    expect(linesOf(services[1]?.ports[0])).toEqual(['src/Shop.Api/Shop.Api.csproj:3']);
  });

  it('runs as the account that the SDK sets since .NET 8', async () => {
    const { services } = await profiled({ ...SHOP, 'src/Shop.Api/Shop.Api.csproj': project(WEB, '', 'net7.0') });
    expect(services.map(({ user }) => user?.value)).toEqual(['app', 'root']);
    expect(portsOf(services[1] as never)).toEqual(['80/http']);
  });

  it('answers where the host asks, else where a library maps its checks', async () => {
    const { services } = await profiled(SHOP);
    expect(services[1]?.health?.value).toBe('/ready');
    expect(linesOf(services[1]?.health)).toEqual(['src/Host/Program.cs:5']);
    const service = await theService({
      ...host('builder.AddProject<Projects.Api>("api");', '../Api/Api.csproj'),
      'src/Api/Api.csproj': project(WEB, refers('../Defaults/Defaults.csproj')),
      'src/Defaults/Defaults.csproj': project(
        'Microsoft.NET.Sdk',
        '<ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup>',
      ),
      'src/Defaults/Extensions.cs': 'app.MapHealthChecks("/health");\n',
    });
    expect(service.health?.value).toBe('/health');
    expect(linesOf(service.health)).toEqual(['src/Defaults/Extensions.cs:1']);
  });

  it('is concerned by the libraries that it is built from, and by the settings above', async () => {
    const { services } = await profiled(SHOP);
    expect(services[1]?.owns).toEqual(['Directory.Packages.props', 'src/Core/**', 'src/Shop.Api/**']);
  });

  it('may be named by its path', async () => {
    const service = await theService({
      ...host('builder.AddProject("api", "../Api/Api.csproj");'),
      'src/Api/Api.csproj': project(WEB),
    });
    expect(service).toMatchObject({ name: 'api', directory: 'src/Api' });
  });

  it('is no service where it is for a desktop, is not deployed, has a Dockerfile, or the host is one for tests', async () => {
    const { services } = await profiled({
      ...host(
        [
          'builder.AddProject<Projects.Desk>("desk");',
          'builder.AddProject<Projects.Seed>("seed").ExcludeFromManifest();',
          'builder.AddProject<Projects.Web>("web");',
        ].join('\n'),
        '../Desk/Desk.csproj',
        '../Seed/Seed.csproj',
        '../Web/Web.csproj',
      ),
      'src/Desk/Desk.csproj': project('Microsoft.NET.Sdk', '', 'net9.0-windows'),
      'src/Seed/Seed.csproj': project(WEB),
      'src/Web/Web.csproj': project(WEB),
      'src/Web/Dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY . .\n',
      'tests/Host/Host.csproj': project('Aspire.AppHost.Sdk/9.5.0', refers('../../src/Seed/Seed.csproj')),
      'tests/Host/Program.cs': 'builder.AddProject<Projects.Seed>("seed");',
    });
    expect(services.map(({ name, image }) => `${name} ${image.kind}`)).toEqual(['Web dockerfile']);
  });

  it('is built by the Dockerfile that starts its assembly, wherever that lies', async () => {
    const { services } = await profiled({
      ...host('builder.AddProject<Projects.Web_Api>("api");', '../Web/src/Web.Api/Web.Api.csproj'),
      'src/Web/src/Web.Api/Web.Api.csproj': project(WEB),
      'src/Web/Dockerfile':
        'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY src src\nENTRYPOINT ["dotnet", "Web.Api.dll"]\n',
    });
    expect(services.map(({ name, image }) => `${name} ${image.kind}`)).toEqual(['Web dockerfile']);
  });

  it('is a server where it builds a web application, whatever its SDK', async () => {
    const service = await theService({
      ...host('builder.AddProject<Projects.Queue>("queue");', '../Queue/Queue.csproj'),
      'src/Queue/Queue.csproj': project('Microsoft.NET.Sdk.Worker'),
      'src/Queue/Program.cs': 'var builder = WebApplication.CreateBuilder(args);\n',
    });
    expect(portsOf(service)).toEqual(['8080/http']);
  });
});

describe('A project that says that it becomes a container', () => {
  it('is a service with the ports, account and name that it sets', async () => {
    const service = await theService({
      'Shop.csproj': project(
        WEB,
        [
          property('ContainerRepository', 'acme/shop-api'),
          property('ContainerUser', '1001'),
          '<ItemGroup><ContainerPort Include="5000" Type="tcp" /></ItemGroup>',
        ].join('\n'),
      ),
    });
    expect(service).toMatchObject({ name: 'shop-api', directory: '.', image: { kind: 'dotnet-sdk' } });
    expect(portsOf(service)).toEqual(['5000/http']);
    expect([service.user?.value, linesOf(service.user)]).toEqual(['1001', ['Shop.csproj:6']]);
    expect(linesOf(service.ports[0])).toEqual(['Shop.csproj:7']);
  });

  it('listens where a variable of its image says', async () => {
    const variable = '<ContainerEnvironmentVariable Include="ASPNETCORE_HTTP_PORTS" Value="9000" />';
    const body = `${property('EnableSdkContainerSupport', 'true')}<ItemGroup>${variable}</ItemGroup>`;
    expect(portsOf(await theService({ 'api/Api.csproj': project(WEB, body) }))).toEqual(['9000/tcp']);
  });

  it.each([
    ['dotnet publish src/Api/Api.csproj -c Release /t:PublishContainer', 'Makefile:2'],
    ['dotnet publish -c Release src/Api -p:PublishProfile=DefaultContainer', 'Makefile:2'],
  ])('is a service where a pipeline says it by `%s`', async (call, line) => {
    const service = await theService({ 'src/Api/Api.csproj': project(WEB), Makefile: `image:\n\t${call}\n` });
    expect([service.name, service.image.kind, linesOf(service.image)]).toEqual(['Api', 'dotnet-sdk', [line]]);
  });

  it('is no service where a pipeline only publishes it', async () => {
    const files = { 'src/Api/Api.csproj': project(WEB), Makefile: 'x:\n\tdotnet publish src/Api\n' };
    expect((await profiled(files)).services).toEqual([]);
  });

  it('is no service where settings for all say so and it is a library, or a test', async () => {
    const { services } = await profiled({
      'Directory.Build.props': `<Project>${property('EnableSdkContainerSupport', 'true')}</Project>`,
      'src/Api/Api.csproj': project(WEB),
      'src/Core/Core.csproj': project('Microsoft.NET.Sdk'),
      'tests/Api.Tests/Api.Tests.csproj': project(WEB),
    });
    expect(services.map(({ name }) => name)).toEqual(['Api']);
  });
});
