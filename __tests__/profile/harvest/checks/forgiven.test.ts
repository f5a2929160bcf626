import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { profiled } from '../../profiled.ts';

const PYTHON: MemoryFiles = {
  'pyproject.toml':
    '[project]\nname = "shop"\n[dependency-groups]\ndev = ["mypy", "ruff", "pytest"]\n[tool.mypy]\nstrict = true\n[tool.ruff]\nline-length = 99\n',
  'uv.lock': '',
  'tests/test_a.py': '',
};

const job = (...steps: string[]) =>
  `on: pull_request\njobs:\n  a:\n    steps:\n${steps.map((it) => `      - ${it}\n`).join('')}`;

const github = (text: string): MemoryFiles => ({ '.github/workflows/ci.yml': text });

async function checked(files: MemoryFiles) {
  const { units, warnings } = await profiled({ ...PYTHON, ...files });
  return { lint: units.flatMap(({ commands }) => commands.lint.map(({ run }) => run)), warnings };
}

const RUFF = 'uv run ruff check .';
const MYPY = 'uv run mypy .';

describe('A check that a pipeline runs and lets fail', () => {
  it.each<[string, MemoryFiles, number]>([
    ['by || true', github(job('run: uv run mypy src || true')), 5],
    ['with a package for once', github(job('run: uv run --with types-requests mypy src || true')), 5],
    ['as a module', github(job('run: python -m mypy src || true')), 5],
    ['by || :', github(job('run: |\n          echo types\n          uv run mypy \\\n            --strict || :')), 7],
    ['by a word for people', github(job('run: uv run mypy src || echo "Types are to be mended"')), 5],
    ['by its step', github(job('run: uv run mypy src\n        continue-on-error: true')), 5],
    ['by its job', github(job('run: uv run mypy src').replace('  a:\n', '  a:\n    continue-on-error: true\n')), 6],
    ['by a program that is told what it says', github(job('run: uv run mypy src | uv run mypy-baseline filter')), 5],
    ['in GitLab', { '.gitlab-ci.yml': 'types:\n  allow_failure: true\n  script:\n    - uv run mypy src\n' }, 4],
    ['in Woodpecker', { '.woodpecker.yml': 'steps:\n  types:\n    failure: ignore\n    commands: [mypy src]\n' }, 4],
    ['in Azure', { 'azure-pipelines.yml': 'steps:\n  - script: mypy src\n    continueOnError: true\n' }, 2],
  ])('is left out, with a warning: %s', async (_, files, line) => {
    const { lint, warnings } = await checked(files);
    expect(lint).toEqual([RUFF]);
    const message = 'this pipeline goes on where mypy fails; it is left out.';
    expect(warnings).toEqual([{ file: Object.keys(files)[0], line, message }]);
  });

  it.each<[string, MemoryFiles]>([
    ['counts elsewhere', github(job('run: uv run mypy src || true', 'run: uv run mypy src/shop'))],
    [
      'counts by a task',
      { ...github(job('run: uv run mypy src || true', 'run: make types')), Makefile: 'types:\n\tuv run mypy src\n' },
    ],
    ['is run so in another folder', github(job('run: cd tools && mypy . || true'))],
    ['is run so where no change starts it', github(job('run: mypy src || true').replace('pull_request', 'schedule'))],
    ['is run so where something has failed', github(job('run: mypy . || true\n        if: failure()'))],
    [
      'is run so for a tag',
      github(job('run: mypy .\n        continue-on-error: true').replace('pull_request', '{ push: { tags: [v1] } }')),
    ],
    ['is tried again', github(job('run: uv run mypy . || uv run mypy .'))],
    ['ends with a word of its own', github(job('run: uv run mypy . || exit 1'))],
    ['may fail in some runs', github(job('run: uv run mypy .\n        continue-on-error: ${{ matrix.next }}'))],
    ['is another one', github(job('run: uv run ruff format --check . || true'))],
  ])('stays where it %s', async (_, files) => {
    expect((await checked(files)).lint).toEqual(
      expect.arrayContaining([RUFF, expect.stringMatching(/^uv run mypy \S+$/)]),
    );
  });

  it('is told by its name, however it is started', async () => {
    const manifest = JSON.stringify({
      scripts: { lint: 'eslint .', test: 'vitest run' },
      devDependencies: { vitest: '4' },
    });
    const files = { 'package.json': manifest, 'package-lock.json': '{}', 'a.test.js': '' };
    const { units } = await profiled({ ...files, ...github(job('run: npm ci', 'run: npm run lint --silent || true')) });
    expect(units[0]?.commands.lint).toEqual([]);
    expect(units[0]?.commands.test).toHaveLength(1);
  });

  it('is told by its name behind the group in which its manager has it', async () => {
    const grouped = String(PYTHON['pyproject.toml']).replace('dev = ["mypy", ', 'types = ["mypy"]\ndev = [');
    const files = { ...PYTHON, 'pyproject.toml': grouped };
    const lint = async (more: MemoryFiles) =>
      (await profiled({ ...files, ...more })).units[0]?.commands.lint.map(({ run }) => run);
    expect(await lint({})).toEqual([RUFF, 'uv run --group types mypy .']);
    expect(await lint(github(job('run: uv run mypy . || true')))).toEqual([RUFF]);
  });

  it('that may fail stays a test', async () => {
    const { units } = await profiled({ ...PYTHON, ...github(job('run: uv run pytest || true')) });
    expect(units[0]?.commands.test.map(({ run }) => run)).toEqual(['uv run pytest']);
    expect([RUFF, MYPY].every((run) => units[0]?.commands.lint.some((it) => it.run === run))).toBe(true);
  });
});
