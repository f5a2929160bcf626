import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { jobsOver } from '../../generate/generating.ts';
import { linesOf, profiled, theUnit } from '../profiled.ts';

/** The servers of the only unit with what they are told, and its tests. */
async function told(files: MemoryFiles) {
  const unit = await theUnit(files);
  return {
    needs: Object.fromEntries(unit.needs.map(({ service, environment }) => [service, environment])),
    cited: unit.needs.flatMap((need) => linesOf(need)),
    tests: unit.commands.test.map(({ run }) => run),
  };
}

const LOGIN = { POSTGRES_USER: 'shop', POSTGRES_PASSWORD: 'pw', POSTGRES_DB: 'shop_test' };
const STANDARD = { POSTGRES_PASSWORD: 'postgres', POSTGRES_DB: 'test' };

describe('The settings of an application of Rails', () => {
  const rails = (database: string, driver = 'pg', more: MemoryFiles = {}) => ({
    Gemfile: `gem "rails"\ngem "${driver}"\n`,
    'Gemfile.lock': 'GEM\n',
    'config/application.rb': '',
    'config/database.yml': database,
    'test/a_test.rb': '',
    ...more,
  });

  it('show the database that its tests need, and its tests are told where it is', async () => {
    const found = await told(rails('default: &default\n  adapter: postgresql\ntest:\n  <<: *default\n  database: a\n'));
    expect(found.needs).toEqual({ postgres: STANDARD });
    expect(found.cited).toContain('config/database.yml:2');
    expect(found.tests).toEqual([
      'DATABASE_URL=postgres://postgres:postgres@localhost:5432/test bundle exec rails test',
    ]);
  });

  it.each(['mysql2', 'trilogy'])('name MySQL by the adapter %s, whose address is never the socket', async (adapter) => {
    const found = await told(rails(`test:\n  adapter: ${adapter}\n`, adapter));
    expect(found.needs).toEqual({ mysql: { MYSQL_ROOT_PASSWORD: 'mysql', MYSQL_DATABASE: 'test' } });
    expect(found.tests).toEqual([`DATABASE_URL=${adapter}://root:mysql@127.0.0.1:3306/test bundle exec rails test`]);
  });

  it.each([
    ['for tests alone is a file', 'default:\n  adapter: postgresql\ntest:\n  adapter: sqlite3\n', 'pg'],
    ['is one that the run chooses', 'test:\n  adapter: <%= ENV["ADAPTER"] %>\n', 'pg'],
    ['has no driver', 'test:\n  adapter: postgresql\n', 'sqlite3'],
  ])('show none where the database %s', async (_, database, driver) => {
    expect(await told(rails(database, driver))).toMatchObject({ needs: {}, tests: ['bundle exec rails test'] });
  });

  it('reach a server that takes the place of the one that they name', async () => {
    const compose =
      'services:\n  db:\n    image: mariadb:11\n    environment: { MARIADB_ROOT_PASSWORD: pw, MARIADB_DATABASE: shop }\n';
    const found = await told(rails('test:\n  adapter: mysql2\n', 'mysql2', { 'compose.yaml': compose }));
    expect(found.needs).toEqual({ mariadb: { MARIADB_ROOT_PASSWORD: 'pw', MARIADB_DATABASE: 'shop' } });
    expect(found.tests).toEqual(['DATABASE_URL=mysql2://root:pw@127.0.0.1:3306/shop bundle exec rails test']);
  });

  it('do not speak of a server that nothing shows', async () => {
    const found = await told(rails('test:\n  adapter: sqlite3\n', 'redis', { 'config/cable.yml': 'url: REDIS_URL\n' }));
    expect(found).toMatchObject({ needs: {}, tests: ['bundle exec rails test'] });
  });
});

