import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, portsOf, profiled, theService } from '../profiled.ts';

/** The ports of one service: its Dockerfile's lines below FROM, and other files. */
async function ports(lines: string, others: MemoryFiles = {}) {
  const dockerfile = lines.startsWith('FROM') ? lines : `FROM alpine\n${lines}`;
  const { ports: found, ...service } = await theService({ 'app/Dockerfile': `${dockerfile}\n`, ...others });
  return { found: portsOf({ ports: found, ...service }), lines: found.flatMap(linesOf) };
}

const compose = (service: string) => ({ 'compose.yaml': `services:\n  app:\n    build: app\n${service}` });

describe('The ports of a service', () => {
  it.each([
    ['EXPOSE 8080', ['8080/http']],
    ['EXPOSE 80 443', ['80/http', '443/http']],
    ['EXPOSE 53/udp', ['53/udp']],
    ['EXPOSE 53/tcp 53/udp', ['53/tcp', '53/udp']],
    ['EXPOSE 8000-8002', ['8000/http', '8001/http', '8002/http']],
    ['EXPOSE 9090 8080', ['8080/http', '9090/http']],
    ['EXPOSE 50051', ['50051/grpc']],
    ['EXPOSE 5432', ['5432/tcp']],
    ['ARG PORT=3000\nEXPOSE $PORT', ['3000/http']],
    ['ENV PORT 3000\nEXPOSE ${PORT}/tcp', ['3000/http']],
    ['EXPOSE 80\nEXPOSE 80', ['80/http']],
    ['EXPOSE 0 99999', []],
    ['EXPOSE $NOT_KNOWN', []],
    [
      'EXPOSE 1-65535',
      Array.from({ length: 16 }, (_, n) => `${n + 1}/${[21, 22, 25, 53].includes(n + 1) ? 'tcp' : 'http'}`),
    ],
  ])('%j', async (lines, expected) => {
    expect((await ports(lines)).found).toEqual(expected);
  });

  it('come from EXPOSE, whose variable compose sets, with both lines', async () => {
    const found = await ports('EXPOSE ${CART_PORT}', compose('    environment:\n      - CART_PORT=7070\n'));
    expect(found).toEqual({ found: ['7070/http'], lines: ['app/Dockerfile:2', 'compose.yaml:5'] });
  });

  it('come from EXPOSE, whose variable a .env above sets', async () => {
    const found = await ports('ARG CART_PORT\nEXPOSE ${CART_PORT}', { '.env': 'X=1\nCART_PORT=7070\n' });
    expect(found).toEqual({ found: ['7070/http'], lines: ['app/Dockerfile:3', '.env:2'] });
    const both = { ...compose('    environment: { CART_PORT: 7071 }\n'), '.env': 'CART_PORT=7070\n' };
    expect((await ports('EXPOSE ${CART_PORT}', both)).found).toEqual(['7071/http']);
  });

  it('come from the check that the image has of itself, where no more is declared', async () => {
    const check = 'HEALTHCHECK CMD curl -f "http://localhost:${SHOP_PORT:-8888}/healthz"';
    expect(await ports(check)).toEqual({ found: ['8888/http'], lines: ['app/Dockerfile:2'] });
    expect((await ports(`EXPOSE 80\n${check}`)).found).toEqual(['80/http']);
    expect((await ports(check.replace('localhost', 'db'))).found).toEqual([]);
  });

  it('come from what a program of Rust is told, by its default', async () => {
    const COPIED = 'COPY . .';
    const clap = '#[clap(long = "port", env = "PORT", default_value = "8001")]\n  pub port: u16,\n';
    expect((await ports(COPIED, { 'app/Cargo.toml': '', 'app/src/config.rs': clap })).found).toEqual(['8001/http']);
    const config = 'builder.set_default("port", 8888)?;\n';
    expect((await ports(COPIED, { 'app/Cargo.toml': '', 'app/src/settings.rs': config })).found).toEqual(['8888/http']);
  });

  it('come from EXPOSE before compose, where compose opens one of its ports or changes what runs', async () => {
    const opened = '    ports: ["1:80"]\n';
    expect((await ports('EXPOSE 81 80', compose(opened))).found).toEqual(['81/http', '80/http']);
    for (const changed of ['command: serve', 'entrypoint: [serve]', 'environment: [LISTEN=0.0.0.0:80]'])
      expect((await ports('EXPOSE 81', compose(`${opened}    ${changed}\n`))).found).toEqual(['81/http']);
    const development = { 'compose.dev.yaml': compose(opened)['compose.yaml'] };
    expect((await ports('EXPOSE 81', development)).found).toEqual(['81/http']);
  });

  it('come from compose, which runs the whole, where EXPOSE names others that nobody asks for', async () => {
    const opened = compose('    ports: ["1:80"]\n');
    expect(await ports('EXPOSE 81', opened)).toEqual({ found: ['80/http'], lines: ['compose.yaml:4'] });
    for (const asks of ['ENV PORT=81', 'CMD serve --port 81', 'HEALTHCHECK CMD curl localhost:81/up'])
      expect((await ports(`EXPOSE 81\n${asks}`, opened)).found).toEqual(['81/http']);
  });

  it("come from the framework's setting, where EXPOSE names others that nobody asks for", async () => {
    const settings = (text: string) => ({ 'app/pom.xml': '', 'app/src/main/resources/application.properties': text });
    const quarkus = 'quarkus.http.port=8081\n%dev.quarkus.http.port=8082\n';
    expect((await ports('EXPOSE 8080', settings(quarkus))).found).toEqual(['8081/http']);
    const filledIn = 'quarkus.http.port=${PORT:8081}\n';
    expect((await ports('EXPOSE 8080', settings(filledIn))).found).toEqual(['8080/http']);
    const told = 'EXPOSE 8080\nENV SERVER_PORT=8080';
    expect((await ports(told, settings('server.port=8081\n'))).found).toEqual(['8080/http']);
    const own = { 'app/config/app.yaml': 'server: { port: 8081 }\n' };
    expect((await ports('EXPOSE 8080', own)).found).toEqual(['8080/http']);
  });

  it.each([
    ['aspnet:8.0', 'EXPOSE 80 443', ['8080/http']],
    ['aspnet:7.0', 'EXPOSE 80', ['80/http']],
    ['aspnet:8.0', 'EXPOSE 5000', ['5000/http']],
    ['aspnet:8.0', 'ENV ASPNETCORE_URLS=http://+\nEXPOSE 80', ['80/http']],
    ['aspnet:8.0', 'ENV ASPNETCORE_ENVIRONMENT=Production\nEXPOSE 80 443', ['8080/http']],
    ['aspnet:8.0', 'ENV ASPNETCORE_URLS=https://+:443;http://+:5000\nEXPOSE 80 443', ['5000/http']],
    ['aspnet:7.0', 'ENV ASPNETCORE_HTTP_PORTS=5000\nEXPOSE 80', ['5000/http']],
    ['runtime:8.0', 'ENV ASPNETCORE_URLS=http://+:5000\nEXPOSE 80', ['80/http']],
  ])('are those of ASP.NET: of %s with %j', async (image, lines, expected) => {
    const dockerfile = `FROM mcr.microsoft.com/dotnet/${image}\n${lines}\nCOPY x .\nENTRYPOINT ["dotnet", "A.dll"]`;
    expect((await ports(dockerfile)).found).toEqual(expected);
  });

  it('are none of an image of .NET that starts nothing', async () => {
    const image = 'FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCOPY x .';
    expect((await ports(image, compose('    command: ["./migrate.sh"]\n'))).found).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['Microsoft.NET.Sdk', '', false],
    ['Microsoft.NET.Sdk.Worker', '', false],
    ['Microsoft.NET.Sdk.Web', '', true],
    ['Microsoft.NET.Sdk', '<FrameworkReference Include="Microsoft.AspNetCore.App" />', true],
    ['Microsoft.NET.Sdk', '<PackageReference Include="Microsoft.AspNetCore.Hosting" Version="2" />', true],
    ['Microsoft.NET.Sdk', '<ProjectReference Include="../lib/Lib.csproj" />', true],
  ])(
    'are none of a program of .NET that has no ASP.NET, whatever image it is put into: %s, %s',
    async (sdk, items, isServer) => {
      const image = 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY x .\nENTRYPOINT ["dotnet", "Shop.Mail.dll"]';
      const project = `<Project Sdk="${sdk}"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup>${items}</ItemGroup></Project>`;
      const files = {
        'app/Shop.Mail.csproj': project,
        'lib/Lib.csproj':
          '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>',
      };
      expect((await ports(image, files)).found).toEqual(isServer ? ['8080/http'] : []);
      const listens = { ...files, 'app/Program.cs': 'new HttpServer().Listen(":8001")' };
      expect((await ports(image, listens)).found).toEqual(['8001/http']);
    },
  );

  it('come from compose, without those of debuggers', async () => {
    const found = await ports('CMD x', compose('    ports:\n      - "127.0.0.1:9229:9229"\n      - "5001:80"\n'));
    expect(found).toEqual({ found: ['80/http'], lines: ['compose.yaml:6'] });
  });

  it('come from a compose service that runs the image by its name', async () => {
    const found = await ports('CMD x', {
      'compose.yaml': 'services:\n  front:\n    image: acme/app:1\n    ports: ["1:8081"]\n',
    });
    expect(found.found).toEqual(['8081/http']);
  });

  it.each([
    ['ENV PORT=3000', ['3000/http']],
    ['ENV ASPNETCORE_URLS=http://+:5000', ['5000/http']],
    ['ENV PORT=none', []],
    ['ENV DB_PORT=5432', []],
  ])('come from %s', async (lines, expected) => {
    expect((await ports(lines)).found).toEqual(expected);
  });

  it.each([
    ['CMD ["server", "--port", "8001"]', '8001/http'],
    ['ENTRYPOINT server --http-port=8001', '8001/http'],
    ['CMD ["gunicorn", "-b", ":8001", "app"]', '8001/http'],
    ['CMD gunicorn --bind 0.0.0.0:8001 app', '8001/http'],
    ['CMD gunicorn app', '8000/http'],
    ['CMD ["fastapi", "run", "--workers", "4"]', '8000/http'],
    ['CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]', '8000/http'],
    ['CMD python manage.py runserver 0.0.0.0:8001', '8001/http'],
    ['CMD python manage.py runserver', '8000/http'],
    ['CMD ["next", "start", "-p", "3001"]', '3001/http'],
    ['CMD php -S 0.0.0.0:8001 index.php', '8001/http'],
    ['CMD java -Dserver.port=8001 -jar app.jar', '8001/http'],
    ['ENV LISTEN=8001\nCMD serve --port $LISTEN', '8001/http'],
  ])('come from the command: %s', async (lines, expected) => {
    expect((await ports(lines)).found).toEqual([expected]);
  });

  it.each([
    'CMD locust --headless -p 80',
    'CMD ["celery", "-A", "x", "worker"]',
    'CMD gunicorn -c gunicorn.conf.py app',
  ])('are none for the command: %s', async (lines) => {
    expect((await ports(lines)).found).toEqual([]);
  });

  it('are those that Rails tells Puma, where nothing else is set and Puma is what starts', async () => {
    const files = { 'app/Gemfile': 'gem "rails", "8.0.1"\n', 'app/config/puma.rb': 'Shop.configure(self)\n' };
    expect(await ports('CMD ["bundle", "exec", "puma"]', files)).toEqual({
      found: ['3000/http'],
      lines: ['app/Gemfile:1'],
    });
    expect((await ports('CMD ["sidekiq"]', files)).found).toEqual([]);
    const told = { ...files, 'app/config/puma.rb': 'port 8001\n' };
    expect((await ports('CMD ["puma"]', told)).found).toEqual(['8001/http']);
    expect((await ports('CMD bundle exec sidekiq', told)).found).toEqual([]);
    expect((await ports('CMD ["puma"]', { 'app/Gemfile': files['app/Gemfile'] })).found).toEqual([]);
    expect((await ports('CMD ["puma"]', { ...files, 'app/Gemfile': 'gem "sinatra"\n' })).found).toEqual([]);
  });

  it('come from the script that npm start runs', async () => {
    const found = await ports('CMD ["npm", "start"]', {
      'app/package.json': '{\n  "scripts": {\n    "start": "next start"\n  }\n}',
    });
    expect(found).toEqual({ found: ['3000/http'], lines: ['app/package.json:3'] });
  });

  it.each([
    ['app/src/main/resources/application.properties', 'a=1\nserver.port=8001\n', 2],
    ['app/src/main/resources/application.properties', 'server.port = ${PORT:8001}\n', 1],
    ['app/src/main/resources/application.yml', 'server:\n  port: 8001\n---\nserver: {port: 1}\n', 2],
    ['app/src/main/resources/application.yaml', 'quarkus:\n  http:\n    port: 8001\n', 3],
    ['app/configuration/base.yaml', 'application:\n  port: 8001\ndatabase:\n  port: 5432\n', 2],
    ['app/config/default.toml', '[server]\nport = 8001\n', 2],
    ['app/config/default.json', '{"server": {\n"port": 8001}}', 2],
  ])('come from %s (%j)', async (file, text, line) => {
    expect(await ports('CMD x', { [file]: text })).toEqual({ found: ['8001/http'], lines: [`${file}:${line}`] });
  });

  it('come from what is set for production where nothing is set anyhow, and not from what tests are told', async () => {
    const at = (kind: string, name: string, port: number) => ({
      [`app/src/${kind}/resources/config/${name}.yml`]: `server:\n  port: ${port}\n`,
    });
    const prod = { ...at('main', 'application-prod', 8002), ...at('main', 'application-dev', 8003) };
    expect((await ports('CMD x', { ...at('test', 'application', 8001), ...prod })).found).toEqual(['8002/http']);
    expect((await ports('CMD x', { ...at('main', 'application', 8004), ...prod })).found).toEqual(['8004/http']);
    expect((await ports('CMD x', at('test', 'application', 8001))).found).toEqual([]);
  });

  it('come from the site of nginx where the image runs nginx', async () => {
    const site = { 'app/default.conf.template': 'server {\n  listen 443 ssl;\n  listen 8001;\n}\n' };
    expect(await ports('FROM nginx:1.27', site)).toEqual({
      found: ['8001/http'],
      lines: ['app/default.conf.template:3'],
    });
    expect((await ports('FROM alpine', site)).found).toEqual([]);
  });

  it.each([
    [
      'main.go',
      'import _ "net/http/pprof"; x := http.Server{Addr: ":6060"}; flags.Uint16("port", 8001, "Port to bind to")',
      '8001/http',
    ],
    ['main.go', 'http.ListenAndServe(":8001", nil)', '8001/http'],
    ['application.ex', 'children = [{Bandit, scheme: :http, plug: A.Plug, port: 8001}]', '8001/http'],
    ['application.ex', '{Plug.Cowboy, scheme: :http, plug: A.Plug, options: [port: 8001]}', '8001/http'],
    ['main.go', 's := &http.Server{Addr: ":8001"}', '8001/http'],
    ['main.go', 'fs.Int("port", 8001, "HTTP port")', '8001/http'],
    ['main.go', 'cmd.String("addr", ":8001", "address")', '8001/http'],
    ['main.go', 'flag.Int("serverPort", 8001, "port")', '8001/http'],
    ['main.go', 'flag.StringVar(&a, "http_addr", "0.0.0.0:8001", "address")', '8001/http'],
    ['app.py', 'parser.add_argument("-p", "--port", type=int,\n  default=8001)', '8001/http'],
    ['config/puma.rb', 'port ENV.fetch("PORT") { 8001 }\n', '8001/http'],
    ['config/puma.rb', 'port Integer(ENV.fetch("PORT", 8001))', '8001/http'],
    ['config/puma.rb', 'bind "tcp://#{ENV.fetch("IP", "0.0.0.0")}:#{ENV.fetch("PORT", 8001)}"', '8001/http'],
    ['config/puma.rb', '  port 8001 # as ever\n', '8001/http'],
    ['config/puma.rb', 'bind "tcp://0.0.0.0:8001"\n', '8001/http'],
    ['gunicorn.conf.py', "bind = '0.0.0.0:8001'", '8001/http'],
    ['app.py', '@click.option("--port", default="8001")', '8001/http'],
    ['main.go', 'r.Run(":8001")', '8001/http'],
    ['server.js', 'app.listen(8001)', '8001/http'],
    ['server.js', 'const port = process.env.PORT || 8001', '8001/http'],
    ['server.ts', "const port = process.env['PORT'] ?? '8001'", '8001/http'],
    ['app.py', 'app.run(host="0.0.0.0", port=8001)', '8001/http'],
    ['app.py', 'port = os.environ.get("PORT", "8001")', '8001/http'],
    ['app.py', 'app.run(host="0.0.0.0", port=os.environ.get("SHOP_PORT", 8001), debug=True)', '8001/http'],
    ['app.py', 'app.run("0.0.0.0", port=int(os.getenv("SHOP_PORT", "8001")))', '8001/http'],
    ['server.js', 'app.listen(process.env.SHOP_PORT || 8001, ready);', '8001/http'],
    ['server.js', 'app.listen(Number(process.env.SHOP_PORT ?? "8001"));', '8001/http'],
    ['src/main.rs', 'HttpServer::new(x).bind(("0.0.0.0", 8001))', '8001/http'],
    ['src/main.rs', 'TcpListener::bind("0.0.0.0:8001")', '8001/http'],
    ['app.rb', 'set :port, 8001', '8001/http'],
    ['main.cpp', 'app.port(8001).run();', '8001/http'],
    ['main.cc', 'drogon::app().addListener("0.0.0.0", 8001);', '8001/http'],
    ['main.cpp', 'svr.listen("0.0.0.0", 8001);', '8001/http'],
    ['Main.scala', 'Http().newServerAt("0.0.0.0", 8001).bind(routes)', '8001/http'],
    ['Main.scala', 'Http().bindAndHandle(routes, "0.0.0.0", 8001)', '8001/http'],
    ['Main.scala', 'EmberServerBuilder.default[IO].withPort(port"8001")', '8001/http'],
    ['Main.scala', 'BlazeServerBuilder[IO].bindHttp(8001, "0.0.0.0")', '8001/http'],
    ['Main.scala', 'Server.defaultWithPort(8001)', '8001/http'],
    ['App.swift', 'configuration: .init(address: .hostname("0.0.0.0", port: 8001))', '8001/http'],
    ['configure.swift', 'app.http.server.configuration.port = 8001', '8001/http'],
  ])('come from the source: %s: %s', async (file, line, expected) => {
    expect(await ports('CMD x', { [`app/${file}`]: `\n${line}\n` })).toEqual({
      found: [expected],
      lines: [`app/${file}:2`],
    });
  });

  it.each([
    ['main.go', 'http.ListenAndServe("127.0.0.1:8001", nil)'],
    ['main.go', 'net.Dial("tcp", ":5432")'],
    ['main_test.go', 'http.ListenAndServe(":8001", nil)'],
    ['tests/server.py', 'app.run(port=8001)'],
    ['server.js', 'redis.connect(6379)'],
    ['main.cpp', 'app.listen("127.0.0.1", 8001);'],
    ['app.py', 'connect(port=os.environ.get("DB_PORT", 8001))'],
    ['server.js', 'const port = process.env.DB_PORT || 8001'],
    ['Cache.java', 'RedisURI.builder().port(6379)'],
    ['cache.swift', 'connect(to: .hostname("redis", port: 6379))'],
  ])('do not come from %s: %s', async (file, line) => {
    expect((await ports('CMD x', { [`app/${file}`]: line })).found).toEqual([]);
  });

  it('come from the source that a Dockerfile copies by name, where several make images in one folder', async () => {
    const { services } = await profiled({
      'Dockerfile.api': 'FROM a\nCOPY api ./\n',
      'Dockerfile.jobs': 'FROM a\nCOPY jobs ./\n',
      'Dockerfile.all': 'FROM a\nCOPY . .\n',
      'api/main.go': 'http.ListenAndServe(":8001", nil)',
      'jobs/main.go': 'http.ListenAndServe(":8002", nil)',
    });
    expect(services.map((service) => [service.name, portsOf(service)])).toEqual([
      ['all', []],
      ['api', ['8001/http']],
      ['jobs', ['8002/http']],
    ]);
  });

  it('come from no source in the folder of another image', async () => {
    const { services } = await profiled({
      Dockerfile: 'FROM a\nCOPY . .\nCMD ["x"]\n',
      'main.go': 'package main\n',
      'api/Dockerfile': 'FROM a\nCOPY . .\nCMD ["x"]\n',
      'api/main.go': 'http.ListenAndServe(":8001", nil)',
    });
    expect(services.map((service) => [service.directory, portsOf(service)])).toEqual([
      ['api', ['8001/http']],
      ['.', []],
    ]);
  });

  it('are HTTP where the source has a server for it, whatever they are known for', async () => {
    expect((await ports('EXPOSE 9000')).found).toEqual(['9000/tcp']);
    const server = { 'app/main.go': 'http.ListenAndServe(addr, nil)' };
    expect((await ports('EXPOSE 9000', server)).found).toEqual(['9000/http']);
  });

  it('are gRPC where the source has a gRPC server and none for HTTP', async () => {
    const grpc = 'srv := grpc.NewServer()\n';
    expect(await ports('EXPOSE 3550', { 'app/main.go': grpc })).toEqual({
      found: ['3550/grpc'],
      lines: ['app/Dockerfile:2', 'app/main.go:1'],
    });
    const both = `${grpc}http.ListenAndServe(":8080", nil)\n`;
    expect((await ports('EXPOSE 8080', { 'app/main.go': both })).found).toEqual(['8080/http']);
  });

  it.each([
    ['ENV LDAP_PORT=3890 HTTP_PORT=17170\nEXPOSE ${LDAP_PORT} ${HTTP_PORT}', ['17170/http', '3890/tcp']],
    ['ENV APP_GRPC_PORT=8081\nEXPOSE 8080 8081', ['8080/http', '8081/grpc']],
    ['ENV LDAP_PORT=8081 WEB_PORT=8081\nEXPOSE 8081', ['8081/http']],
    ['ENV LDAPPORT=8081\nEXPOSE 8081', ['8081/http']],
    ['ENV GRPC_GATEWAY_PORT=8081\nEXPOSE 8081 8082', ['8081/http', '8082/http']],
    ['ENV ORDERS_HOST=orders ORDERS_GRPC_PORT=8081\nEXPOSE 8081 8082', ['8081/http', '8082/http']],
  ])('are told what they speak by the one variable that has each: %j', async (lines, expected) => {
    expect((await ports(lines)).found).toEqual(expected);
  });

  it('are HTTP where the source has a server for it, whatever the variable of the only one is called', async () => {
    const server = { 'app/main.go': 'http.ListenAndServe(":8081", nil)\n' };
    expect((await ports('ENV GRPC_PORT=8081\nEXPOSE 8081', server)).found).toEqual(['8081/http']);
    expect((await ports('ENV GRPC_PORT=8081\nEXPOSE 8080 8081', server)).found).toEqual(['8080/http', '8081/grpc']);
  });

  it('are those that compose tells ASP.NET, where EXPOSE has the old ones alone', async () => {
    const told = compose('    environment: [ "ASPNETCORE_URLS=http://+:8080" ]\n    ports: ["5200:8080"]\n');
    const image = (exposed: string) =>
      `FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE ${exposed}\nCOPY x .\nENTRYPOINT ["dotnet", "A.dll"]`;
    expect((await ports(image('80 443'), told)).found).toEqual(['8080/http']);
    expect((await ports(image('80 5000'), told)).found).toEqual(['80/http', '5000/http']);
    expect((await ports(image('80').replace('dotnet/aspnet', 'acme/aspnet'), told)).found).toEqual(['80/http']);
  });

  it('come from the framework among the dependencies', async () => {
    const pom =
      '<project><dependencies>\n<dependency><groupId>o</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>\n</dependencies></project>';
    expect(await ports('CMD x', { 'app/pom.xml': pom })).toEqual({ found: ['8080/http'], lines: ['app/pom.xml:2'] });
    const manifest = '// swift-tools-version:6.0\n.package(url: "https://github.com/vapor/vapor.git", from: "4.0.0")\n';
    const found = await ports('CMD x', { 'app/Package.swift': manifest });
    expect(found).toEqual({ found: ['8080/http'], lines: ['app/Package.swift:2'] });
  });

  it('are not those of a framework of the program around, where the image cannot hold that', async () => {
    const pom =
      '<project><dependencies><dependency><groupId>o</groupId><artifactId>quarkus-rest</artifactId></dependency></dependencies></project>';
    const of = async (copies: string, files: MemoryFiles = {}) => {
      const Dockerfile = `FROM ubuntu\nCOPY ${copies} /\nCMD ["/bin/bash"]\n`;
      const { ports: found } = await theService({ 'app/pom.xml': pom, 'app/db/Dockerfile': Dockerfile, ...files });
      return found.map(({ port }) => port);
    };
    expect(await of('load.sh', { 'app/db/load.sh': '' })).toEqual([]);
    expect(await of('app.jar')).toEqual([8080]);
    const compose = 'services:\n  db:\n    build: { context: app, dockerfile: db/Dockerfile }\n';
    expect(await of('db/load.sh', { 'app/db/load.sh': '', 'compose.yaml': compose })).toEqual([8080]);
  });

  it('are not those of a framework that is told to take any, or none', async () => {
    const pom =
      '<project><dependencies><dependency><groupId>io.micronaut</groupId><artifactId>micronaut-http-server-netty</artifactId></dependency></dependencies></project>';
    const set = (port: string) => ({
      'app/pom.xml': pom,
      'app/src/main/resources/application.yml': `micronaut:\n  server:\n    port: ${port}\n`,
    });
    expect((await ports('COPY . .', { 'app/pom.xml': pom })).found).toEqual(['8080/http']);
    for (const port of ['-1', '0', '${SERVICE_PORT:-1}', '${SERVICE_PORT:0}'])
      expect((await ports('COPY . .', set(port))).found).toEqual([]);
    expect((await ports('COPY . .', set('${SERVICE_PORT:8090}'))).found).toEqual(['8090/http']);
  });

  it('come from the base image last', async () => {
    expect(await ports('FROM php:8.3-apache')).toEqual({ found: ['80/http'], lines: ['app/Dockerfile:1'] });
    expect(await ports('FROM nginx AS a\nFROM a')).toEqual({ found: ['80/http'], lines: ['app/Dockerfile:1'] });
  });

  it('are none for a worker', async () => {
    expect(await ports('CMD x')).toEqual({ found: [], lines: [] });
  });
});

