import { describe, expect, it } from 'vitest';
import { php } from '../../../../src/profile/ecosystems/php.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { profiled } from '../../profiled.ts';

interface ComposerText {
  readonly require?: Readonly<Record<string, string>>;
  readonly dev?: readonly string[];
  readonly [key: string]: unknown;
}

function composer({ require = { php: '^8.2' }, dev = [], ...rest }: ComposerText = {}): string {
  return JSON.stringify({ require, 'require-dev': Object.fromEntries(dev.map((it) => [it, '*'])), ...rest }, null, 1);
}

const workflow = (...runs: readonly string[]) => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});
const TESTED = { 'src/A.php': '', 'tests/ATest.php': '' };

const usual = (...runs: readonly string[]) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

describe('The tests of PHP that pipelines call', () => {
  const files = { ...TESTED, 'composer.json': composer({ dev: ['phpunit/phpunit'], scripts: { test: 'phpunit' } }) };

  it.each([
    [['composer exec phpunit'], 'vendor/bin/phpunit'],
    [['composer exec -- phpunit --exclude-group Elastic'], 'vendor/bin/phpunit --exclude-group Elastic'],
    [
      ['vendor/bin/phpunit --exclude-group=a,b -v', 'vendor/bin/phpunit --group a,b'],
      'vendor/bin/phpunit --exclude-group=a,b',
    ],
    [['vendor/bin/phpunit --exclude-group a', 'vendor/bin/phpunit'], 'vendor/bin/phpunit'],
    [['vendor/bin/phpunit --exclude-group "$GROUPS"'], 'vendor/bin/phpunit'],
    [['composer test -- --exclude-group=db'], 'composer test -- --exclude-group=db'],
    [['composer test'], 'composer test'],
  ])('are what pipelines call, without what each of them leaves out: %j', async (runs, run) => {
    expect(typed(await detectOne(php, { ...files, ...usual(...runs) })).test).toEqual([run]);
  });
});

