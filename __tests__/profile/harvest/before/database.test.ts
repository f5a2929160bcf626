import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { linesOf, theUnit } from '../../profiled.ts';

const POETRY =
  '[tool.poetry.dependencies]\npython = "^3.12"\nalembic = "^1"\n[tool.poetry.dev-dependencies]\npytest = "^8"\n';
const PYTHON = { 'pyproject.toml': POETRY, 'poetry.lock': '', 'app.py': '', 'tests/test_app.py': '' };

/** A job that every change starts, with an environment of its steps. */
function ci(steps: readonly string[], env = '') {
  const written = steps.map((run) => `      - run: |\n${run.replace(/^/gm, '          ')}\n${env}`);
  return {
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${written.join('')}`,
  };
}

const ENV = '        env:\n          DATABASE_URL: postgresql://shop:shop@localhost/shop\n          HOME: /elsewhere\n';

async function tests(files: MemoryFiles): Promise<string[]> {
  return (await theUnit(files)).commands.test.map(({ run }) => run);
}

describe('What a pipeline does to a database before the tests of a unit', () => {
  it('is done before ours, with what it sets for both', async () => {
    const unit = await theUnit({
      ...PYTHON,
      ...ci(['poetry run alembic upgrade head\npoetry run ./scripts/test\npoetry run alembic downgrade base'], ENV),
    });
    const set = 'DATABASE_URL=postgresql://shop:shop@localhost/shop';
    expect(unit.commands.test.map(({ run }) => run)).toEqual([
      `${set} poetry run alembic upgrade head`,
      `${set} poetry run pytest`,
    ]);
    expect(linesOf(unit.commands.test[0])).toEqual(['.github/workflows/ci.yml:7']);
  });

  it.each([
    ['as the unit’s own manager starts it', ['alembic upgrade head', 'pytest'], 'poetry run alembic upgrade head'],
    [
      'by a script that the tests’ own step does not start',
      ['poetry run bash scripts/prepare.sh', 'poetry run pytest "--title=${{ github.sha }}"'],
      'poetry run bash scripts/prepare.sh',
    ],
  ])('is done %s', async (_, steps, run) => {
    const script = { 'scripts/prepare.sh': '#!/bin/sh\nalembic upgrade head\n' };
    expect(await tests({ ...PYTHON, ...script, ...ci(steps) })).toEqual([run, 'poetry run pytest']);
  });

  it.each([
    ['in a job without the tests', ['alembic upgrade head']],
    ['after the tests', ['pytest', 'alembic upgrade head']],
    ['for another folder', ['cd tools && alembic upgrade head', 'pytest']],
    ['where it may fail', ['alembic upgrade head || true', 'pytest']],
    ['by a script that does something else', ['bash scripts/other.sh', 'pytest']],
    ['by a script that deploys', ['bash scripts/deploy.sh', 'pytest']],
  ])('is not taken over %s', async (_, steps) => {
    const files = {
      ...PYTHON,
      'scripts/other.sh': 'echo\n',
      'scripts/deploy.sh': 'alembic upgrade head\n',
      'tools/x': '',
      ...ci(steps),
    };
    expect(await tests(files)).toEqual(['poetry run pytest']);
  });

  describe('beside another job with a server and the same tests', () => {
    const job = (name: string, ...steps: readonly string[]) =>
      `  ${name}:\n    runs-on: ubuntu-latest\n    services: { db: { image: 'postgres:17' } }\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
    const MIGRATED = job('compatible', 'run: poetry run alembic upgrade head', 'run: poetry run pytest --reuse-db');
    const found = async (...others: readonly string[]) =>
      tests({
        ...PYTHON,
        '.github/workflows/ci.yml': `on: pull_request\njobs:\n${MIGRATED}${others.join('')}`,
        '.github/actions/tables/action.yml': 'runs: { using: docker }\n',
      });

    it('is not done where that one runs them all without it', async () => {
      const whole = 'run: |\n          poetry run pytest \\\n            -m "not e2e" \\\n            --out="$OUT"';
      expect(await found(job('test', 'run: poetry install', whole))).toEqual(['poetry run pytest']);
    });

    it('is done where the same program does both in one job', async () => {
      const steps = ['run: bundle exec rake db:create db:migrate', 'run: bundle exec rake'];
      const files = { Gemfile: "gem 'rspec'\ngem 'rails'\n", Rakefile: '', 'spec/a_spec.rb': '' };
      const workflow = `on: pull_request\njobs:\n${job('test', ...steps)}`;
      const [first = ''] = await tests({ ...files, '.github/workflows/ci.yml': workflow });
      expect(first).toBe('bundle exec rake db:create db:migrate');
    });

    it.each([
      ['some of them', job('test', 'run: poetry run pytest -m fast')],
      ['those of a folder', job('test', 'run: poetry run pytest tests/unit')],
      ['them behind a script', job('test', 'run: ./tables', 'run: poetry run pytest')],
      ['them behind an action of its own', job('test', 'uses: ./.github/actions/tables', 'run: poetry run pytest')],
      ['them with no server', job('test', 'run: poetry run pytest').replace(/ {4}services.*\n/, '')],
    ])('is done where that one runs %s', async (_, other) => {
      const [first = ''] = await found(other);
      expect(first).toMatch(/alembic upgrade head$/);
    });
  });

  it('is done where a task of tests does it', async () => {
    const make = (recipe: string) => ({ ...PYTHON, Makefile: `test:\n${recipe.replace(/^/gm, '\t')}\n` });
    const found = await theUnit(make('docker compose up -d db\n$(VENV)/bin/alembic upgrade head\n.venv/bin/pytest'));
    expect(found.commands.test.map(({ run }) => run)).toEqual(['poetry run alembic upgrade head', 'poetry run pytest']);
    expect(linesOf(found.commands.test[0])).toEqual(['Makefile:3']);
    const before = { ...PYTHON, Makefile: 'test: tables\n\tpytest\ntables:\n\talembic upgrade head\n' };
    expect(await tests(before)).toEqual(['poetry run alembic upgrade head', 'poetry run pytest']);
    expect(await tests(make('docker compose run web alembic upgrade head\npytest'))).toEqual(['poetry run pytest']);
    expect(await tests({ ...PYTHON, Makefile: 'deploy:\n\talembic upgrade head\n\tpytest\n' })).toEqual([
      'poetry run pytest',
    ]);
  });

  it.each([
    ['php artisan migrate:fresh --seed', true],
    ['php artisan db:seed', true],
    ['php artisan shop:install --no-interaction', true],
    ['php bin/console doctrine:migrations:migrate --no-interaction --env=test', true],
    ['php bin/console doctrine:fixtures:load -n', true],
    ['php artisan route:cache', false],
    ['php artisan install-hooks', false],
    ['php bin/console doctrine:schema:validate', false],
  ])('by the console of a framework is done as it is typed: %s', async (run, isDone) => {
    const require = { 'phpunit/phpunit': '^11', 'laravel/framework': '^12', 'symfony/framework-bundle': '^7' };
    const files = { 'composer.json': JSON.stringify({ require }), 'phpunit.xml': '<phpunit/>', 'tests/ATest.php': '' };
    const found = await tests({ ...files, ...ci(['composer install', run, 'vendor/bin/phpunit']) });
    expect(found).toEqual([...(isDone ? [run] : []), 'vendor/bin/phpunit']);
  });

  it('is done once, whatever release of a program the runs of a matrix name', async () => {
    const require = { 'phpunit/phpunit': '^11', 'laravel/framework': '^12' };
    const files = { 'composer.json': JSON.stringify({ require }), 'phpunit.xml': '<phpunit/>', 'tests/ATest.php': '' };
    const { '.github/workflows/ci.yml': text } = ci([
      'composer install',
      'php${{ matrix.php }} artisan migrate --force',
      'php${{ matrix.php }} vendor/bin/phpunit',
    ]);
    const matrix = '    strategy:\n      matrix:\n        php: [8.2, 8.3, 8.4]\n    steps:\n';
    const workflow = { '.github/workflows/ci.yml': text.replace('    steps:\n', matrix) };
    expect(await tests({ ...files, ...workflow })).toEqual(['php artisan migrate --force', 'vendor/bin/phpunit']);
  });

  it('of a package of Node is done as it is typed', async () => {
    const manifest = JSON.stringify({ scripts: { test: 'vitest run' }, devDependencies: { prisma: '6', vitest: '4' } });
    const files = { 'package.json': manifest, 'package-lock.json': '{}', 'a.test.js': '' };
    expect(await tests({ ...files, ...ci(['npx prisma migrate deploy', 'npm test']) })).toEqual([
      'npx prisma migrate deploy',
      'npm test',
    ]);
    expect(await tests({ ...files, ...ci(['php artisan migrate --seed', 'npm test']) })).toEqual(['npm test']);
  });

  it('is not what is done for a browser that looks at the whole system', async () => {
    const manifest = JSON.stringify({ scripts: { test: 'vitest run' }, devDependencies: { prisma: '6', vitest: '4' } });
    const files = { 'package.json': manifest, 'package-lock.json': '{}', 'a.test.js': '', '.env.ci': '' };
    const steps = ['cp .env.ci .env', 'npx prisma migrate deploy', 'npx playwright test --shard=1/2'];
    const env = '        env:\n          TZ: Asia/Tokyo\n';
    const { commands } = await theUnit({
      ...files,
      ...ci(steps, env),
      '.github/workflows/unit.yml': ci(['npm test'])['.github/workflows/ci.yml'],
    });
    expect(commands.test.map(({ run }) => run)).toEqual(['npm test']);
    expect(commands.install.map(({ run }) => run)).toEqual(['npm ci']);
  });
});

