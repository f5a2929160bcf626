import { type AutomationLine, actionInput, firstCall } from './ci/automation.ts';
import type { Snapshot } from './snapshot.ts';
import type { VersionSource } from './version-sources.ts';

/** Where the repository's own pipelines may say which version of a tool they use. */
export interface PipelineQuery {
  readonly snapshot: Snapshot;
  readonly automation: readonly AutomationLine[];
}

interface ActionVersion {
  readonly from: string;
  readonly tool: string;
  readonly action: RegExp;
  /** What stands behind `version:`; its first group is the version. */
  readonly value: RegExp;
}

/** The input `version` of an action. */
export function actionVersion({ from, tool, action, value }: ActionVersion): VersionSource<PipelineQuery> {
  return {
    from,
    find: ({ snapshot, automation }) => {
      const found = actionInput(snapshot, automation, { action, input: 'version', value });
      return found && { tool, value: found.value, because: [found.because] };
    },
  };
}

/** A line of pipelines, tasks and scripts, whose first group is the version. */
export function calledVersion(tool: string, from: string, pattern: RegExp): VersionSource<PipelineQuery> {
  return {
    from,
    find: ({ snapshot, automation }) => {
      const found = firstCall(snapshot, automation, pattern);
      return found?.match[1] ? { tool, value: found.match[1], because: [found.because] } : null;
    },
  };
}
