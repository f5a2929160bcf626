import { describe, expect, it } from 'vitest';
import { ruby } from '../../../../src/profile/ecosystems/ruby.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

/** A Gemfile with a gem on each line, from the second. */
function gemfile(...gems: readonly string[]): string {
  return `source "https://rubygems.org"\n${gems.map((name) => `gem "${name}"\n`).join('')}`;
}

const LOCK = 'GEM\n  specs:\n    rubocop (1.60.0)\n      json (~> 2.3)\n\nDEPENDENCIES\n  rspec\n';
const SPECS = { 'spec/a_spec.rb': '', 'lib/a.rb': '' };
const RAILS = {
  Gemfile: gemfile('rails', 'pg'),
  'config/application.rb': '',
  'bin/rails': { executable: '' },
};

describe('A Gemfile', () => {
  it('makes a unit that is installed, and tested by RSpec', async () => {
    const files = { Gemfile: gemfile('rspec', 'pg'), 'Gemfile.lock': LOCK, '.rubocop.yml': '', ...SPECS };
    const unit = await detectOne(ruby, files);
    expect(unit).toMatchObject({ directory: '.', ecosystem: 'ruby', manager: 'bundler', lockfile: 'Gemfile.lock' });
    expect(typed(unit)).toEqual({
      install: ['bundle install'],
      lint: ['lint: bundle exec rubocop'],
      test: ['bundle exec rspec'],
      build: [],
    });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['spec/a_spec.rb:1', 'Gemfile:2']);
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['Gemfile.lock:3']);
    expect(unit.dependencies).toContainEqual({ name: 'pg', file: 'Gemfile', line: 3 });
  });

  it('that brings a tool alone makes none', async () => {
    expect((await detect(ruby, { 'ios/Gemfile': gemfile('fastlane'), 'app/main.rb': '' })).units).toEqual([]);
  });

  it('makes one for each folder, built from the gems that it names by path', async () => {
    const { units } = await detect(ruby, {
      'app/Gemfile': gemfile('core", path: "../core'),
      'app/a.rb': '',
      'core/gems.rb': gemfile(),
      'core/core.gemspec': 'Gem::Specification.new do |s|\n  s.add_development_dependency "minitest", "~> 5"\nend\n',
    });
    expect(units.map(({ directory, dependsOn }) => [directory, dependsOn])).toEqual([
      ['app', ['core']],
      ['core', []],
    ]);
    expect(units[1] && typed(units[1]).build).toEqual(['gem build core.gemspec']);
    expect(units[1]?.dependencies).toEqual([{ name: 'minitest', file: 'core/core.gemspec', line: 2 }]);
  });

  it('builds each of the gems of its folder, and has what each of them asks for', async () => {
    const gem = (name: string) => `Gem::Specification.new do |s|\n  s.add_dependency "${name}"\nend\n`;
    const files = { Gemfile: gemfile(), 'a-redis.gemspec': gem('redis'), 'a.gemspec': gem('json') };
    const unit = await detectOne(ruby, files);
    expect(typed(unit).build).toEqual(['gem build a-redis.gemspec', 'gem build a.gemspec']);
    expect(unit.dependencies.map(({ name }) => name)).toEqual(['redis', 'json']);
  });
});

