import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, actionInput, firstCall } from '../../ci/automation.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';

interface PipelineQuery {
  readonly snapshot: Snapshot;
  readonly automation: readonly AutomationLine[];
}

/** Where pipelines say which release they use, best first. */
const PIPELINE_VERSIONS: readonly VersionSource<PipelineQuery>[] = [
  { from: '`version` of the action `azure/setup-helm` in workflows', find: told },
  { from: 'a variable `HELM_VERSION` of the pipelines and scripts', find: named },
];

/** The release of Helm that the repository itself uses. */
export function pipelineVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  return firstFound(PIPELINE_VERSIONS, { snapshot, automation });
}

function told({ snapshot, automation }: PipelineQuery): ToolVersion | null {
  const found = actionInput(snapshot, automation, {
    action: /\bazure\/setup-helm@/i,
    input: 'version',
    value: /^["']?v?(\d+\.\d+\.\d+)\b/,
  });
  return found && { tool: 'helm', value: found.value, because: [found.because] };
}

const VARIABLE = /(?:^|[\s"'])helm_?version["']?\s{0,4}[:?]?=?\s{0,4}["']?v?(\d+\.\d+\.\d+)\b/i;

function named({ snapshot, automation }: PipelineQuery): ToolVersion | null {
  const found = firstCall(snapshot, automation, VARIABLE);
  return found?.match[1] ? { tool: 'helm', value: found.match[1], because: [found.because] } : null;
}

/** What the pipelines say is read once for all charts. */
interface VersionQuery extends VersionPlace {
  readonly pipelines: ToolVersion | null;
}

/** Where a release stands, best first. */
export const HELM_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  toolFiles('helm', ['helm']),
  { from: PIPELINE_VERSIONS.map(({ from }) => from).join(', else '), find: ({ pipelines }) => pipelines },
];
