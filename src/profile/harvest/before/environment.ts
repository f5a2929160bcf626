import { type Setting, withoutVariables } from '../../../domain/in-front.ts';
import type { Command } from '../../../domain/profile.ts';
import { failsNever } from '../../ci/never.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { withVariables } from '../../with-variables.ts';
import type { PipelineCall } from '../calls.ts';
import { isSetting, isTestOf } from './settings.ts';
import { isCarried } from './variables.ts';

/**
 * What pipelines set for the tests and builds of a unit, in front of its own: where one starts the same command, all that it sets for it
 * and that changes no program; for tests, where it starts another one, the settings of the language, and all where that is another test of
 * the unit: they run in one job, and what prepares their database does.
 */
export function withEnvironment(draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const tests = calls.filter(({ run, environment }) => environment.size > 0 && isTestOf(draft.ecosystem, run));
  const test = draft.commands.test.map((command) => {
    const alike = calls.filter((call) => isSame(command.run, call.run));
    // Nothing but the tests has to be there for those that run with nothing beside them.
    const same = alike.find((call) => !call.hasContainers && call.run === alike[0]?.run) ?? alike[0];
    const all = same ? settingsOf(same, (entry) => isSetting(draft.ecosystem, entry) || isCarried(entry)) : [];
    // What runs with nothing set, and nothing beside it, needs nothing of what other tests are told.
    const isPlain = same?.environment.size === 0 && !same.hasContainers && isTypedAlike(command.run, same.run);
    if (same && (all.length > 0 || isPlain)) return withVariables(command, all, same.because);
    const typed = withoutDatabase(command.run);
    const others = typed !== command.run || isTestOf(draft.ecosystem, typed) ? draft.commands.test : [];
    for (const call of tests) {
      const isOfOther = others.some(({ run }) => run !== command.run && isSame(run, call.run));
      const settings = settingsOf(
        call,
        (entry) => isSetting(draft.ecosystem, entry) || (isOfOther && isCarried(entry)),
      );
      if (settings.length > 0) return withVariables(command, settings, call.because);
    }
    return command;
  });
  const build = draft.commands.build.map((command) => {
    const same = calls.find((call) => call.environment.size > 0 && isSame(command.run, call.run));
    return same ? withCarried(command, same.environment, same.because) : command;
  });
  return { ...draft, commands: { ...draft.commands, test, build } };
}

/** A command behind what a pipeline sets for it and that changes no program. */
export function withCarried(
  command: Command,
  environment: ReadonlyMap<string, string>,
  because: Command['because'],
): Command {
  return withVariables(command, [...environment].filter(isCarried).slice(0, MOST_SETTINGS), because);
}

/** More is no test's. */
const MOST_SETTINGS = 30;

function settingsOf({ environment }: PipelineCall, isWanted: (entry: Setting) => boolean): Setting[] {
  return [...environment].filter((entry) => isWanted(entry) && !failsNever(` ${entry[1]}`)).slice(0, MOST_SETTINGS);
}

/** What brings a program, and is not what is started. */
const BRINGS =
  /^(?:(?:bundle exec|(?:uv|poetry|pdm|pipenv|hatch) run|npx|bunx|pnpm exec|yarn exec|python3? -m|\.\/|bin\/|vendor\/bin\/|node_modules\/\.bin\/)\s{0,4})+/;

/** Whether two commands start the same, one of them perhaps with more options. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a[0] === b[0] && (isPart(a, b) || isPart(b, a));
}

/** Whether two commands are the same, but for ways to type it. */
export function isTypedAlike(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/** Options that only tell more or less, or hold what was resolved before. */
const MANNERS = /^(?:--locked|--frozen|--verbose|-v{1,3}|--quiet|-q|-B|-ntp|--batch-mode|--no-transfer-progress)$/;

/** Without what only prepares a database; a script that is run by its name alone is the same. */
function wordsOf(run: string): string[] {
  const bare = withoutDatabase(withoutVariables(run).replace(BRINGS, ''));
  const plain = bare.replace(/^(npm|pnpm|yarn|bun) (?:run|run-script) /, '$1 ');
  return plain.split(' ').filter((word) => !MANNERS.test(word));
}

function withoutDatabase(run: string): string {
  return run
    .split(' ')
    .filter((word) => !word.startsWith('db:'))
    .join(' ');
}

/** Whether all words of the one stand in the other, and what else stands there are options and their values: a path more is a part of it. */
function isPart(few: readonly string[], many: readonly string[]): boolean {
  const more = many.filter((word) => !few.includes(word));
  const isOption = (word = '') => word.startsWith('-');
  return few.every((word) => many.includes(word)) && more.every((word, at) => isOption(word) || isOption(more[at - 1]));
}