describe('Tests of Ruby', () => {
  it('need the gem and the files', async () => {
    expect(typed(await detectOne(ruby, { Gemfile: gemfile(), ...SPECS })).test).toEqual([]);
    expect(typed(await detectOne(ruby, { Gemfile: gemfile('rspec'), 'lib/a.rb': '' })).test).toEqual([]);
  });

  it('are the task that a Rakefile makes, by its name', async () => {
    const files = { Gemfile: gemfile('rake', 'minitest'), 'test/test_a.rb': '' };
    expect(typed(await detectOne(ruby, files)).test).toEqual([]);
    const unit = await detectOne(ruby, { ...files, Rakefile: 'require "x"\nRake::TestTask.new(:unit) do |t|\nend\n' });
    expect(typed(unit).test).toEqual(['bundle exec rake unit']);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['Rakefile:2', 'test/test_a.rb:1']);
  });

  it.each([
    ['bundle exec rake', 'task default: [:spec, :test_rails]', 'bundle exec rake'],
    ['rake', 'task :default => %w[spec]', 'bundle exec rake'],
    ['bin/rake', 'task "default" => :test', 'bin/rake'],
    ['bundle exec rake', 'task default: %i[spec rubocop]', 'bundle exec rspec'],
    ['bundle exec rake', 'task :spec', 'bundle exec rspec'],
    ['bundle exec rake lint', 'task default: :spec', 'bundle exec rspec'],
  ])(
    'are the default task of Rake where a pipeline starts it, and it is nothing else: %s, %s',
    async (run, task, test) => {
      const files = {
        Gemfile: gemfile('rspec', 'rake'),
        Rakefile: `require "x"\n${task}\n`,
        '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${run}\n`,
        ...SPECS,
      };
      expect(typed(await detectOne(ruby, files)).test).toEqual([test]);
    },
  );

  it('are the task of a Rakefile where Rails brings Rake, or a pipeline starts it', async () => {
    const files = { 'test/a_test.rb': '', Rakefile: 'Rake::TestTask.new(:test) do |t|\nend\n' };
    const testOf = async (more: Record<string, string>) => typed(await detectOne(ruby, { ...files, ...more })).test;
    expect(await testOf({ Gemfile: gemfile('minitest') })).toEqual([]);
    expect(await testOf({ Gemfile: gemfile('railties') })).toEqual(['bundle exec rake test']);
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: bundle exec rake test\n';
    expect(await testOf({ Gemfile: gemfile('minitest'), '.github/workflows/ci.yml': workflow })).toEqual([
      'bundle exec rake test',
    ]);
  });

  it('of Rails prepare their database where there is a schema', async () => {
    const files = { ...RAILS, 'test/models/a_test.rb': '' };
    expect(typed(await detectOne(ruby, files)).test).toEqual(['bin/rails test']);
    expect(typed(await detectOne(ruby, { ...files, 'db/schema.rb': '' })).test).toEqual([
      'bin/rails db:test:prepare test',
    ]);
    const specs = { ...RAILS, Gemfile: gemfile('rails', 'rspec-rails'), 'spec/a_spec.rb': '', 'db/structure.sql': '' };
    expect(typed(await detectOne(ruby, { ...specs, 'bin/rails': '' })).test).toEqual([
      'bundle exec rails db:test:prepare',
      'bundle exec rspec',
    ]);
  });

  it('are no file that does nothing but start the others', async () => {
    const specs = { ...RAILS, Gemfile: gemfile('rails', 'rspec-rails'), 'spec/a_spec.rb': '' };
    const starts = 'require "rspec/core"\nRSpec::Core::Runner.run(["spec"])\n';
    const testsWith = async (text: string) =>
      typed(await detectOne(ruby, { ...specs, 'test/run_specs_test.rb': text })).test;
    expect(await testsWith(starts)).toEqual(['bundle exec rspec']);
    expect(await testsWith(`exit ${starts.split('\n')[1]}`)).toEqual(['bundle exec rspec']);
    const both = ['bundle exec rspec', 'bin/rails test'];
    expect(await testsWith(`${starts}class ATest < Minitest::Test\nend\n`)).toEqual(both);
    expect(await testsWith('require "rspec/core"\n')).toEqual(both);
  });
});

