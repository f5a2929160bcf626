import { describe, expect, it } from 'vitest';
import { commandKey } from '../../../src/profile/called/same.ts';
import { profiled } from '../profiled.ts';

const key = (run: string) => commandKey({ run, directory: '.' });

describe('Two commands are the same', () => {
  it.each([
    ['uv run pytest -n auto --reuse-db -ra', 'pytest'],
    ['pytest tests -n 4 --dist loadfile --durations=10', 'pytest tests'],
    ['pytest --junit-xml=out.xml -o junit_family=legacy tests', 'pytest tests'],
    ['pytest -x --tb short --maxfail=1', 'pytest'],
    ['mix test --trace --slowest 10', 'mix test'],
    ['mix dialyzer --format github', 'mix dialyzer'],
    ['cargo clippy --message-format short --color=always', 'cargo clippy'],
    ['cargo fmt --all --message-format human -- --check', 'cargo fmt --all --check'],
    ['bundle exec rspec --format documentation', 'bundle exec rspec'],
  ])('where options only tell, or say how many run at the same time: %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });

  it.each([
    ['pytest -n auto -m unit', 'pytest'],
    ['pytest -o python_files=e2e_*.py', 'pytest'],
    ['pytest --maxfail=1 -k shop', 'pytest'],
    ['pytest --lf', 'pytest'],
    ['pytest --nomigrations', 'pytest'],
    ['mix test --partitions 4', 'mix test'],
    ['mix test --stale', 'mix test'],
    ['mix test --warnings-as-errors', 'mix test'],
    ['cargo test --profile ci', 'cargo test'],
    ['cargo check --message-format', 'cargo'],
  ])('and not where less is checked, or more: %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

describe('What asks for more than a task of mix does alone', () => {
  async function covered(run: string): Promise<string[]> {
    const head = 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n';
    const { coverage } = await profiled({
      'mix.exs': 'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a]\nend\n',
      ...{ 'mix.lock': '%{}', 'lib/a.ex': '', 'test/a_test.exs': '' },
      '.github/workflows/ci.yml': `${head}      - uses: actions/checkout@v5\n      - run: ${run}\n`,
    });
    return coverage?.runs.flatMap((one) => (one.kind === 'command' ? [one.run] : [])) ?? [];
  }

  it.each([
    ['mix test --warnings-as-errors', ['mix test']],
    ['mix test --cover --include integration', ['mix test']],
    ['mix compile --force --warnings-as-errors', ['mix compile --warnings-as-errors', 'mix compile']],
    ['mix test --only integration', []],
    ['mix test --warnings-as-errors test/a_test.exs', []],
  ])('does that as well: %s', async (run, expected) => {
    expect((await covered(run)).sort()).toEqual([...expected].sort());
  });
});
