import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { isDockerfileName } from '../../docker/base-tag.ts';
import { callsIn } from '../../harvest/calls.ts';
import { kindOfName } from '../../harvest/checks/kinds.ts';
import { firstMatch } from '../../lines.ts';
import { ancestors, baseName, joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Bundle } from './bundle.ts';
import { railsProgram, testCommands } from './tests.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly bundle: Bundle;
  readonly automation: readonly AutomationLine[];
}

/** Bundler installs, and what it has installed is run. */
export function commandsOf(query: CommandsQuery): Commands {
  const { snapshot, bundle } = query;
  const { directory, file, lockfile } = bundle;
  const because = [snapshot.evidence(lockfile ?? file, 1), ...(lockfile === null ? [] : [snapshot.evidence(file, 1)])];
  return {
    install: [{ run: 'bundle install', directory, because }],
    lint: withTasks(
      query,
      TOOLS.flatMap((tool) => toolCommand(query, tool)),
    ),
    test: testCommands(snapshot, bundle),
    build: [...assets(query), ...gemBuild(query)],
  };
}

/** A program that a gem brings. */
interface Tool {
  readonly gem: RegExp;
  readonly check: string;
  readonly program: string;
  /** The application has the program itself, in `bin/`: it is not Bundler that starts it. */
  readonly isOwn?: true;
  /** What follows it in the repository's own calls and is kept, in a group. */
  readonly flags: RegExp;
  /** What follows it where the repository shows no call. */
  readonly usual?: string;
  /** It is run only where the repository runs it, or has one of these beside its Gemfile or above. */
  readonly onlyWith?: readonly string[];
  /** With one of these there it only brings rules to another tool, unless the repository runs it. */
  readonly notWith?: readonly string[];
}

export const TOOLS: readonly Tool[] = [
  {
    gem: /^rubocop$/,
    check: 'lint',
    program: 'rubocop',
    flags: /\brubocop((?: (?:--parallel|-P))*)(?=\s|$|["'])/,
    onlyWith: ['.rubocop.yml', '.config/.rubocop.yml', '.config/rubocop/config.yml'],
  },
  {
    gem: /^standard$/,
    check: 'lint',
    program: 'standardrb',
    flags: /\bstandardrb()(?=\s|$|["'])/,
    notWith: ['.rubocop.yml'],
  },
  {
    gem: /^erb_lint$/,
    check: 'lint',
    program: 'erb_lint',
    flags:
      /\b(?:exec |bin\/)erb_?lint((?: (?:--lint-all|--enable-all-linters|(?:\.\/)?\w[\w./-]{0,100})){1,8})(?=\s*$|["'])/,
    usual: ' --lint-all',
    onlyWith: ['.erb_lint.yml', '.erb-lint.yml'],
  },
  { gem: /^herb$/, check: 'lint', program: 'herb analyze', flags: /\bherb analyze()(?=\s|$|["'])/, onlyWith: [] },
  { gem: /^haml_lint$/, check: 'lint', program: 'haml-lint', flags: /\bhaml-lint()(?=\s|$|["'])/, onlyWith: [] },
  { gem: /^slim_lint$/, check: 'lint', program: 'slim-lint', flags: /\bslim-lint()(?=\s|$|["'])/, onlyWith: [] },
  { gem: /^sorbet$/, check: 'typecheck', program: 'srb tc', flags: /\bsrb tc()\b/, onlyWith: ['sorbet'] },
  { gem: /^steep$/, check: 'typecheck', program: 'steep check', flags: /\bsteep check()\b/, onlyWith: ['Steepfile'] },
  {
    gem: /^brakeman$/,
    check: 'audit',
    program: 'brakeman',
    flags:
      /\bbrakeman((?: (?:--no-pager|-q|--quiet|-z|-w[123]|--(?:no-)?exit-on-(?:warn|error)|--ensure-ignore-notes))*)(?=\s|$|["'])/,
  },
  {
    gem: /^bundler-audit$/,
    check: 'audit',
    program: 'bundler-audit check --update',
    flags: /\bbundler?[- ]audit()\b/,
    onlyWith: [],
  },
  // guides.rubyonrails.org: what `rails new` writes into its workflow.
  {
    gem: /^importmap-rails$/,
    check: 'audit',
    program: 'importmap audit',
    isOwn: true,
    flags: /\bbin\/importmap audit()(?=\s|$|["'])/,
    onlyWith: [],
  },
];

function toolCommand({ snapshot, bundle, automation }: CommandsQuery, tool: Tool): LintCommand[] {
  const brought = bundle.gem(tool.gem);
  if (!brought) return [];
  const { directory } = bundle;
  const found = firstCall(snapshot, automation, tool.flags);
  const isThere = (names: readonly string[]) =>
    ancestors(directory).some((folder) => names.some((name) => snapshot.exists(joinPath(folder, name) ?? name)));
  const isSet = (!tool.onlyWith || isThere(tool.onlyWith)) && !isThere(tool.notWith ?? []);
  if (!found && !isSet) return [];
  const because = [...(found ? [found.because] : []), brought];
  const program = `${tool.isOwn ? 'bin/' : 'bundle exec '}${tool.program}`;
  return [{ check: tool.check, run: `${program}${found?.match[1] ?? tool.usual ?? ''}`, directory, because }];
}

/** The checks with those that pipelines have Rake start by a name that says so, and that no tool of these does already. */
function withTasks({ snapshot, bundle: { directory } }: CommandsQuery, tools: readonly LintCommand[]): LintCommand[] {
  const known = tools.map(({ run }) => run);
  const tasks = callsIn(snapshot, directory).flatMap(({ run, because }): LintCommand[] => {
    const [, name = ''] = /^(?:bundle exec |bin\/)?rake ([\w:]{1,60})$/.exec(run) ?? [];
    const check = kindOfName(name) ?? (/(?:^|:)verify$/.test(name) ? 'lint' : null);
    const isDone = name.split(':').some((word) => known.some((other) => other.includes(word)));
    if (check === null || check === 'test' || isDone) return [];
    return [{ check, run: run.replace(/^rake /, 'bundle exec rake '), directory, because }];
  });
  const once = new Map(tasks.toReversed().map((task) => [task.run, task]));
  return [...tools, ...[...once.values()].reverse()];
}

/** Rails makes assets without a secret where the repository's own Dockerfile does. */
function assets({ snapshot, bundle }: CommandsQuery): Command[] {
  const { directory } = bundle;
  const rails = railsProgram(snapshot, bundle);
  const files = snapshot
    .namesIn(directory)
    .filter(isDockerfileName)
    .flatMap((name) => joinPath(directory, name) ?? []);
  const found = files.flatMap((file): Evidence[] => {
    const match = firstMatch(snapshot.text(file) ?? '', /\bSECRET_KEY_BASE_DUMMY=1\s[^#]{0,80}\bassets:precompile\b/);
    return match ? [snapshot.evidence(file, match.line)] : [];
  });
  if (rails === null || found.length === 0) return [];
  return [
    {
      run: `RAILS_ENV=production SECRET_KEY_BASE_DUMMY=1 ${rails} assets:precompile`,
      directory,
      because: found.slice(0, 1),
    },
  ];
}

function gemBuild({ snapshot, bundle: { directory, gemspecs } }: CommandsQuery): Command[] {
  return gemspecs.map((gemspec) => ({
    run: `gem build ${shellWord(baseName(gemspec))}`,
    directory,
    because: [snapshot.evidence(gemspec, 1)],
  }));
}
