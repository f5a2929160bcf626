import { describe, expect, it } from 'vitest';
import { profiled } from '../../profiled.ts';

const FILES = {
  'composer.json': JSON.stringify({ require: { 'laravel/framework': '^12' }, scripts: { test: 'phpunit' } }),
  'composer.lock': '{}',
  'phpunit.xml': '',
  'tests/ATest.php': '',
  'package.json': JSON.stringify({ scripts: { build: 'vite build' }, devDependencies: { vite: '7' } }),
  'package-lock.json': '{}',
  '.nvmrc': '22\n',
};

/** Jobs of one workflow by their steps, as YAML writes them in one line. */
async function testsOf(...jobs: readonly (readonly string[])[]) {
  const written = jobs.map((steps, index) => `  j${index}: { runs-on: ubuntu-24.04, steps: [${steps.join(', ')}] }\n`);
  const workflow = `on: pull_request\njobs:\n${written.join('')}`;
  const { units } = await profiled({ ...FILES, '.github/workflows/ci.yml': workflow });
  const unit = units.find(({ ecosystem }) => ecosystem === 'php');
  return [unit?.commands.test.map(({ run }) => run), unit?.versions.find(({ tool }) => tool === 'node')?.value];
}

const run = (command: string) => `{ run: ${command} }`;
const artifact = (does: string, name: string) => `{ uses: actions/${does}-artifact@v4, with: { name: ${name} } }`;
const BUILD = [run('npm ci'), run('npm run build')];
const BUILT = [['npm ci', 'npm run build', 'composer test'], '22'];
const ALONE = [['composer test'], undefined];

describe('What tests of another language read that Node builds', () => {
  it('is built before them, where every job that runs them does so', async () => {
    expect(await testsOf([...BUILD, run('composer test')])).toEqual(BUILT);
    expect(await testsOf([...BUILD, run('composer test')], [run('vendor/bin/phpunit')])).toEqual(ALONE);
  });

  it('is built before them, where another job keeps it for theirs', async () => {
    const kept = [...BUILD, artifact('upload', 'assets')];
    expect(await testsOf(kept, [artifact('download', 'assets'), run('composer test')])).toEqual(BUILT);
    expect(await testsOf(kept, [artifact('download', 'others'), run('composer test')])).toEqual(ALONE);
    expect(await testsOf(kept, [run('composer test')])).toEqual(ALONE);
  });

  it('is nothing that is built behind them, or only installed', async () => {
    expect(await testsOf([run('composer test'), ...BUILD])).toEqual(ALONE);
    expect(await testsOf([run('npm ci'), run('composer test')])).toEqual(ALONE);
  });
});
