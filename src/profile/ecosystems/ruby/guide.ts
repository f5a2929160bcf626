import type { Guide } from '../../guide.ts';
import { TOOLS } from './tools.ts';
import { RUBY_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Ruby',
  unit: 'A Gemfile with sources of Ruby beside or below it.',
  managers: { bundler: ['Gemfile.lock', 'gems.locked'] },
  choice: [],
  versions: [{ tool: 'ruby', sources: RUBY_VERSIONS }],
  commands: {
    install: '`bundle install`',
    lint: `what the bundle has and a file of its own configures, or a pipeline, a task, a script or a hook calls, with the flags of these calls: ${TOOLS.map(({ program }) => `\`${program}\``).join(', ')}; tasks of Rake that pipelines start to check`,
    test: 'Rake’s default task where pipelines start it and it is nothing but tests; else RSpec, Rails’ own tests (both with their database where there is a schema), or the task of the Rakefile',
    build: 'Rails’ assets where the Dockerfile makes them without a secret; `gem build` of each gem',
  },
};
