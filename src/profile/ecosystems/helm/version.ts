import type { ToolVersion } from '../../../domain/profile.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { actionVersion, calledVersion, type PipelineQuery } from '../../pipeline-versions.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';

/** Where pipelines say which release they use, best first. */
const PIPELINE_VERSIONS: readonly VersionSource<PipelineQuery>[] = [
  actionVersion({
    from: '`version` of the action `azure/setup-helm` in workflows',
    tool: 'helm',
    action: /\bazure\/setup-helm@/i,
    value: /^["']?v?(\d+\.\d+\.\d+)\b/,
  }),
  calledVersion(
    'helm',
    'a variable `HELM_VERSION` of the pipelines and scripts',
    /(?:^|[\s"'])helm_?version["']?\s{0,4}[:?]?=?\s{0,4}["']?v?(\d+\.\d+\.\d+)\b/i,
  ),
];

/** The release of Helm that the repository itself uses. */
export function pipelineVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  return firstFound(PIPELINE_VERSIONS, { snapshot, automation });
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