describe('What tasks do to a database before they test', () => {
  it('is done before the tests alone, also by a program that a pipeline runs before them', async () => {
    const files = { ...GO, 'cmd/migrate/main.go': 'package main\n', ...ci(['go run ./cmd/migrate\ngo test ./...']) };
    const { commands } = await theUnit(files);
    expect(commands.test.map(({ run }) => run)).toEqual(['go run ./cmd/migrate', 'go test ./...']);
    expect(commands.install).toEqual([]);
  });

  const GO = { 'go.mod': 'module a\n\ngo 1.25\n', 'main.go': 'package main\n', 'a_test.go': 'package main\n' };

  it.each([
    ['make', { Makefile: 'migrate:\n\tgo run ./cmd/migrate up\ntest: migrate\n\tgo test ./...\n' }],
    ['just', { justfile: 'db-migrate:\n    go run ./cmd/migrate up\n\ntest: db-migrate\n    go test ./...\n' }],
  ])('is done before ours, by the name of a task of %s', async (_, files) => {
    expect(await tests({ ...GO, ...files })).toEqual(['go run ./cmd/migrate up', 'go test ./...']);
  });

  it.each([
    ['nothing brings a program', 'migrate:\n\tgoose up\ntest: migrate\n\tgo test ./...\n'],
    ['it goes on in a container', 'migrate:\n\tdocker compose run migrate\ntest: migrate\n\tgo test ./...\n'],
    ['tests do not ask for it', 'migrate:\n\tgo run ./cmd/migrate up\ntest:\n\tgo test ./...\n'],
  ])('is not where %s', async (_, makefile) => {
    expect(await tests({ ...GO, Makefile: makefile })).toEqual(['go test ./...']);
  });
});
