import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { profiled } from '../../profiled.ts';

const SHOP: MemoryFiles = {
  'pyproject.toml':
    '[project]\nname = "shop"\n[dependency-groups]\ndev = ["black", "isort", "ruff"]\n[tool.black]\n[tool.isort]\nprofile = "black"\n[tool.ruff]\nline-length = 99\n',
  'uv.lock': '',
  'shop/a.py': '',
};

const FORMATTER = 'on: { push: { branches: [main] } }';
const PUSH = 'run: git add . && git commit -m format && git push';

const workflow = (on: string, ...steps: string[]) =>
  `${on}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n${steps.map((it) => `      - ${it}\n`).join('')}`;

async function checked(files: MemoryFiles) {
  const { units, warnings } = await profiled({ ...SHOP, ...files });
  return { lint: units.flatMap(({ commands }) => commands.lint.map(({ run }) => run)), warnings };
}

const RUFF = 'uv run ruff check .';
const BLACK = 'uv run black --check .';
const ISORT = 'uv run isort --check-only .';

const made = (...steps: string[]) => ({ '.github/workflows/format.yml': workflow(FORMATTER, ...steps) });

describe('A format that a workflow writes and commits', () => {
  it.each<[string, MemoryFiles]>([
    ['by git', made('run: black . && isort .', PUSH)],
    [
      'by an action',
      made('run: uv run black .\n', 'run: uv run isort shop', 'uses: stefanzweifel/git-auto-commit-action@v5'),
    ],
    ['by a pull request', made('run: black .', 'run: isort .', 'uses: peter-evans/create-pull-request@v7')],
    ['by a task', { ...made('run: make format', PUSH), Makefile: 'format:\n\tblack .\n\tisort .\n' }],
    [
      'at night',
      {
        '.github/workflows/a.yml': workflow('on: { schedule: [{ cron: 1 1 * * * }] }', 'run: black . && isort .', PUSH),
      },
    ],
    ['to a pull request', { '.github/workflows/a.yml': workflow('on: pull_request', 'run: black . && isort .', PUSH) }],
  ])('is no check, with a warning: %s', async (_, files) => {
    const { lint, warnings } = await checked(files);
    expect(lint).toEqual([RUFF]);
    expect(warnings.map(({ message }) => message)).toEqual(
      ['black', 'isort'].map(
        (tool) =>
          `this workflow formats by ${tool} and commits that, so no job checks it; a call in a workflow that only looks has it checked.`,
      ),
    );
    expect(warnings.every(({ file, line }) => file === Object.keys(files)[0] && line >= 7)).toBe(true);
  });

  it.each<[string, MemoryFiles]>([
    ['nothing commits it', made('run: black . && isort .')],
    ['it is committed before', made(PUSH, 'run: black . && isort .')],
    [
      'another job commits',
      made('run: black . && isort .', `run: ls\n  b:\n    runs-on: ubuntu-latest\n    steps:\n      - ${PUSH}`),
    ],
    ['it only looks', made('run: black --check . && isort --check-only .', PUSH)],
    ['it is one file', made('run: black setup.py && isort setup.py', PUSH)],
    ['it is another folder', made('run: black . && isort .\n        working-directory: docs', PUSH)],
    [
      'somebody starts it by hand',
      { '.github/workflows/a.yml': workflow('on: workflow_dispatch', 'run: black . && isort .', PUSH) },
    ],
    [
      'it is that of a release',
      { '.github/workflows/a.yml': workflow('on: { push: { tags: [v1] } }', 'run: black . && isort .', PUSH) },
    ],
    [
      'a pipeline checks it as well',
      {
        ...made('run: black . && isort .', PUSH),
        '.github/workflows/ci.yml': workflow('on: pull_request', 'run: black --check . && isort --check-only .'),
      },
    ],
  ])('is a check where %s', async (_, files) => {
    const { lint, warnings } = await checked(files);
    expect(lint).toEqual(expect.arrayContaining([BLACK, ISORT]));
    expect(warnings).toEqual([]);
  });
});
