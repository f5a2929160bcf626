import { expect, it } from 'vitest';
import { readCiSteps } from '../../../src/profile/ci/steps.ts';
import { cpp } from '../../../src/profile/ecosystems/cpp.ts';
import { shell } from '../../../src/profile/ecosystems/shell.ts';
import { detect, snapshotOf } from '../detecting.ts';

const FILE = '.github/workflows/ci.yml';

function workflow(on: string, job = '', step = '', run = 'make'): string {
  return `on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${job}    steps:\n      - run: ${run}\n${step}`;
}

const NOT_A_PUSH = "github.event_name != 'push'";
const ONCE = "github.event_name == 'push' || github.event.pull_request.head.repo.full_name != github.repository";
const NO_PUSH = `    if: ${NOT_A_PUSH}\n`;

it.each([
  ['a push', workflow('push'), true, true],
  ['a pull request', workflow('[pull_request]'), true, true],
  ['a push of a tag alone', workflow('{ push: { tags: ["v*"] } }'), false, false],
  ['a person', workflow('workflow_dispatch'), false, false],
  ['a clock', workflow('{ schedule: [{ cron: "0 0 * * *" }] }'), false, false],
  ['a push, before an environment', workflow('push', '    environment: production\n'), false, false],
  ['a push, of a job for tags', workflow('push', "    if: startsWith(github.ref, 'refs/tags')\n"), false, false],
  ['a push, where it may fail', workflow('push', '', '        continue-on-error: true\n'), true, false],
  ['a pull request, where no push is asked for', workflow('[push, pull_request]', NO_PUSH), true, true],
  [
    'a push, or the pull request of a fork, which has none',
    workflow('[push, pull_request]', `    if: ${ONCE}\n`),
    true,
    true,
  ],
  [
    'a push, and not a pull request',
    workflow('[push, pull_request]', "    if: github.event_name == 'push'\n"),
    false,
    false,
  ],
  [
    'a pull request, unless it was cancelled',
    workflow('[pull_request]', `    if: \${{ !cancelled() && (${NOT_A_PUSH} || needs.a.outputs.b != 'c') }}\n`),
    true,
    true,
  ],
  [
    'a pull request, on the Linux of a matrix',
    workflow('[pull_request]', '', "        if: runner.os == 'Linux'\n"),
    true,
    true,
  ],
  [
    'a pull request, of a step for Windows',
    workflow('[pull_request]', '', "        if: runner.os == 'Windows'\n"),
    true,
    false,
  ],
  [
    'a pull request, in one run of a matrix',
    workflow(
      '[pull_request]',
      '    strategy: { matrix: { go: ["1.25", "1.26"] } }\n',
      "        if: matrix.go == '1.26'\n",
    ),
    true,
    true,
  ],
  [
    'a pull request, in runs of a matrix on other systems alone',
    workflow(
      '[pull_request]',
      '    strategy: { matrix: { os: [ubuntu-24.04, macos-15] } }\n',
      "        if: matrix.os != 'ubuntu-24.04'\n",
    ).replace('runs-on: ubuntu-24.04', 'runs-on: ${{ matrix.os }}'),
    true,
    false,
  ],
  [
    'a pull request, in a run that the matrix leaves open',
    workflow('[pull_request]', '    strategy: { matrix: { go: ["1.25"] } }\n', '        if: matrix.cover\n'),
    true,
    false,
  ],
  [
    'a push, of a job that no pull request starts',
    workflow('[push, pull_request]', "    if: github.event_name != 'pull_request'\n"),
    false,
    false,
  ],
  ['a push, on macOS', workflow('push').replace('ubuntu-24.04', 'macos-15'), true, false],
])('A step that %s starts: %#', async (_, text, isStarted, isUsual) => {
  const [step] = readCiSteps(await snapshotOf({ [FILE]: text }), /./);
  expect(step).toMatchObject({ isStarted, isUsual });
});

it.each([
  ['make', cpp, { Makefile: 'all:\n\tcc a.c\n\ncheck:\n\ttrue\n', 'a.c': '' }, 'make check WAYS=all', 'WAYS'],
  ['bats', shell, { 'a.sh': '', 'test/a.bats': '' }, 'bats test --filter-tags slow', 'slow'],
])('What nobody but a person starts is no command of a pull request: %s', async (_, ecosystem, files, run, mark) => {
  const unitsBy = async (on: string, job = '') =>
    JSON.stringify((await detect(ecosystem, { ...files, [FILE]: workflow(on, job, '', run) })).units);
  expect(await unitsBy('push')).toContain(mark);
  expect(await unitsBy('workflow_dispatch')).not.toContain(mark);
  expect(await unitsBy('push', '    environment: production\n')).not.toContain(mark);
});