describe('What fly.toml says of the program that it runs', () => {
  const of = async (toml: string, others: MemoryFiles = {}) => {
    const { ports: found, health } = await theService({
      'app/Dockerfile': 'FROM alpine\n',
      'app/fly.toml': toml,
      ...others,
    });
    return { ports: found.map(({ port }) => port), lines: found.flatMap(linesOf), health: health?.value ?? null };
  };

  it.each([
    [
      '[http_service]\n  internal_port = 4000\n  [[http_service.checks]]\n    path = "/up"\n',
      { ports: [4000], lines: ['app/fly.toml:2'], health: '/up' },
    ],
    [
      '[[services]]\n  internal_port = 4000\n  [[services.http_checks]]\n    path = "/up"\n',
      { ports: [4000], lines: ['app/fly.toml:2'], health: '/up' },
    ],
    ['app = "shop"\n', { ports: [], lines: [], health: null }],
    ['[http_service]\n  internal_port = "none"\n', { ports: [], lines: [], health: null }],
    [
      '[build]\n  dockerfile = "Other"\n[http_service]\n  internal_port = 4000\n',
      { ports: [], lines: [], health: null },
    ],
  ])('is its port and what is asked of it: %j', async (toml, expected) => {
    expect(await of(toml)).toEqual(expected);
  });

  it('is less than what the image says itself', async () => {
    const toml = '[http_service]\n  internal_port = 4000\n';
    expect((await of(toml, { 'app/Dockerfile': 'FROM alpine\nEXPOSE 80\n' })).ports).toEqual([80]);
  });
});
