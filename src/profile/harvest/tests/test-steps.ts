import type { CiStep } from '../../ci/steps.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isTestOf } from '../before/settings.ts';
import { calledTask } from '../checks/called-task.ts';

/** What is tested with other programs, or looked at and not run. */
const OTHER = /e2e|lint|types?(?:$|[\s:_-])/i;

export interface TestsQuery {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
}

/** Whether a step of a usual job runs the unit's tests in its folder, by a command of its language, by the unit's own, or by a task. */
export function runsTests({ snapshot, draft }: TestsQuery, { script, directory, isUsual }: CiStep): boolean {
  const { ecosystem, commands } = draft;
  // What stands before the last of them is done for it: tables are made without any test.
  const own = commands.test.slice(-1).map(({ run }) => run);
  const isTest = (text: string) =>
    !OTHER.test(text) && (isTestOf(ecosystem, text) || own.some((run) => text.startsWith(run)));
  const lines = (run: string) => calledTask(snapshot, { run, directory: draft.directory })?.lines ?? [];
  return (
    isUsual &&
    directory === draft.directory &&
    script.some(({ text }) => isTest(text.trim()) || lines(text.trim()).some(isTest))
  );
}
