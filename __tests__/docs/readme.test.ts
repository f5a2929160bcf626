import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCli } from '../fakes/built.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const WORKFLOW = `name: ci
on: issues
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo \${{ github.event.issue.title }}
`;

it('README.md shows a finding as it is printed', () => {
  using place = temporaryDirectory();
  writeAll(place.path, { '.github/workflows/ci.yml': WORKFLOW });
  const [finding = ''] = runCli(['validate'], { cwd: place.path }).stdout.split('\n\n');
  expect(README).toContain(`\n\`\`\`\n${finding}\n\`\`\`\n`);
});
