import type { Evidence } from '../../../domain/evidence.ts';
import type { Command } from '../../../domain/profile.ts';
import { callsIn } from '../../harvest/calls.ts';
import { firstMatch } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Bundle } from './bundle.ts';

/** Files among other tests that may only start RSpec: they are called for it. */
export const SPEC_STARTERS = '**/test/*spec*.rb';

/** How Rails is started in that folder; null where there is no application of it. */
export function railsProgram(snapshot: Snapshot, { directory, gem }: Bundle): string | null {
  const program = joinPath(directory, 'bin/rails') ?? '';
  if (!snapshot.exists(joinPath(directory, 'config/application.rb') ?? '') || gem(/^(?:rails|railties)$/) === null)
    return null;
  return snapshot.modeOf(program) === 'executable' ? 'bin/rails' : 'bundle exec rails';
}

/**
 * The default task of Rake where pipelines start it and it is all the tests; else RSpec where there are its files and the gem, Rails' own
 * tests, or the task of a Rakefile. (detection.md, row "Ruby")
 */
export function testCommands(snapshot: Snapshot, bundle: Bundle): Command[] {
  const { directory } = bundle;
  const rails = railsProgram(snapshot, bundle);
  const schema = rails === null ? null : schemaOf(snapshot, directory);
  const command = (run: string, ...because: Evidence[]): Command => ({ run, directory, because });
  const specs = firstBelow(snapshot, directory, { folder: 'spec', isTest: (path) => path.endsWith('_spec.rb') });
  const isTest = (path: string) => MINITEST.test(path) && !startsSpecs(snapshot.text(path) ?? '');
  const tests = firstBelow(snapshot, directory, { folder: 'test', isTest });
  const rspec = bundle.gem(/^rspec(?:-core|-rails)?$/);
  const prepared = schema ? [command(`${rails} db:test:prepare`, schema)] : [];
  const whole = specs || tests ? defaultTask(snapshot, bundle, rails !== null) : null;
  if (whole) return [...prepared, whole];
  return [
    ...(specs && rspec ? [...prepared, command('bundle exec rspec', specs, rspec)] : []),
    ...(tests && rails !== null
      ? [command(`${rails}${schema ? ' db:test:prepare' : ''} test`, tests, ...(schema ? [schema] : []))]
      : []),
    ...(tests && rails === null ? rakeTests(snapshot, bundle, tests) : []),
  ];
}

/** `rake` alone, as pipelines start it, where its default task runs tests and nothing else: Rails' own does. */
function defaultTask(snapshot: Snapshot, { directory }: Bundle, isRails: boolean): Command | null {
  const call = callsIn(snapshot, directory).find(({ run }) => /^(?:bundle exec |bin\/)?rake$/.test(run));
  const file = ['Rakefile', 'rakefile', 'Rakefile.rb']
    .map((name) => joinPath(directory, name) ?? name)
    .find(snapshot.has);
  if (!call || file === undefined) return null;
  const found =
    firstMatch(snapshot.text(file) ?? '', DEFAULT) ??
    (isRails ? firstMatch(snapshot.text(file) ?? '', RAILS_TASKS) : null);
  const tasks = found?.match[1]?.replace(/%[wi]/, '').match(/\w{1,60}/g) ?? [];
  const run = call.run === 'rake' ? 'bundle exec rake' : call.run;
  return found && tasks.every((name) => /(?:^|_)(?:spec|test)s?(?:_|$)/.test(name))
    ? { run, directory, because: [...call.because, snapshot.evidence(file, found.line)] }
    : null;
}

const DEFAULT = /^\s{0,8}task[\s(]{1,4}:?["']?default["']?(?::|\s{0,4}=>)\s{0,4}([^#]{1,200})/;
const RAILS_TASKS = /\.load_tasks\b()/;

/** Without it there is nothing that a database for tests could be made from. */
function schemaOf(snapshot: Snapshot, directory: string): Evidence | null {
  const files = ['db/schema.rb', 'db/structure.sql'].map((name) => joinPath(directory, name) ?? name);
  const file = files.find((path) => snapshot.exists(path));
  return file === undefined ? null : snapshot.evidence(file, 1);
}

const MINITEST = /(?:_test|\/test_\w{1,80})\.rb$/;

/** Whether a file has no test of its own and starts RSpec: what that runs is run already. (rspec-core, "RSpec::Core::Runner") */
function startsSpecs(text: string): boolean {
  return STARTS_RSPEC.test(text) && !HAS_TESTS.test(text);
}

const STARTS_RSPEC = /^[^\S\n]{0,8}(?:exit[ (]{1,2})?(?:::)?RSpec::Core::Runner\./m;
const HAS_TESTS = /^[^\S\n]{0,20}(?:class|def|test|describe)\b/m;

interface TestFiles {
  readonly folder: string;
  readonly isTest: (path: string) => boolean;
}

function firstBelow(snapshot: Snapshot, directory: string, { folder, isTest }: TestFiles): Evidence | null {
  const root = joinPath(directory, folder) ?? folder;
  const file = snapshot.within(root).find(isTest);
  return file === undefined ? null : snapshot.evidence(file, 1);
}

const RAKE = /^(?:bundle exec |bin\/)?rake(?: |$)/;
const TASK = /\b(?:Rake|Minitest)::TestTask\.(?:new|create)\b(?:[\s(]{0,4}:(\w{1,40}))?/;

function rakeTests(snapshot: Snapshot, { directory, gem }: Bundle, tests: Evidence): Command[] {
  const file = joinPath(directory, 'Rakefile') ?? '';
  const task = firstMatch(snapshot.text(file) ?? '', TASK);
  // Rails brings it, and what pipelines start is there.
  const isThere =
    gem(/^(?:rake|rails|railties)$/) !== null || callsIn(snapshot, directory).some(({ run }) => RAKE.test(run));
  if (!task || !isThere) return [];
  const because = [snapshot.evidence(file, task.line), tests];
  return [{ run: `bundle exec rake ${task.match[1] ?? 'test'}`, directory, because }];
}