describe('The settings of Ecto for tests', () => {
  const mix = (settings: string, driver = 'postgrex', more: MemoryFiles = {}) => ({
    'mix.exs': `defmodule A do\n  use Mix.Project\n  def project, do: [app: :a, version: "1.0.0", deps: [{:ecto_sql, "~> 3.0"}, {:${driver}, "~> 0.1"}]]\nend\n`,
    'test/a_test.exs': '',
    'config/test.exs': `import Config\n\nconfig :shop, Shop.Repo,\n${settings}\n\nconfig :shop, Other,\n  username: "no"\n`,
    ...more,
  });

  it('give the container the login that they write out', async () => {
    const found = await told(
      mix(
        '  username: "shop",\n  # password: "old",\n  password: "pw",\n  hostname: "localhost",\n  database: "shop_test#{System.get_env("MIX_TEST_PARTITION")}",\n  pool: Ecto.Adapters.SQL.Sandbox',
      ),
    );
    expect(found).toMatchObject({ needs: { postgres: LOGIN }, tests: ['mix test'] });
    expect(found.cited).toContain('config/test.exs:3');
  });

  it('give the tests the variables that they read', async () => {
    const read =
      '  username: System.get_env("DB_USER") || "postgres",\n  password: System.get_env("DB_PASSWORD"),\n  hostname: System.get_env("DB_HOST", "db"),\n  port: String.to_integer(System.get_env("DB_PORT") || "5433"),\n  database: "a"';
    expect(await told(mix(read))).toMatchObject({
      needs: { postgres: { POSTGRES_PASSWORD: 'postgres', POSTGRES_DB: 'a' } },
      tests: ['DB_HOST=localhost DB_PORT=5432 DB_PASSWORD=postgres mix test'],
    });
  });

  it('may write one address, or read it', async () => {
    const url = 'System.get_env("DATABASE_URL") || "ecto://shop:pw@localhost/shop_test"';
    expect(await told(mix(`  url: ${url}`))).toMatchObject({ needs: { postgres: LOGIN }, tests: ['mix test'] });
    expect(await told(mix('  url: System.fetch_env!("TEST_URL")'))).toMatchObject({
      needs: { postgres: STANDARD },
      tests: ['TEST_URL=ecto://postgres:postgres@localhost:5432/test mix test'],
    });
  });

  it('know that the driver reads variables of its own', async () => {
    expect((await told(mix('  database: "a"'))).tests).toEqual(['PGUSER=postgres PGPASSWORD=postgres mix test']);
  });

  it('may say that there is no password', async () => {
    const login = '  username: "postgres",\n  password: "",\n  database: "a"';
    expect((await told(mix(login))).needs).toEqual({
      postgres: { POSTGRES_HOST_AUTH_METHOD: 'trust', POSTGRES_DB: 'a' },
    });
    expect((await told(mix('  username: "root",\n  database: "a"', 'myxql'))).needs).toEqual({
      mysql: { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes', MYSQL_ROOT_PASSWORD: '', MYSQL_DATABASE: 'a' },
    });
  });

  it.each([
    ['elsewhere', '  hostname: "db.example.com",\n  username: "a"', 'postgrex'],
    ['that is unknown', '  username: "a"', 'tds'],
  ])('show none where the server is one %s', async (_, settings, driver) => {
    expect(await told(mix(settings, driver))).toMatchObject({ needs: {}, tests: ['mix test'] });
  });

  it('show one at the port that they write out', async () => {
    const { needs, commands } = await theUnit(
      mix('  port: 5433,\n  username: "shop",\n  password: "pw",\n  database: "shop_test"', 'postgrex'),
    );
    expect(needs).toMatchObject([{ service: 'postgres', environment: LOGIN, container: { ports: ['5433:5432'] } }]);
    expect(commands.test.map(({ run }) => run)).toEqual(['mix test']);
  });

  it('go together with what compose says of the container', async () => {
    const compose = {
      'compose.yaml': 'services:\n  db:\n    image: postgres:15\n    environment: { POSTGRES_PASSWORD: other }\n',
    };
    const written = await theUnit(
      mix('  username: "shop",\n  password: "pw",\n  database: "shop_test"', 'postgrex', compose),
    );
    expect(written.needs).toMatchObject([{ version: '15', environment: LOGIN }]);
    const read = await told(
      mix('  username: "postgres",\n  password: System.get_env("PW"),\n  database: "a"', 'postgrex', compose),
    );
    expect(read).toMatchObject({ needs: { postgres: { POSTGRES_PASSWORD: 'other' } }, tests: ['PW=other mix test'] });
  });
});

describe('The settings of Django', () => {
  const django = (settings: string, more: MemoryFiles = {}) => ({
    'requirements.txt': 'Django\npsycopg2\nmysqlclient\n',
    'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/settings.py': settings,
    'cart/tests.py': '',
    ...more,
  });
  const database = (rest: string, engine = 'postgresql') =>
    `DEBUG = True\nDATABASES = {\n    'default': {\n        'ENGINE': 'django.db.backends.${engine}',\n        ${rest}\n    },\n}\nUSER = 'no'\n`;
  const TEST = 'python manage.py test';

  it('give the container the login that they write out', async () => {
    const found = await told(
      django(database("'NAME': 'shop_test', 'USER': 'shop', 'PASSWORD': 'pw', 'HOST': '127.0.0.1', 'PORT': 5432")),
    );
    expect(found).toMatchObject({ needs: { postgres: LOGIN }, tests: [TEST] });
    expect(found.cited).toContain('shop/settings.py:4');
  });

  it('give the tests the variables that they read', async () => {
    const read = `'NAME': os.environ.get('DB_NAME', 'shop'),\n        'USER': os.environ['DB_USER'], 'PASSWORD': os.getenv("DB_PASSWORD"),\n        'HOST': config('DB_HOST', default='db'), 'PORT': ''`;
    expect(await told(django(database(read)))).toMatchObject({
      needs: { postgres: { POSTGRES_PASSWORD: 'postgres', POSTGRES_DB: 'shop' } },
      tests: [`DB_HOST=localhost DB_USER=postgres DB_PASSWORD=postgres ${TEST}`],
    });
  });

  it('set no variable that changes a program, or that a workflow would read', async () => {
    const read = `'NAME': os.environ['LD_PRELOAD'], 'USER': os.environ['PATH'], 'PASSWORD': '\${{ secrets.A }}', 'HOST': 'localhost'`;
    expect((await told(django(database(read)))).tests).toEqual([TEST]);
  });

  it('may write one address, or read it', async () => {
    const url = (call: string) => django(`DATABASES = {"default": ${call}}\n`);
    expect(
      await told(url('env.db("DATABASE_URL", default="postgres://shop:pw@localhost:5432/shop_test")')),
    ).toMatchObject({ needs: { postgres: LOGIN }, tests: [TEST] });
    expect(await told(url('env.db("APP_DB", default="postgres:///shop")'))).toMatchObject({
      tests: [`APP_DB=postgres://postgres:postgres@localhost:5432/shop ${TEST}`],
    });
    expect(await told(url('dj_database_url.config(conn_max_age=600)'))).toMatchObject({ needs: { mysql: {} } });
    expect(await told(url('env.db("DATABASE_URL", default="sqlite:///a.db")'))).toMatchObject({
      needs: {},
      tests: [TEST],
    });
  });

  it('are those that the tests are started with, and what these take over', async () => {
    const login = "'NAME': 'shop_test', 'USER': 'shop', 'PASSWORD': 'pw', 'HOST': 'localhost'";
    const split = (test: string) =>
      django("DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3'}}\n", {
        'requirements.txt': 'Django\npsycopg2\npytest-django\n',
        'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = config.settings.test\n',
        'config/settings/test.py': test,
        'config/settings/base.py': database(login),
      });
    expect((await told(split('from .base import *\n'))).needs).toEqual({ postgres: LOGIN });
    expect((await told(split('from config.settings.base import *\n'))).needs).toEqual({ postgres: LOGIN });
    expect((await told(split("from .base import *\nDATABASES['default'] = SQLITE\n"))).needs).toEqual({});
    expect((await told(split('DEBUG = False\n'))).needs).toEqual({});
  });

  it('may stand under a condition, where parts go before an address', async () => {
    const parts = `'ENGINE': 'django.db.backends.postgresql', 'HOST': os.environ.get('DB_HOST')`;
    const settings = `if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.config()}
else:
    DATABASES = {
        'default': { ${parts} },
    }

CACHES = { 'NAME': 'no' }
`;
    expect(await told(django(settings))).toMatchObject({
      needs: { postgres: {} },
      tests: [`DB_HOST=localhost PGUSER=postgres PGPASSWORD=postgres ${TEST}`],
    });
  });

  it.each([
    ['elsewhere', database("'HOST': 'db.example.com', 'USER': 'a'")],
    ['behind a socket of this machine', database("'HOST': 'localhost', 'USER': 'root', 'PASSWORD': 'a'", 'mysql')],
    [
      'with what another image brings',
      database("'HOST': 'localhost'").replace('backends.postgresql', 'backends.postgis'),
    ],
  ])('show none where the server is one %s', async (_, settings) => {
    expect(await told(django(settings))).toMatchObject({ needs: {}, tests: [TEST] });
  });
});

describe('The settings of Spring Boot', () => {
  const spring = (settings: MemoryFiles, test = '@SpringBootTest\nclass ShopApplicationTests {}\n') => ({
    'pom.xml':
      '<project><artifactId>shop</artifactId><dependencies><dependency><groupId>a</groupId><artifactId>postgresql</artifactId></dependency><dependency><groupId>a</groupId><artifactId>mysql-connector-j</artifactId></dependency></dependencies></project>',
    'src/main/java/Shop.java': '',
    'src/test/java/ShopApplicationTests.java': test,
    ...settings,
  });
  const MAIN = 'src/main/resources/application';
  const login = (url: string) =>
    `spring.datasource.url=${url}\nspring.datasource.username=shop\nspring.datasource.password=pw\n`;
  const URL = 'jdbc:postgresql://localhost:5432/shop_test';
  const TEST = 'mvn -B -ntp verify';

  it('give the container the login that they write out', async () => {
    const found = await told(spring({ [`${MAIN}.properties`]: login(URL) }));
    expect(found).toMatchObject({ needs: { postgres: LOGIN }, tests: [TEST] });
    expect(found.cited).toContain(`${MAIN}.properties:1`);
    const yaml = `spring:\n  datasource:\n    url: \${DB_URL:${URL}}\n    username: shop\n    password: \${DB_PASSWORD:pw}\n`;
    expect(await told(spring({ [`${MAIN}.yml`]: yaml }))).toMatchObject({ needs: { postgres: LOGIN }, tests: [TEST] });
  });

  it('give way to variables where they name another place, or nobody', async () => {
    const elsewhere = { [`${MAIN}.properties`]: 'spring.datasource.url=jdbc:mysql://db:3306/shop?useSSL=false\n' };
    expect(await told(spring(elsewhere))).toMatchObject({
      needs: { mysql: { MYSQL_ROOT_PASSWORD: 'mysql', MYSQL_DATABASE: 'shop' } },
      tests: [
        `SPRING_DATASOURCE_URL='jdbc:mysql://127.0.0.1:3306/shop?useSSL=false' SPRING_DATASOURCE_USERNAME=root SPRING_DATASOURCE_PASSWORD=mysql ${TEST}`,
      ],
    });
  });

  it.each([
    [
      'the tests have settings of their own',
      { [`${MAIN}.properties`]: login(URL), 'src/test/resources/application.properties': 'a=b\n' },
      undefined,
    ],
    ['no test starts the application', { [`${MAIN}.properties`]: login(URL) }, '@WebMvcTest\nclass A {}\n'],
    [
      'the test has a profile of its own',
      { [`${MAIN}.properties`]: login(URL) },
      '@SpringBootTest\n@ActiveProfiles("a")\nclass A {}\n',
    ],
    ['only the run knows the address', { [`${MAIN}.properties`]: login('${DB_URL}') }, undefined],
    ['a file holds the data', { [`${MAIN}.properties`]: login('jdbc:h2:mem:a') }, undefined],
  ])('show none where %s', async (_, settings: MemoryFiles, test) => {
    expect(await told(spring(settings, test))).toMatchObject({ needs: {}, tests: [TEST] });
  });
});

describe('The settings of Laravel', () => {
  const laravel = (files: MemoryFiles) => ({
    'composer.json': '{"require": {"laravel/framework": "^11"}, "require-dev": {"phpunit/phpunit": "^11"}}',
    artisan: '',
    'phpunit.xml':
      '<phpunit>\n  <!-- <env name="DB_CONNECTION" value="sqlite"/>\n  <env name="DB_DATABASE" value=":memory:"/> -->\n</phpunit>\n',
    'tests/Feature/ATest.php': '<?php\nclass ATest { use RefreshDatabase; }\n',
    ...files,
  });
  const ENV =
    'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_PORT=3306\nDB_DATABASE=shop\nDB_USERNAME=root\nDB_PASSWORD=\n';
  const ROOT = { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes', MYSQL_ROOT_PASSWORD: '', MYSQL_DATABASE: 'shop' };
  const NONE = { needs: {}, tests: expect.arrayContaining(['php artisan test']) };

  it('give the container the login of the file of settings', async () => {
    const found = await told(laravel({ '.env.testing': ENV }));
    expect(found).toMatchObject({ needs: { mysql: ROOT }, tests: expect.arrayContaining(['php artisan test']) });
    expect(found.cited).toContain('.env.testing:1');
  });

  it('count as an example, too, where tests use the database', async () => {
    expect((await told(laravel({ '.env.example': ENV.replace('DB_HOST=127.0.0.1', 'DB_HOST=db') }))).tests).toContain(
      'DB_HOST=127.0.0.1 php artisan test',
    );
    expect(await told(laravel({ '.env.example': ENV, 'tests/Feature/ATest.php': '<?php\n' }))).toMatchObject(NONE);
  });

  it('tell PHP the address of a server of MySQL, whose name is a socket to it', async () => {
    const files = laravel({ '.env.testing': ENV.replace('127.0.0.1', 'localhost') });
    expect(await told(files)).toMatchObject({
      needs: { mysql: ROOT },
      tests: expect.arrayContaining(['DB_HOST=127.0.0.1 php artisan test']),
    });
  });

  it.each([
    ['with force', '<env name="DB_HOST" value="db.example.com" force="true"/>'],
    ['for the server', '<server name="DB_HOST" value="db.example.com"/>'],
  ])('show none where PHPUnit sets a host elsewhere %s', async (_, host) => {
    const files = { '.env.testing': ENV, 'phpunit.xml': `<phpunit><php>${host}</php></phpunit>\n` };
    expect(await told(laravel(files))).toMatchObject(NONE);
  });

  it.each([
    [
      'PHPUnit',
      {
        'phpunit.xml':
          '<phpunit><php><env name="DB_CONNECTION" value="sqlite"/><env name="DB_DATABASE" value=":memory:"/></php></phpunit>\n',
      },
    ],
    ['the file for tests', { '.env.testing': 'DB_CONNECTION=sqlite\n' }],
  ])('show none where %s names a file', async (_, files) => {
    expect(await told(laravel({ '.env.example': ENV, ...files }))).toMatchObject(NONE);
  });
});

describe('The addresses of `.env` files', () => {
  const node = (files: MemoryFiles) => ({
    'package.json':
      '{"name": "a", "scripts": {"test": "jest"}, "dependencies": {"pg": "8", "mongoose": "8", "amqplib": "1", "ioredis": "5"}}',
    'package-lock.json': '{}',
    ...files,
  });
  const URL = 'DATABASE_URL=postgresql://shop:p%40w@localhost:5432/shop_test?schema=public\n';

  it('give the container their login', async () => {
    expect(await told(node({ '.env': URL }))).toMatchObject({
      needs: { postgres: { ...LOGIN, POSTGRES_PASSWORD: 'p@w' } },
      tests: ['npm test'],
    });
    const others = 'A=mongodb://root:pw@localhost:27017/a\nB=amqp://me:pw@localhost\nC=redis://localhost:6379\n';
    expect((await told(node({ '.env': others }))).needs).toEqual({
      mongo: { MONGO_INITDB_ROOT_USERNAME: 'root', MONGO_INITDB_ROOT_PASSWORD: 'pw' },
      rabbitmq: { RABBITMQ_DEFAULT_USER: 'me', RABBITMQ_DEFAULT_PASS: 'pw' },
      redis: {},
    });
  });

  it('show no server that must speak TLS, and none by a variable that changes programs', async () => {
    expect(await told(node({ '.env': 'A=rediss://localhost:6379\nB=amqps://localhost:5671\n' }))).toMatchObject({
      needs: {},
      tests: ['npm test'],
    });
    expect(await told(node({ '.env': URL.replace('schema=public', 'sslmode=require') }))).toMatchObject({ needs: {} });
    expect(await told(node({ '.env': `NODE_OPTIONS=postgres://a:b@localhost/c\n${URL}` }))).toMatchObject({
      needs: { postgres: { ...LOGIN, POSTGRES_PASSWORD: 'p@w' } },
    });
  });

  it('are told to the tests where only an example has them, or at a port that is not there', async () => {
    const told5432 = "DATABASE_URL='postgresql://shop:p%40w@localhost:5432/shop_test?schema=public' npm test";
    expect((await told(node({ '.env.example': URL }))).tests).toEqual([told5432]);
    expect((await told(node({ '.env': URL.replace('5432', '5444') }))).tests).toEqual([told5432]);
  });

  it('are those of the server that their scheme names, and of one that speaks its protocol in its place', async () => {
    const files = node({ '.env': 'URL=mariadb://shop:pw@localhost:3306/shop_test\n' });
    const manifest = files['package.json'].replace('"pg"', '"mariadb"');
    expect((await told({ ...files, 'package.json': manifest })).needs).toEqual({
      mariadb: { MARIADB_USER: 'shop', MARIADB_PASSWORD: 'pw', MARIADB_DATABASE: 'shop_test' },
    });
    const workflow = (url: string) =>
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services: { cache: { image: "valkey/valkey:9" } }\n    steps: [{ run: make test VERBOSE=1, env: { URL: "${url}" } }]\n`;
    const testsWith = async (url: string) =>
      (await told(node({ Makefile: 'test:\n\tnpm test\n', '.github/workflows/ci.yml': workflow(url) }))).tests;
    expect(await testsWith('redis://localhost:6379')).toEqual(['URL=redis://localhost:6379 npm test']);
    expect(await testsWith('redis://localhost/0/messages')).toEqual(['URL=redis://localhost/0/messages npm test']);
    expect(await testsWith('amqp://localhost:5672')).toEqual(['npm test']);
  });

  it('are not told to tests that a workflow runs beside its own', async () => {
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services:\n      db:\n        image: postgres:17\n        env: { POSTGRES_PASSWORD: ci }\n    steps: [{ run: npm test }]\n';
    expect(await told(node({ '.env': URL, '.github/workflows/ci.yml': workflow }))).toMatchObject({
      needs: { postgres: { POSTGRES_PASSWORD: 'ci' } },
      tests: ['npm test'],
    });
  });

  it('are those for tests, then those for work, then examples', async () => {
    const files = {
      '.env.example': URL.replaceAll('shop', 'example'),
      '.env': URL.replaceAll('shop', 'work'),
      '.env.test': URL,
    };
    expect((await told(node(files))).needs).toMatchObject({ postgres: { POSTGRES_USER: 'shop' } });
    const { '.env.test': _, ...others } = files;
    expect((await told(node(others))).needs).toMatchObject({ postgres: { POSTGRES_USER: 'work' } });
  });
});

describe('Queries that sqlx checks while it compiles', () => {
  const shop = (more: MemoryFiles = {}, query = 'sqlx::query!("select 1")') => ({
    'Cargo.toml': '[package]\nname = "shop"\n[dependencies]\nsqlx = { version = "0.8", features = ["postgres"] }\n',
    'Cargo.lock': '',
    'src/main.rs': 'mod store;\nfn main() {}\n',
    'src/store/users.rs': `#[test]\nfn a() {\n    ${query};\n}\n`,
    'tests/a.rs': '#[test]\nfn a() {}\n',
    'migrations/1_users.sql': 'create table users ();\n',
    ...more,
  });
  const URL = 'DATABASE_URL=postgres://postgres:postgres@localhost:5432/test';
  const SETUP = [
    'cargo install sqlx-cli --locked --no-default-features --features rustls,postgres',
    `${URL} sqlx database setup`,
  ];
  const runs = (commands: readonly { readonly run: string }[]) => commands.map(({ run }) => run);

  it('need a database with its tables beside all that compiles them', async () => {
    const { needs, commands } = await theUnit(shop());
    expect(needs).toMatchObject([
      {
        service: 'postgres',
        isForCompiling: true,
        environment: { POSTGRES_PASSWORD: 'postgres', POSTGRES_DB: 'test' },
      },
    ]);
    expect(runs(commands.lint)).toEqual([
      'cargo fmt --all --check',
      ...SETUP,
      `${URL} cargo clippy --all-targets --locked`,
    ]);
    expect(runs(commands.test)).toEqual([...SETUP, `${URL} cargo test --locked`]);
    expect(runs(commands.build)).toEqual([...SETUP, `${URL} cargo build --release --locked`]);
    expect(linesOf(needs[0])).toContain('src/store/users.rs:3');
  });

  it('need none beside their checked copies, or where they are checked when they run', async () => {
    expect((await theUnit(shop({ '.sqlx/query-1.json': '{}' }))).needs).toEqual([]);
    expect((await theUnit(shop({}, 'sqlx::query("select 1")'))).needs).toEqual([]);
  });

  it('are told where a file has it', async () => {
    const { needs, commands } = await theUnit(
      shop({ '.env': 'DATABASE_URL=postgres://shop:pw@localhost:5432/shop\n' }),
    );
    expect(needs).toMatchObject([
      { isForCompiling: true, environment: { POSTGRES_USER: 'shop', POSTGRES_DB: 'shop' } },
    ]);
    expect(runs(commands.build).at(-1)).toBe(
      'DATABASE_URL=postgres://shop:pw@localhost:5432/shop cargo build --release --locked',
    );
  });

  it('have it in every generated job that compiles', async () => {
    const profile = await profiled(shop());
    const jobs = jobsOver(profile);
    const beside = Object.entries(jobs).flatMap(([id, job]) => (job.services ? [id] : []));
    expect(beside).toEqual(['rust-lint', 'rust-test', 'rust-build']);
    expect(jobs['rust-build']?.steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Install sqlx-cli', 'Prepare the database', 'Build']),
    );
  });
});

describe('A `.env` file that names two databases', () => {
  const tests = async (env: string) => {
    const unit = await theUnit({
      'package.json': '{"name":"shop","scripts":{"test":"vitest run"},"dependencies":{"pg":"8"}}',
      'package-lock.json': '{"lockfileVersion":3}',
      '.env': env,
    });
    return [unit.needs.map(({ environment }) => environment.POSTGRES_DB), unit.commands.test.map(({ run }) => run)];
  };

  it('has both made, the second one before the tests', async () => {
    const env = 'DATABASE_URL=postgres://u:pw@localhost:5432/shop\nSHADOW_URL=postgres://u:pw@localhost/shadow\n';
    expect(await tests(env)).toEqual([
      ['shop'],
      [`psql postgres://u:pw@localhost:5432/shop -c 'CREATE DATABASE "shadow"'`, 'npm test'],
    ]);
  });

  it('has none made of another user or another server', async () => {
    const env =
      'A_URL=postgres://u:pw@localhost/shop\nB_URL=postgres://v:pw@localhost/b\nC_URL=postgres://u:pw@localhost:5440/c\n';
    expect(await tests(env)).toEqual([['shop'], ['npm test']]);
  });
});
