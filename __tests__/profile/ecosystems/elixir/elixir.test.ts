import { describe, expect, it } from 'vitest';
import { elixir } from '../../../../src/profile/ecosystems/elixir.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

/** A mix.exs whose dependencies stand on lines of their own from the eighth. */
function mix(...dependencies: readonly string[]): string {
  return `defmodule A.MixProject do
  use Mix.Project
  def project do
    [
      app: :a,
      elixir: "~> 1.15", deps: [
      # {:commented, "~> 1.0"},
${dependencies.map((it) => `        ${it},`).join('\n')}
      ]
    ]
  end
end
`;
}

const APP = { 'mix.exs': mix('{:postgrex, "~> 0.17"}'), 'mix.lock': '%{}', 'test/a_test.exs': '' };

const workflow = (...runs: readonly string[]) => ({
  '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

describe('A project of Mix', () => {
  it('is fetched as it is locked, tested and compiled', async () => {
    const unit = await detectOne(elixir, APP);
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'elixir', manager: 'mix', lockfile: 'mix.lock' });
    expect(typed(unit)).toEqual({
      install: ['mix deps.get --check-locked'],
      lint: [],
      test: ['mix test'],
      build: ['mix compile'],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['test/a_test.exs:1']);
    expect(unit.dependencies).toEqual([{ name: 'postgrex', file: 'mix.exs', line: 8 }]);
  });

  it.each([
    [['mix test --exclude remote'], 'mix test --exclude remote'],
    [
      ['MIX_ENV=test mix test --cover --exclude=remote --exclude slow:true'],
      'mix test --exclude=remote --exclude slow:true',
    ],
    [['mix deps.get && mix test --exclude remote', 'mix test --exclude other'], 'mix test --exclude remote'],
    [['mix test --exclude remote', 'mix test'], 'mix test'],
    [['mix test --exclude remote', 'mix test --only remote'], 'mix test'],
    [['mix test.ci --exclude remote'], 'mix test'],
  ])('is tested without what every call leaves out: %s', async (runs, run) => {
    const unit = await detectOne(elixir, { ...APP, ...workflow(...runs) });
    expect(typed(unit).test).toEqual([run]);
    const where = run === 'mix test' ? [] : ['.github/workflows/ci.yml:4'];
    expect(cited(unit.commands.test[0] ?? null)).toEqual([...where, 'test/a_test.exs:1']);
  });

  it('without a lock or tests has neither', async () => {
    const unit = await detectOne(elixir, { 'mix.exs': mix(), 'test/test_helper.exs': '' });
    expect(typed(unit)).toMatchObject({ install: ['mix deps.get'], test: [] });
  });

  it('is one unit as an umbrella', async () => {
    const { units } = await detect(elixir, {
      'mix.exs': 'defmodule U do\n  use Mix.Project\n  def project, do: [apps_path: "apps"]\nend\n',
      'apps/a/mix.exs': mix('{:b, in_umbrella: true}', '{:redix, "~> 1.0"}'),
      'apps/a/test/x_test.exs': '',
      'apps/b/mix.exs': mix(),
      'tools/mix.exs': mix('{:b, path: "../apps/b"}'),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['.', 'tools']);
    expect(cited(units[0]?.commands.test[0] ?? null)).toEqual(['apps/a/test/x_test.exs:1']);
    expect(units[0]?.dependencies.map(({ name }) => name)).toEqual(['b', 'redix']);
    expect(units[1]?.dependsOn).toEqual(['apps/b']);
  });

  it('is no script of that name, nor a dependency that is kept', async () => {
    const { units, warnings } = await detect(elixir, { 'a/mix.exs': 'IO.puts 1\n', 'deps/x/mix.exs': mix() });
    expect(units).toEqual([]);
    expect(warnings).toEqual([{ file: 'a/mix.exs', line: 1, message: 'this is no project of Mix; it is left out.' }]);
  });
});

describe('The checks of a project of Mix', () => {
  it('are those of the dependencies that it has', async () => {
    const unit = await detectOne(elixir, {
      ...APP,
      '.formatter.exs': '[]',
      'mix.exs': mix(
        '{:credo, "~> 1.7", only: [:dev, :test]}',
        '{:dialyxir, "~> 1.4", only: :test}',
        '{:mix_audit, "~> 2.1"}',
        '{:sobelow, "~> 0.13"}',
      ),
      ...{ '.credo.exs': '', '.dialyzer_ignore.exs': '', Makefile: 'audit:\n\tmix deps.audit\n' },
    });
    expect(typed(unit).lint).toEqual([
      'format: mix format --check-formatted',
      'lint: mix credo',
      'typecheck: MIX_ENV=test mix dialyzer',
      'audit: mix deps.audit',
    ]);
    expect(cited(unit.commands.lint[1] ?? null)).toEqual(['.credo.exs:1', 'mix.exs:8']);
  });

  it('are not those that nothing configures or calls, and that is said', async () => {
    const { units, warnings } = await detect(elixir, {
      ...APP,
      'mix.exs': mix('{:credo, "~> 1.7"}', '{:dialyxir, "~> 1.4"}', '{:mix_audit, "~> 2.1"}', '{:sobelow, "~> 0.13"}'),
      'README.md': 'mix credo\n',
    });
    expect(units.map((unit) => typed(unit).lint)).toEqual([[]]);
    expect(warnings).toEqual(
      (
        [
          ['credo', 8],
          ['dialyxir', 9],
          ['sobelow', 11],
          ['mix_audit', 10],
        ] as const
      ).map(([tool, line]) => ({
        file: 'mix.exs',
        line,
        message: `${tool} is declared, and nothing configures or calls it, so no job runs it: a call in a Makefile, a hook or a workflow has it run, and so has a request for it.`,
      })),
    );
  });

  it.each([
    [
      'an alias',
      'lint: mix credo',
      { 'mix.exs': `${mix('{:credo, "~> 1.7"}')}# lint: ["format", "credo --strict"]\n` },
    ],
    ['a hook', 'lint: mix credo', { 'lefthook.yml': 'pre-commit:\n  jobs:\n    - run: mix credo\n' }],
    ['a longer call', 'lint: mix credo', { Makefile: 'lint:\n\tmix do format --check-formatted, credo\n' }],
    [
      'settings',
      'typecheck: mix dialyzer',
      { 'mix.exs': mix('{:dialyxir, "~> 1.4"}], dialyzer: [plt_add_apps: [:mix]') },
    ],
  ])('are those that %s shows', async (_, lint, files) => {
    expect(typed(await detectOne(elixir, { ...APP, 'mix.exs': mix('{:credo, "~> 1.7"}'), ...files })).lint).toEqual([
      lint,
    ]);
  });

  it('keep the flags of the repository’s own calls', async () => {
    const files = {
      ...APP,
      'mix.exs': mix('{:credo, "~> 1.7"}', '{:sobelow, "~> 0.13"}'),
      ...workflow(
        'mix compile --warnings-as-errors',
        'mix credo --strict',
        'mix sobelow --config --exit low',
        'mix deps.unlock --check-unused',
      ),
    };
    const unit = await detectOne(elixir, files);
    expect(typed(unit).lint).toEqual([
      'lint: mix compile --warnings-as-errors',
      'lint: mix deps.unlock --check-unused',
      'lint: mix credo --strict',
      'audit: mix sobelow --config --exit low',
    ]);
    expect(cited(unit.commands.lint[2] ?? null)).toEqual(['.github/workflows/ci.yml:5', 'mix.exs:8']);
  });

  it('are none of what a workflow calls and nothing brings', async () => {
    expect(typed(await detectOne(elixir, { ...APP, ...workflow('mix credo') })).lint).toEqual([]);
  });
});

describe('The version of Elixir', () => {
  it.each([
    ['23.0.3', 1],
    ['24.2', 1],
    ['24.3', 0],
    ['24', 0],
    ['27.1', 0],
  ])('is said where its OTP can not be set up: %s', async (otp, count) => {
    const { warnings } = await detect(elixir, { ...APP, '.tool-versions': `elixir 1.12.0\nerlang ${otp}\n` });
    const message = `OTP ${otp} is not built for ubuntu-24.04: jobs run on OTP 24, the oldest that is, with Elixir 1.11.4 where theirs is older.`;
    expect(warnings).toEqual(count === 0 ? [] : [{ file: '.tool-versions', line: 2, message }]);
  });

  it('may stand on the line of other settings', async () => {
    const project = 'defmodule A do\n use Mix.Project\n def project, do: [app: :a, elixir: "~> 1.17", deps: []]\nend\n';
    const { version } = await detectOne(elixir, { 'mix.exs': project });
    expect([version?.value, ...cited(version)]).toEqual(['~> 1.17', 'mix.exs:3']);
    const named = project.replace('"~> 1.17"', '@least').replace(' def', ' @least "~> 1.18"\n def');
    const other = await detectOne(elixir, { 'mix.exs': named });
    expect([other.version?.value, ...cited(other.version)]).toEqual(['~> 1.18', 'mix.exs:3']);
  });

  const dockerfile =
    'ARG ELIXIR=1.17.1\nARG OTP_VERSION=27.0\nFROM hexpm/elixir:${ELIXIR}-erlang-${OTP_VERSION}-alpine\n';
  const ci = {
    '.github/workflows/ci.yml':
      'on: push\njobs:\n  a:\n    steps:\n      - { uses: a/b@v1, with: { otp-version: "26.2", elixir-version: "1.16" } }\n',
  };
  it.each([
    [
      'asdf first',
      { '.tool-versions': 'erlang 27.1\nelixir 1.18.1-otp-27\n', Dockerfile: dockerfile },
      ['1.18.1-otp-27', '27.1'],
    ],
    ['then the Dockerfile', { Dockerfile: dockerfile, ...ci }, ['1.17.1', '27.0']],
    ['an image that names both', { Dockerfile: 'FROM hexpm/elixir:1.17.1-erlang-27.0-alpine\n' }, ['1.17.1', '27.0']],
    ['then a workflow', ci, ['1.16', '26.2']],
    ['what mix.exs asks for last', {}, ['~> 1.15']],
  ])('is that of %s', async (_, files, values) => {
    const { version, versions } = await detectOne(elixir, { ...APP, ...files });
    expect([version, ...versions].map((it) => it?.value)).toEqual(values);
  });
});
