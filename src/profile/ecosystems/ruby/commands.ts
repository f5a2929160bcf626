import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { isDockerfileName } from '../../docker/base-tag.ts';
import { callsIn } from '../../harvest/calls.ts';
import { kindOfName } from '../../harvest/checks/kinds.ts';
import { firstMatch } from '../../lines.ts';
import { baseName, joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Found } from '../../snapshot.ts';
import { railsProgram, testCommands } from './tests.ts';
import { TOOLS, type ToolQuery, toolCommand } from './tools.ts';

/** Bundler installs, and what it has installed is run. */
export function commandsOf(query: ToolQuery): Found<Commands> {
  const { snapshot, bundle } = query;
  const { directory, file, lockfile } = bundle;
  const because = [snapshot.evidence(lockfile ?? file, 1), ...(lockfile === null ? [] : [snapshot.evidence(file, 1)])];
  const tools = TOOLS.map((tool) => toolCommand(query, tool));
  const lint = tools.flatMap(({ value }) => value);
  return {
    value: {
      install: [{ run: 'bundle install', directory, because }],
      lint: withTasks(query, lint),
      test: testCommands(snapshot, bundle),
      build: [...assets(query), ...gemBuild(query)],
    },
    warnings: tools.flatMap(({ warnings }) => warnings),
  };
}

/** The checks with those that pipelines have Rake start by a name that says so, with nothing beside them, and that no tool of these does already. */
function withTasks({ snapshot, bundle: { directory } }: ToolQuery, tools: readonly LintCommand[]): LintCommand[] {
  const known = tools.map(({ run }) => run);
  const tasks = callsIn(snapshot, directory).flatMap(({ run, because, hasContainers }): LintCommand[] => {
    const [, name = ''] = /^(?:bundle exec |bin\/)?rake ([\w:]{1,60})$/.exec(run) ?? [];
    const check = kindOfName(name) ?? (/(?:^|:)verify$/.test(name) ? 'lint' : null);
    const isDone = name.split(':').some((word) => known.some((other) => other.includes(word)));
    if (check === null || check === 'test' || isDone || hasContainers) return [];
    return [{ check, run: run.replace(/^rake /, 'bundle exec rake '), directory, because }];
  });
  const once = new Map(tasks.toReversed().map((task) => [task.run, task]));
  return [...tools, ...[...once.values()].reverse()];
}

/** Rails makes assets without a secret where the repository's own Dockerfile does. */
function assets({ snapshot, bundle }: ToolQuery): Command[] {
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

function gemBuild({ snapshot, bundle: { directory, gemspecs } }: ToolQuery): Command[] {
  return gemspecs.map((gemspec) => ({
    run: `gem build ${shellWord(baseName(gemspec))}`,
    directory,
    because: [snapshot.evidence(gemspec, 1)],
  }));
}
