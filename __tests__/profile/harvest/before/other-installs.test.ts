import { expect, it } from 'vitest';
import { profiled } from '../../profiled.ts';

const PACKAGE = (name: string) =>
  JSON.stringify({ name, scripts: { build: 'tsc -p .', test: 'node --test' }, dependencies: { pg: '8' } }, null, 1);

function files(...jobs: readonly (readonly string[])[]) {
  const written = jobs.map((steps, index) => {
    const lines = steps.map((step) => {
      const [folder, run] = step.split(': ');
      return `      - run: ${run}\n        working-directory: ${folder}\n`;
    });
    return `  j${index}:\n    runs-on: ubuntu-24.04\n    steps:\n${lines.join('')}`;
  });
  return {
    'package.json': PACKAGE('shop'),
    'package-lock.json': '{}',
    'a.test.js': '',
    'web/package.json': PACKAGE('web'),
    'web/package-lock.json': '{}',
    'web/b.test.js': '',
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n${written.join('')}`,
  };
}

async function installs(...jobs: readonly (readonly string[])[]) {
  const { units } = await profiled(files(...jobs));
  const unit = units.find(({ directory }) => directory === 'web');
  return [unit?.commands.install.map(({ run, directory }) => `${directory}: ${run}`), unit?.dependsOn];
}

it('What every job of a unit installs of another one first is installed for it, and it is built from that', async () => {
  expect(await installs(['.: npm ci', 'web: npm ci', 'web: npm test'])).toEqual([['.: npm ci', 'web: npm ci'], ['.']]);
});

it('What is built there first is built', async () => {
  expect(await installs(['.: npm ci', '.: npm run build', 'web: npm ci', 'web: npm test'])).toEqual([
    ['.: npm ci', '.: npm run build', 'web: npm ci'],
    ['.'],
  ]);
});

it('A job that checks both, or another one that does without, says nothing of what one needs', async () => {
  const alone = [['web: npm ci'], []];
  expect(await installs(['.: npm ci', '.: npm test', 'web: npm ci', 'web: npm test'])).toEqual(alone);
  expect(await installs(['.: npm ci', 'web: npm ci', 'web: npm test'], ['web: npm ci', 'web: npm test'])).toEqual(
    alone,
  );
  expect(await installs(['web: npm ci', 'web: npm test', '.: npm ci'])).toEqual(alone);
});
