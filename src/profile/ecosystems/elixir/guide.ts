import type { Guide } from '../../guide.ts';
import { TOOLS } from './tools.ts';
import { ELIXIR_VERSIONS, OTP_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Elixir',
  unit: 'A `mix.exs`; an umbrella is one unit, at its root.',
  managers: { mix: ['mix.lock'] },
  choice: [],
  versions: [
    { tool: 'elixir', sources: ELIXIR_VERSIONS },
    { tool: 'erlang', sources: OTP_VERSIONS },
  ],
  commands: {
    install: '`mix deps.get`, with `--check-locked` where there is a lock file',
    lint: `\`mix format --check-formatted\` with a \`.formatter.exs\`; warnings as errors, and no unused locks, where the repository wants them so; and of its dependencies those that a file of their own configures, or that an alias, a pipeline, a task, a script or a hook calls: ${TOOLS.map(({ task }) => `\`mix ${task}\``).join(', ')}`,
    test: '`mix test` where there is a `*_test.exs`, with each `--exclude` that all of the repository’s own calls have',
    build: '`mix compile`',
  },
};