describe('The checks of Ruby', () => {
  it('have Standard, unless it only brings its rules to RuboCop', async () => {
    const files = { ...SPECS, '.standard.yml': '', Gemfile: gemfile('standard', 'rubocop') };
    expect(typed(await detectOne(ruby, files)).lint).toEqual(['lint: bundle exec standardrb']);
    const ruled = { ...files, '.rubocop.yml': 'inherit_gem:\n  standard: config/base.yml\n' };
    expect(typed(await detectOne(ruby, ruled)).lint).toEqual(['lint: bundle exec rubocop']);
    const called = { Makefile: 'lint:\n\tbundle exec standardrb\n' };
    expect(typed(await detectOne(ruby, { ...ruled, ...called })).lint).toContain('lint: bundle exec standardrb');
  });

  it('are none that the bundle merely has, and that is said', async () => {
    const files = { ...SPECS, Gemfile: gemfile('standard', 'brakeman', 'rubocop') };
    const { units, warnings } = await detect(ruby, files);
    expect(units.map((unit) => typed(unit).lint)).toEqual([[]]);
    expect(warnings).toEqual(
      [
        ['standardrb', 2],
        ['brakeman', 3],
      ].map(([tool, line]) => ({
        file: 'Gemfile',
        line,
        message: `${tool} is declared, and nothing configures or calls it, so no job runs it: a call in a Makefile, a hook or a workflow has it run, and so has a request for it.`,
      })),
    );
    const lock = 'GEM\n  specs:\n    brakeman (7.1.0)\n';
    const locked = { ...SPECS, Gemfile: gemfile('rubocop-x'), 'Gemfile.lock': lock };
    expect((await detect(ruby, locked)).warnings).toEqual([]);
  });

  it.each([
    ['a task of Rake', { Rakefile: 'require "standard/rake"\n' }, 'lint: bundle exec standardrb'],
    [
      'a hook',
      { 'lefthook.yml': 'pre-commit:\n  commands:\n    a:\n      run: bin/brakeman\n' },
      'audit: bundle exec brakeman',
    ],
    [
      'a workflow of others',
      { '.github/workflows/a.yml': 'jobs:\n  a:\n    uses: acme/ci/.github/workflows/brakeman.yml@v1\n' },
      'audit: bundle exec brakeman',
    ],
    ['settings', { 'config/brakeman.ignore': '{}' }, 'audit: bundle exec brakeman'],
  ])('are those that %s shows', async (_, more, lint) => {
    const files = { ...SPECS, Gemfile: gemfile('standard', 'brakeman'), ...more };
    expect(typed(await detectOne(ruby, files)).lint).toEqual([lint]);
  });

  it('keep the flags of the repository’s own calls', async () => {
    const unit = await detectOne(ruby, {
      ...RAILS,
      Gemfile: gemfile('rails', 'rubocop', 'brakeman', 'bundler-audit', 'erb_lint', 'sorbet'),
      '.github/workflows/ci.yml':
        'jobs:\n  a:\n    steps:\n      - run: bin/rubocop --parallel\n      - run: bin/brakeman --no-pager --ensure-ignore-notes --format json\n',
      'sorbet/config': '',
    });
    expect(typed(unit).lint).toEqual([
      'lint: bundle exec rubocop --parallel',
      'typecheck: bundle exec srb tc',
      'audit: bundle exec brakeman --no-pager --ensure-ignore-notes',
    ]);
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['.github/workflows/ci.yml:4', 'Gemfile:3']);
  });

  it.each([
    ['herb', 'bundle exec herb analyze', 'lint: bundle exec herb analyze'],
    ['haml_lint', 'bin/haml-lint', 'lint: bundle exec haml-lint'],
    ['importmap-rails', 'bin/importmap audit', 'audit: bin/importmap audit'],
    ['erb_lint', 'bundle exec erb_lint ./app lib/views', 'lint: bundle exec erb_lint ./app lib/views'],
    ['erb_lint', 'bundle exec erblint --lint-all', 'lint: bundle exec erb_lint --lint-all'],
  ])('are what a workflow runs of %s', async (gem, run, lint) => {
    const files = { ...RAILS, Gemfile: gemfile('rails', gem) };
    expect(typed(await detectOne(ruby, files)).lint).toEqual([]);
    const workflow = `jobs:\n  a:\n    steps:\n      - run: ${run}\n`;
    expect(typed(await detectOne(ruby, { ...files, '.github/workflows/ci.yml': workflow })).lint).toEqual([lint]);
  });

  it('are those of ERB over everything, without any that a workflow mends', async () => {
    const files = { ...RAILS, Gemfile: gemfile('rails', 'erb_lint'), '.erb_lint.yml': '' };
    const workflow = 'jobs:\n  erb_lint:\n    steps:\n      - run: bundle exec erb_lint -a app\n';
    const unit = await detectOne(ruby, { ...files, '.github/workflows/ci.yml': workflow });
    expect(typed(unit).lint).toEqual(['lint: bundle exec erb_lint --lint-all']);
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['Gemfile:3']);
  });

  it.each([
    ['.rubocop.yml', 1],
    ['web/.rubocop.yml', 1],
    ['.config/rubocop/config.yml', 1],
    ['other/.rubocop.yml', 0],
  ])('are those of RuboCop where it is configured, here or above: %s', async (settings, count) => {
    const files = { 'web/Gemfile': gemfile('rubocop'), 'web/a.rb': '', [settings]: '' };
    expect(typed(await detectOne(ruby, files)).lint).toHaveLength(count);
  });

  it.each([
    ['bundle exec rake lint:herb', ['lint: bundle exec standardrb', 'lint: bundle exec rake lint:herb']],
    ['rake importmap:verify', ['lint: bundle exec standardrb', 'lint: bundle exec rake importmap:verify']],
    ['bundle exec rake standard', ['lint: bundle exec standardrb']],
    ['bundle exec rake db:migrate', ['lint: bundle exec standardrb']],
    ['bundle exec rake test', ['lint: bundle exec standardrb']],
  ])('are tasks of Rake that pipelines start to check: %s', async (run, lint) => {
    const workflow = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${run}\n`;
    const files = {
      Gemfile: gemfile('standard'),
      'a.rb': '',
      '.standard.yml': '',
      '.github/workflows/ci.yml': workflow,
    };
    expect(typed(await detectOne(ruby, files)).lint).toEqual(lint);
  });

  it('are no tasks of Rake that pipelines start with containers beside them', async () => {
    const services = '    services:\n      redis:\n        image: redis:8\n';
    const job = (beside: string) =>
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${beside}    steps:\n      - run: rake pact:verify\n`;
    const lint = async (workflow: string) =>
      typed(await detectOne(ruby, { Gemfile: gemfile('a'), 'a.rb': '', '.github/workflows/ci.yml': workflow })).lint;
    expect(await lint(job(''))).toEqual(['lint: bundle exec rake pact:verify']);
    expect(await lint(job(services))).toEqual([]);
  });

  it('are none of what is not declared', async () => {
    const files = { ...RAILS, '.rubocop.yml': '', Makefile: 'lint:\n\tbundle exec rubocop\n' };
    expect(typed(await detectOne(ruby, files)).lint).toEqual([]);
  });

  it('make assets without a secret, as the Dockerfile does', async () => {
    expect(typed(await detectOne(ruby, RAILS)).build).toEqual([]);
    const unit = await detectOne(ruby, {
      ...RAILS,
      Dockerfile: 'RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile\n',
    });
    expect(typed(unit).build).toEqual(['RAILS_ENV=production SECRET_KEY_BASE_DUMMY=1 bin/rails assets:precompile']);
  });
});

