import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command } from '../../../domain/profile.ts';
import { neededBy } from '../../called/started.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isTestOf } from '../before/settings.ts';
import type { PipelineCall } from '../calls.ts';
import { calledTask } from '../checks/called-task.ts';
import { kindOfName } from '../checks/kinds.ts';

/**
 * The unit with the task by which a pipeline runs its tests, where the recipe gives them what only it can find out (as envtest's programs
 * are given), or chooses them, by folders where we would leave some out by theirs, or out of a list of all, and no pipeline starts them without it.
 */
export function withTestTask(snapshot: Snapshot, draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const { commands, ecosystem } = draft;
  if (commands.test.length === 0 || calls.some(({ run }) => isTestOf(ecosystem, run))) return draft;
  const leavesOut = commands.test.some(({ run }) => LEAVES_OUT.test(run));
  const started = firstOfEach(
    calls.flatMap((call) => withNeeded(snapshot, call)),
    ({ run }) => run,
  );
  const tasks = started.flatMap((command) => {
    const called = calledTask(snapshot, command);
    return called === null || kindOfName(called.name) !== 'test' ? [] : [{ command, called }];
  });
  for (const { command, called } of tasks) {
    const { lines: recipe, because } = called;
    const isOfSome = tasks.length === 1 && recipe.length === 1 && OF_SOME.test(recipe[0] ?? '');
    const isChoice = (leavesOut && choosesTests(recipe, ecosystem)) || isOfSome;
    if (isChoice || recipe.some((line) => isPrepared(line, ecosystem)))
      return {
        ...draft,
        commands: { ...commands, test: [{ ...command, because: [...command.because, ...because] }] },
      };
  }
  return draft;
}

/** A call, and those of the tasks that come to run before the one that it starts. */
function withNeeded(snapshot: Snapshot, { run, directory, because }: PipelineCall): Command[] {
  const needed = neededBy(snapshot, { run, directory }).filter((one) => one.directory === directory);
  return [{ run, directory, because }, ...needed.map((one) => ({ run: one.run, directory, because }))];
}

/** Tests of all packages but those that a pattern takes away. (go help test; GNU make manual, "The shell Function") */
const OF_SOME =
  /^go test(?: -[^\s$;&|`]{1,80}){0,12} \$\((?:shell )?go list \.\/\.\.\. \| grep -vE? (?!'?\/?vendor\/?'?\))(?:'[^'`$]{1,200}'|"[^"`$]{1,200}"|[\w./-]{1,100})\)$/;

/** A test behind variables, one of which a command gives its value. */
function isPrepared(line: string, ecosystem: UnitDraft['ecosystem']): boolean {
  const set = /^(?:\w{1,60}=(?:"[^"]{0,500}"|'[^']{0,500}'|\S{0,500})\s{1,20}){1,20}/.exec(line)?.[0] ?? '';
  return /=["']?\$\$?\(/.test(set) && isTestOf(ecosystem, line.slice(set.length));
}

/** Packages that are taken away from a list of all. */
const LEAVES_OUT = /^go list .* \| xargs go test(?: -\S{1,80}){0,12}$/;

/** Whether a recipe is one call of the tests, over folders that it names: not over all of them. */
function choosesTests(recipe: readonly string[], ecosystem: UnitDraft['ecosystem']): boolean {
  const [only = '', ...more] = recipe;
  return (
    more.length === 0 && isTestOf(ecosystem, only) && / \.\/[\w-]/.test(only) && !/ \.\/\.\.\.(?: |$)|[;&|$]/.test(only)
  );
}