describe('A composer.json', () => {
  it('makes a unit that is installed and tested by what it asks for', async () => {
    const unit = await detectOne(php, {
      ...TESTED,
      'composer.json': composer({ require: { php: '^8.2', 'ext-pdo_pgsql': '*' }, dev: ['phpunit/phpunit'] }),
      'composer.lock': '{}',
    });
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'php', manager: 'composer', lockfile: 'composer.lock' });
    expect(typed(unit)).toEqual({
      install: ['composer install --no-interaction --no-progress --prefer-dist'],
      lint: [],
      test: ['vendor/bin/phpunit'],
      build: [],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['composer.json:7', 'tests/ATest.php:1']);
    expect(cited(unit.version)).toEqual(['composer.json:3']);
    expect(unit.dependencies).toContainEqual({ name: 'ext-pdo_pgsql', file: 'composer.json', line: 4 });
  });

  it('that brings a tool alone makes none, and one that is no JSON is a warning', async () => {
    const { units, warnings } = await detect(php, {
      'composer.json': composer(),
      'src/A.php': '',
      'tools/composer.json': composer(),
      'bad/composer.json': '{,}',
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.']);
    expect(warnings).toMatchObject([{ file: 'bad/composer.json', line: 1 }]);
  });

  it('is built from the packages that lie in folders', async () => {
    const repositories = [
      { type: 'path', url: '../core' },
      { type: 'path', url: '../all/*' },
      { type: 'vcs', url: 'x' },
    ];
    const { units } = await detect(php, { 'app/composer.json': composer({ repositories }), 'app/a.php': '' });
    expect(units[0]?.dependsOn).toEqual(['core']);
  });
});

describe('Tests of PHP', () => {
  it.each([
    ['waits for changes', { test: 'phpunit-watcher watch' }],
    ['mends files first', { test: ['@mend', 'phpunit'], mend: 'php-cs-fixer fix' }],
    ['mends files by an option', { test: ['ecs check --fix', 'phpunit'] }],
    ['mends files by the sniffer', { test: ['phpcbf', 'phpunit'] }],
  ])('are not those of a script that %s', async (_, scripts) => {
    const manifest = composer({ dev: ['phpunit/phpunit'], scripts });
    expect(typed(await detectOne(php, { ...TESTED, 'composer.json': manifest })).test).toEqual(['vendor/bin/phpunit']);
  });

  it('are none without files of tests, or without a runner', async () => {
    const files = { 'composer.json': composer({ dev: ['phpunit/phpunit'] }), 'src/A.php': '' };
    expect(typed(await detectOne(php, files)).test).toEqual([]);
    expect(typed(await detectOne(php, { ...TESTED, 'composer.json': composer() })).test).toEqual([]);
  });

  it.each([
    ['the script of that name', { dev: ['phpunit/phpunit'], scripts: { test: 'phpunit' } }, {}, 'composer test'],
    ['Pest before PHPUnit', { dev: ['phpunit/phpunit', 'pestphp/pest'] }, {}, 'vendor/bin/pest'],
    [
      'what a workflow calls',
      { dev: ['phpunit/phpunit'], scripts: { test: 'x' } },
      workflow('vendor/bin/phpunit -v'),
      'vendor/bin/phpunit',
    ],
    ['the bridge of Symfony', { dev: ['symfony/phpunit-bridge'] }, { 'bin/phpunit': '' }, 'php bin/phpunit'],
  ])('are run by %s', async (_, text, files, run) => {
    expect(typed(await detectOne(php, { ...TESTED, 'composer.json': composer(text), ...files })).test).toEqual([run]);
  });

  it.each([
    ['composer test:unit:ci', 'composer test:unit'],
    ['composer run test-unit', 'composer test-unit'],
    ['composer test:db', 'composer test'],
    ['composer test:unit && composer test', 'composer test'],
  ])('are those of units alone where pipelines start these by themselves: %s', async (call, run) => {
    const parts = { 'test:unit': 'phpunit', 'test:unit:ci': '@test:unit --coverage-php x', 'test-unit': 'phpunit' };
    const scripts = { test: ['@test:unit', '@test:db'], 'test:db': 'phpunit -c db.xml', ...parts };
    const manifest = composer({ dev: ['phpunit/phpunit'], scripts });
    const unit = await detectOne(php, { ...TESTED, 'composer.json': manifest, ...usual(call) });
    expect(typed(unit).test).toEqual([run]);
  });

  it('of Laravel have an environment first', async () => {
    const unit = await detectOne(php, {
      ...TESTED,
      'composer.json': composer({ require: { 'laravel/framework': '^11' } }),
      artisan: '',
      '.env.example': '',
    });
    expect(typed(unit).test).toEqual(['cp .env.example .env && php artisan key:generate', 'php artisan test']);
  });

  it.each([
    ['php artisan test', ['php artisan test']],
    ['php artisan key:generate\n          php artisan test', 'kept'],
    ["php -r \"copy('.env.example', '.env');\"\n          php artisan test", 'kept'],
    ['npm run build', 'kept'],
  ])('of Laravel have none where pipelines test without: %j', async (script, expected) => {
    const { units } = await profiled({
      ...TESTED,
      'composer.json': composer({ require: { 'laravel/framework': '^11' } }),
      artisan: '',
      '.env.example': '',
      '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          ${script}\n`,
    });
    const tests = units[0]?.commands.test.map(({ run }) => run) ?? [];
    expect(expected === 'kept' ? tests[0]?.startsWith('cp .env.example .env') : tests).toEqual(
      expected === 'kept' ? true : expected,
    );
  });
});

describe('The checks of PHP', () => {
  it('have the Easy Coding Standard where it is configured', async () => {
    const files = { ...TESTED, 'composer.json': composer({ dev: ['symplify/easy-coding-standard'] }) };
    expect(typed(await detectOne(php, { ...files, 'ecs.php': '' })).lint).toEqual(['format: vendor/bin/ecs check']);
    expect(typed(await detectOne(php, files)).lint).toEqual([]);
  });

  it('are the script of composer.json that calls the same tool alone, with its options', async () => {
    const lint = async (scripts: Record<string, unknown>) =>
      typed(
        await detectOne(php, {
          ...TESTED,
          'composer.json': composer({ dev: ['squizlabs/php_codesniffer'], scripts }),
          'phpcs.xml': '',
        }),
      ).lint;
    const call = './vendor/bin/phpcs --runtime-set ignore_warnings_on_exit 1';
    expect(await lint({ 'lint:fix': call, lint: call })).toEqual(['lint: composer lint']);
    expect(await lint({ cs: ['@php vendor/bin/phpcs -p'] })).toEqual(['lint: composer cs']);
    const plain = ['lint: vendor/bin/phpcs'];
    expect(await lint({ lint: `${call} && vendor/bin/phpcbf` })).toEqual(plain);
    expect(await lint({ lint: [call, 'other'] })).toEqual(plain);
    expect(await lint({ lint: 'eslint .' })).toEqual(plain);
    expect(await lint({ ship: call })).toEqual(plain);
  });

  it('are the scripts that a pipeline has Composer start, each once', async () => {
    const scripts = {
      cs: 'mago format --check',
      'cs:fix': 'mago format',
      lint: 'mago lint',
      analyze: 'phpstan analyse --memory-limit 1G',
      all: ['@cs', '@analyze'],
      check: ['@all'],
      docs: 'phpdoc',
      lines: Array.from({ length: 500 }, () => '@lines'),
      'cs:lines': ['@lines', ...Array.from({ length: 500 }, () => '@cs:lines'), 'mago analyze --fix --dry-run'],
      style: ['php-cs-fixer fix --dry-run', 'php-cs-fixer fix'],
    };
    const lint = async (...runs: readonly string[]) => {
      const steps = runs.map((run) => `      - run: ${run}\n`).join('');
      const unit = await detectOne(php, {
        'composer.json': composer({ dev: ['phpstan/phpstan', 'carthage-software/mago'], scripts }),
        'phpstan.neon': '',
        'src/a.php': '',
        '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
      });
      return typed(unit).lint;
    };
    expect(await lint('composer lint', 'composer cs:fix', 'composer docs')).toEqual([
      'lint: composer analyze',
      'lint: composer lint',
    ]);
    expect(await lint('composer style', 'composer lines', 'composer cs:lines')).toEqual([
      'lint: composer analyze',
      'format: composer cs:lines',
    ]);
    expect(await lint('composer run cs', 'composer analyze -- --no-progress', 'composer check')).toEqual([
      'lint: composer analyze',
      'format: composer run cs',
    ]);
  });

  it('are those that are asked for and configured', async () => {
    const dev = [
      'phpstan/phpstan',
      'vimeo/psalm',
      'friendsofphp/php-cs-fixer',
      'laravel/pint',
      'squizlabs/php_codesniffer',
    ];
    const unit = await detectOne(php, {
      ...TESTED,
      'composer.json': composer({ dev }),
      'phpstan.neon.dist': '',
      '.php-cs-fixer.dist.php': '',
      'pint.json': '{}',
    });
    expect(typed(unit).lint).toEqual([
      'lint: vendor/bin/phpstan analyse --no-progress',
      'format: vendor/bin/php-cs-fixer fix --dry-run --diff',
      'format: vendor/bin/pint --test',
    ]);
  });

  it.each<[string, ComposerText, MemoryFiles]>([
    ['a script', { scripts: { tidy: 'pint' } }, {}],
    ['a task', {}, { Makefile: 'format:\n\tvendor/bin/pint\n' }],
    ['an action', {}, { '.github/workflows/a.yml': '      - uses: aglipanci/laravel-pint-action@2.5\n' }],
    ['a hook', {}, { 'lefthook.yml': '      run: ./vendor/bin/pint --dirty\n' }],
  ])('are Pint’s where %s calls it, and else that is said', async (_, text, files) => {
    const dev = ['laravel/pint'];
    const unit = await detectOne(php, { ...TESTED, 'composer.json': composer({ dev, ...text }), ...files });
    expect(typed(unit).lint).toEqual(['format: vendor/bin/pint --test']);
    const { units, warnings } = await detect(php, { ...TESTED, 'composer.json': composer({ dev }) });
    expect(units.map((one) => typed(one).lint)).toEqual([[]]);
    expect(warnings).toEqual([
      {
        file: 'composer.json',
        line: expect.any(Number),
        message: expect.stringMatching(/^laravel\/pint is declared, and/),
      },
    ]);
  });

  it('are those that a pipeline or a script gives what it should look at, where no file does', async () => {
    const dev = ['phpstan/phpstan', 'friendsofphp/php-cs-fixer', 'squizlabs/php_codesniffer'];
    const scripts = { stan: 'phpstan analyse src', cs: 'php-cs-fixer fix --dry-run src' };
    const lint = async (text: ComposerText, files = {}) =>
      typed(await detectOne(php, { ...TESTED, 'composer.json': composer({ dev, ...text }), ...files })).lint;
    expect(await lint({ scripts })).toEqual(['lint: composer stan', 'format: composer cs']);
    const calls = usual('./vendor/bin/phpstan analyse src --level 8', 'vendor/bin/php-cs-fixer fix src');
    expect(await lint({}, calls)).toEqual(['lint: vendor/bin/phpstan analyse src --level 8']);
    expect(await lint({ scripts }, calls)).toEqual(['lint: composer stan', 'format: composer cs']);
    expect(await lint({}, usual('vendor/bin/phpstan analyse "$DIR"'))).toEqual([]);
    const psalm = { dev: ['vimeo/psalm'] };
    expect(await lint(psalm, usual('vendor/bin/psalm --root=src'))).toEqual(['typecheck: vendor/bin/psalm --root=src']);
    expect(await lint(psalm, usual('vendor/bin/psalm --alter --issues=all'))).toEqual([]);
    expect(await lint({})).toEqual([]);
  });

  it('are those of Composer and the console that a workflow runs, each once', async () => {
    const unit = await detectOne(php, {
      ...TESTED,
      'composer.json': composer(),
      'bin/console': '',
      ...workflow(
        'composer validate --strict',
        './bin/console lint:yaml config --parse-tags',
        'php bin/console lint:yaml config --parse-tags',
        'bin/console lint:twig $(ls)',
        'bin/console cache:clear',
      ),
    });
    expect(typed(unit).lint).toEqual([
      'lint: composer validate --strict',
      'lint: php bin/console lint:yaml config --parse-tags',
    ]);
    expect(cited(unit.commands.lint[1] ?? null)).toEqual(['.github/workflows/ci.yml:5']);
  });
});

describe('The version of PHP', () => {
  const text = composer({ config: { platform: { php: '8.2.1' } } });
  it.each([
    ['its own file', { '.php-version': '8.3\n' }, '8.3'],
    ['asdf', { '.tool-versions': 'php 8.1.2\n' }, '8.1.2'],
    ['the platform', {}, '8.2.1'],
    ['the requirement', { 'composer.json': composer() }, '^8.2'],
    ['the Dockerfile', { 'composer.json': composer({ require: {} }), Dockerfile: 'FROM php:8.1-fpm\n' }, '8.1'],
    [
      'a workflow',
      {
        'composer.json': composer({ require: {} }),
        '.github/workflows/ci.yml':
          "on: push\njobs:\n  a:\n    strategy: { matrix: { php: ['8.3', '8.4'] } }\n    steps:\n      - { uses: a/b@v1, with: { php-version: '${{ matrix.php }}' } }\n",
      },
      '8.3',
    ],
  ])('is that of %s', async (_, files, value) => {
    expect((await detectOne(php, { ...TESTED, 'composer.json': text, ...files })).version?.value).toBe(value);
  });
});

describe('The extensions of PHP', () => {
  const step = (extensions: string, run: string) =>
    `  ${run.replace(/\W/g, '') || 'a'}:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: shivammathur/setup-php@v2\n        with: { extensions: "${extensions}" }\n      - run: ${run}\n`;
  const of = async (requires: Readonly<Record<string, string>>, jobs = '') => {
    const unit = await detectOne(php, {
      'composer.json': `{"require":${JSON.stringify({ php: '>=8.2', ...requires })},"require-dev":{"phpunit/phpunit":"^11"}}`,
      ...TESTED,
      '.github/workflows/ci.yml': `on: push\njobs:\n${jobs}`,
    });
    return unit.extensions;
  };

  it('are those that composer.json requires, without what every PHP has', async () => {
    const extensions = await of({ 'ext-intl': '*', 'ext-json': '*', 'ext-pdo_pgsql': '*', 'acme/ext-x': '*' });
    expect(extensions?.map((it) => it.value)).toEqual(['intl', 'pdo_pgsql']);
    expect(cited(extensions?.[0] ?? null)).toEqual(['composer.json:1']);
    expect(await of({ 'ext-json': '*' })).toBeUndefined();
  });

  it('are those, too, that jobs set up for tests, and no other jobs', async () => {
    const jobs =
      step('none, intl, redis-6.0.2, :psr, xdebug, owner/name@main', 'vendor/bin/phpunit') +
      step('zip', 'composer test') +
      step('gd', 'vendor/bin/phpstan');
    const extensions = await of({ 'ext-redis': '*' }, jobs);
    expect(extensions?.map((it) => it.value)).toEqual(['redis-6.0.2', 'intl', 'zip']);
  });
});

describe('What jobs tell PHP', () => {
  const job = (name: string, inputs: string, run: string) =>
    `  ${name}:\n    runs-on: ubuntu-24.04\n    strategy: { matrix: { driver: [xdebug, none] } }\n    steps:\n      - uses: shivammathur/setup-php@v2\n        with: ${inputs}\n      - run: ${run}\n`;
  const told = async (jobs: string) => {
    const files = { 'composer.json': '{"require-dev":{"phpunit/phpunit":"^11"}}', ...TESTED };
    const { setUpInputs } = await detectOne(php, { ...files, '.github/workflows/ci.yml': `on: push\njobs:\n${jobs}` });
    return setUpInputs?.map(({ name, value, because: [at] }) => `${name}: ${value} (${at?.line})`);
  };

  it('is carried where they run the tests: each setting once, and what the first of them measures with', async () => {
    const one = `{ ini-values: 'memory_limit=-1, error_reporting=E_ALL & ~E_DEPRECATED', coverage: pcov }`;
    const other = `{ ini-values: 'memory_limit=1G, xdebug.mode="develop,coverage"', coverage: xdebug }`;
    const jobs = job('a', one, 'vendor/bin/phpunit') + job('b', other, 'composer test');
    const settings = 'memory_limit=-1, error_reporting=E_ALL & ~E_DEPRECATED, xdebug.mode="develop,coverage"';
    expect(await told(jobs)).toEqual([`ini-values: ${settings} (7)`, 'coverage: pcov (7)']);
    expect(await told(job('a', '{ coverage: "${{ matrix.driver }}" }', 'vendor/bin/phpunit'))).toEqual([
      'coverage: xdebug (7)',
    ]);
  });

  it('is nothing of other jobs, nor what may be a secret, or what only the run knows', async () => {
    expect(
      await told(job('a', '{ ini-values: memory_limit=-1, coverage: pcov }', 'vendor/bin/phpstan')),
    ).toBeUndefined();
    const secret = '{ ini-values: "newrelic.license=abc, session.save_path=tcp://a:b@c", coverage: none }';
    expect(await told(job('a', secret, 'vendor/bin/phpunit'))).toBeUndefined();
    const expression = '{ ini-values: "memory_limit=${{ vars.A }}", coverage: "${{ inputs.a }}" }';
    expect(await told(job('a', expression, 'vendor/bin/phpunit'))).toBeUndefined();
  });
});