describe('The version of Ruby', () => {
  it.each([
    ['its own file', { '.ruby-version': 'ruby-3.3.1\n', '.tool-versions': 'ruby 3.2.0' }, '3.3.1', '.ruby-version:1'],
    ['asdf', { '.tool-versions': 'ruby 3.2.0', Dockerfile: 'FROM ruby:3.1\n' }, '3.2.0', '.tool-versions:1'],
    ['the Gemfile', { Gemfile: 'ruby "~> 3.3.0"\n', Dockerfile: 'FROM ruby:3.1\n' }, '~> 3.3.0', 'Gemfile:1'],
    ['the Dockerfile', { Dockerfile: 'ARG V=3.1.2\nFROM ruby:$V-slim\n' }, '3.1.2', 'Dockerfile:1'],
    [
      'the gemspec',
      { 'a.gemspec': 'x\ns.required_ruby_version = Gem::Requirement.new(">= 3.0")\n' },
      '>= 3.0',
      'a.gemspec:2',
    ],
  ])('is that of %s', async (_, files, value, at) => {
    const unit = await detectOne(ruby, { Gemfile: gemfile(), 'a.rb': '', ...files });
    expect(unit.version?.value).toBe(value);
    expect(cited(unit.version)).toEqual([at]);
  });
});
