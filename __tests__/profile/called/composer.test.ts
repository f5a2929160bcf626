import { describe, expect, it } from 'vitest';
import { profiled } from '../profiled.ts';

type Scripts = Readonly<Record<string, string | readonly string[]>>;

/** What a workflow covers whose one step runs that, beside the scripts of Composer. */
async function covered(run: string, scripts: Scripts): Promise<string[]> {
  const head = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';
  const { coverage } = await profiled({
    'composer.json': JSON.stringify({
      name: 'a/a',
      'require-dev': { 'phpstan/phpstan': '2', 'phpunit/phpunit': '12' },
      scripts,
    }),
    'phpstan.neon': '',
    'phpunit.xml': '',
    'src/A.php': '<?php\n',
    'tests/ATest.php': '<?php\n',
    '.github/workflows/ci.yml': `${head}      - uses: actions/checkout@v5\n      - run: ${run}\n`,
  });
  return coverage?.runs.flatMap((one) => (one.kind === 'command' ? [one.run] : [])) ?? [];
}

const STAN = 'vendor/bin/phpstan analyse --no-progress';
const TESTS = 'vendor/bin/phpunit';

describe('What Composer starts by the name of a script', () => {
  it.each<[string, string | readonly string[], string[]]>([
    ['composer all', 'phpstan --memory-limit=2g', [STAN]],
    ['composer run-script -n all', 'vendor/bin/phpstan analyze --error-format=github', [STAN]],
    ['composer all --no-interaction', ['phpstan analyse --memory-limit 2G --ansi'], [STAN]],
    ['composer -q run all', ['@php vendor/bin/phpunit', '@inner'], [STAN, TESTS]],
    ['composer all', ['@putenv XDEBUG_MODE=off', '@composer inner'], [STAN]],
  ])('is covered with it: %s of %j', async (run, all, commands) => {
    const found = await covered(run, { all, inner: 'phpstan analyse' });
    expect(found.filter((one) => one === STAN || one === TESTS).sort()).toEqual([...commands].sort());
  });

  it.each<[string, string | readonly string[]]>([
    ['composer all', 'phpstan analyse src'],
    ['composer all', 'phpstan analyse || true'],
    ['composer all', 'phpstan --version'],
    ['composer all', ['@putenv APP_ENV=other', '@inner']],
    ['composer all', 'echo phpstan analyse'],
    ['composer all', '@missing'],
    ['composer all', '@all'],
    ['composer other', 'phpstan analyse'],
    ['composer all -- --help', 'phpstan analyse'],
    ['composer -d sub all', 'phpstan analyse'],
  ])('is not covered by another one, or what forgives: %s of %j', async (run, all) => {
    const found = await covered(run, { all, inner: 'phpstan analyse' });
    expect(found.filter((one) => one === STAN || one === TESTS)).toEqual([]);
  });

  it('is no command of its own', async () => {
    expect(await covered('composer validate', { validate: 'phpstan analyse' })).not.toContain(STAN);
    expect(await covered('composer run validate', { validate: 'phpstan analyse' })).toContain(STAN);
  });

  it('is covered as its program is started otherwise', async () => {
    expect(await covered('php -d memory_limit=-1 vendor/bin/phpstan', {})).toContain(STAN);
    expect(await covered('vendor/bin/phpstan list', {})).not.toContain(STAN);
  });
});
