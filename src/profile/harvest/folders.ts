import type { UnitDraft } from '../ecosystem.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { isSame } from './before/environment.ts';
import { isTestOf } from './before/settings.ts';
import type { PipelineCall } from './calls.ts';

/** A folder below, by a name that no shell fills in. */
const MAKES = /^mkdir (?:-p )?(?:\.\/)?(\w[\w./-]{0,100})$/;

/** The unit with the folders that a pipeline makes before it runs the unit's tests, and that nothing of the repository lies in: tests may write there. */
export function withFolders(snapshot: Snapshot, draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const { test } = draft.commands;
  const isOwn = ({ run }: PipelineCall) => test.some((own) => own.run.endsWith(run) || isSame(own.run, run));
  // Where the unit's own tests are run, what others need is not theirs.
  const isTest = calls.some(isOwn) ? isOwn : ({ run }: PipelineCall) => isTestOf(draft.ecosystem, run);
  const made =
    test.length === 0
      ? []
      : calls.filter((call, at) => {
          const path = joinPath(draft.directory, MAKES.exec(call.run)?.[1] ?? '.');
          const isMissing = path !== null && path !== draft.directory && snapshot.within(path).length === 0;
          return isMissing && calls.slice(at).some((later) => isTest(later) && isBeside(later, call));
        });
  const once = new Map(made.map((call) => [call.run, call]));
  const known = new Set(draft.commands.install.map(({ run }) => run));
  const first = [...once.values()]
    .filter(({ run }) => !known.has(run))
    .map(({ run, directory, because }) => ({ run, directory, because }));
  return first.length === 0 ? draft : { ...draft, commands: { ...draft.commands, test: [...first, ...test] } };
}

/** A folder is there for its own job alone. */
function isBeside(one: PipelineCall, other: PipelineCall): boolean {
  const isOneJob = one.jobs.length + other.jobs.length === 0 || one.jobs.some((job) => other.jobs.includes(job));
  return isOneJob && fileOf(one) === fileOf(other);
}

function fileOf({ because: [at] }: PipelineCall): string | undefined {
  return at?.file;
}
