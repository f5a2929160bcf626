import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isTestOf } from '../before/settings.ts';
import type { PipelineCall } from '../calls.ts';
import { calledTask } from '../checks/called-task.ts';
import { kindOfName } from '../checks/kinds.ts';

/**
 * The unit with the task by which a pipeline runs its tests, where the recipe gives them what only it can find out (as envtest's programs
 * are given), or chooses them where we would leave some out by their folders, and no pipeline starts them without it.
 */
export function withTestTask(snapshot: Snapshot, draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const { commands, ecosystem } = draft;
  if (commands.test.length === 0 || calls.some(({ run }) => isTestOf(ecosystem, run))) return draft;
  for (const { run, directory, because } of calls) {
    const called = calledTask(snapshot, { run, directory });
    if (called === null || kindOfName(called.name) !== 'test') continue;
    const { lines: recipe, because: declared } = called;
    const isChoice = commands.test.some(({ run: own }) => LEAVES_OUT.test(own)) && choosesTests(recipe, ecosystem);
    if (isChoice || recipe.some((line) => isPrepared(line, ecosystem)))
      return { ...draft, commands: { ...commands, test: [{ run, directory, because: [...because, ...declared] }] } };
  }
  return draft;
}

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
