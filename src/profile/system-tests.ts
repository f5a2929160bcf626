import type { ProfileWarning } from '../domain/profile.ts';
import type { UnitDraft } from './ecosystem.ts';
import { ancestors, relativeTo } from './paths.ts';
import type { Found, Snapshot } from './snapshot.ts';
import { runsBehindSystem } from './system-jobs.ts';

const SYSTEM =
  /^(?:(?:end-?to-?end|integration|acceptance|conformance|smoke)(?:-?tests?)?|(?:system|load|perf|performance|stress|playwright|cypress)-?tests?|(?:[\w.]{1,60}-){0,4}e2e(?:-[\w.]{1,60}){0,4}|e2etests?)$/;

/** The step of a path that says that what lies below speaks to a running system (a cluster, or the program itself); null where none does. */
export function systemStep(path: string): string | null {
  return path.split('/').find((step) => SYSTEM.test(step.toLowerCase().replaceAll('_', '-'))) ?? null;
}

/**
 * Units that are nothing but tests of what others make: they can be checked and built, but what they test does not run in a job of
 * theirs. Those of Go say so themselves, by the file.
 */
export function withoutSystemTests(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const folders = new Set(drafts.map(({ directory }) => directory));
  const isHeld = (draft: UnitDraft) =>
    draft.ecosystem !== 'go' && (testsOthers(draft, folders) || startedBehind(snapshot, draft));
  const held = new Set(drafts.filter(isHeld));
  return {
    value: drafts.map((draft) => (held.has(draft) ? { ...draft, commands: { ...draft.commands, test: [] } } : draft)),
    warnings: [...held].flatMap(warningOf),
  };
}

function testsOthers({ directory, commands }: UnitDraft, folders: ReadonlySet<string>): boolean {
  if (commands.test.length === 0 || directory === '.') return false;
  if (systemStep(directory) !== null) return true;
  const [, ...above] = ancestors(directory);
  return above.some((other) => folders.has(other) && /(?:^|\/)tests?(?:\/|$)/.test(relativeTo(other, directory)));
}

function startedBehind(snapshot: Snapshot, draft: UnitDraft): boolean {
  return draft.commands.test.length > 0 && draft.directory !== '.' && runsBehindSystem(snapshot, draft);
}

function warningOf({ commands }: UnitDraft): ProfileWarning[] {
  const [because] = commands.test[0]?.because ?? [];
  if (!because) return [];
  const message = 'its tests look like those of a running system; they are left out.';
  return [{ file: because.file, line: because.line, message }];
}
