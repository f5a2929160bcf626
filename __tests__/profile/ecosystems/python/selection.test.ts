import { describe, expect, it } from 'vitest';
import { linesOf, theUnit } from '../../profiled.ts';

const PROJECT = {
  'pyproject.toml': '[project]\nname = "shop"\n[dependency-groups]\ndev = ["pytest"]\n[tool.pytest.ini_options]\n',
  'uv.lock': '',
  'tests/test_shop.py': 'def test_it(): pass\n',
};

function ci(...runs: readonly string[]) {
  const steps = runs.map((run) => `      - run: |\n          ${run.replaceAll('\n', '\n          ')}\n`).join('');
  return {
    '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
  };
}

async function tests(...runs: readonly string[]) {
  const { commands } = await theUnit({ ...PROJECT, ...(runs.length > 0 ? ci(...runs) : {}) });
  return commands.test.map(({ run }) => run);
}

describe('The tests of a Python project', () => {
  it('are those that its pipelines choose, without what says how they are told', async () => {
    expect(
      await tests('uv run pytest tests/ -m "not integration" \\\n  --ignore=tests/live/ -v --cov=shop -n auto'),
    ).toEqual(["uv run pytest tests/ -m 'not integration' --ignore=tests/live/"]);
    expect(await tests('python -m pytest -q')).toEqual(['uv run pytest']);
  });

  it.each([
    ['uv run pytest tests -n auto --cov', ' tests -n auto'],
    ['pytest --numprocesses=4 --dist loadscope', ' --numprocesses=4 --dist loadscope'],
    ['pytest tests -n many', ' tests'],
  ])('run at the same time where its pipelines do so and its plug-in is there: %s', async (run, args) => {
    const pyproject = PROJECT['pyproject.toml'].replace('"pytest"', '"pytest", "pytest-xdist"');
    const { commands } = await theUnit({ ...PROJECT, 'pyproject.toml': pyproject, ...ci(run) });
    expect(commands.test.map((command) => command.run)).toEqual([`uv run pytest${args}`]);
  });

  it('are those without what one of several parts leaves out', async () => {
    expect(await tests('uv run pytest tests --ignore=tests/db', 'uv run pytest tests/db')).toEqual([
      'uv run pytest tests --ignore=tests/db',
    ]);
    expect(await tests('uv run pytest tests/a', 'uv run pytest tests/b')).toEqual(['uv run pytest']);
    expect(await tests('uv run pytest --ignore=tests/db', 'uv run pytest')).toEqual(['uv run pytest']);
  });

  it.each(['uv run pytest -m integration', 'uv run pytest --magic tests', 'uv run tox pytest', 'uv run pytest $ALL'])(
    'are all of them where a call chooses a running system, or is not understood: %s',
    async (run) => {
      expect(await tests(run)).toEqual(['uv run pytest']);
    },
  );

  it('are none where all of them speak to what runs elsewhere', async () => {
    const { 'tests/test_shop.py': _, ...rest } = PROJECT;
    const live = { ...rest, 'tests/test_live_shop.py': 'def test_it(): pass\n' };
    expect((await theUnit(live)).commands.test).toEqual([]);
    expect((await theUnit({ ...live, 'tests/test_delivery.py': 'def test_it(): pass\n' })).commands.test).toHaveLength(
      1,
    );
  });

  it('show the line that chooses', async () => {
    const { commands } = await theUnit({ ...PROJECT, ...ci('pytest -k "not slow"') });
    expect(commands.test[0]?.run).toBe("uv run pytest -k 'not slow'");
    expect(linesOf(commands.test[0])).toContain('.github/workflows/ci.yml:7');
  });
});
