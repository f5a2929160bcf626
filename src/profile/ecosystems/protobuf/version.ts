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
    from: '`version` of the actions of Buf’s makers in workflows',
    tool: 'buf',
    action: /\bbufbuild\/buf-(?:setup-)?action@/,
    value: /^["']?v?(\d+\.\d+\.\d+)\b/,
  }),
  calledVersion('buf', 'a release that is installed by its name', /\bbufbuild\/buf\/cmd\/buf@v(\d+\.\d+\.\d+)\b/),
  calledVersion(
    'buf',
    'a variable `BUF_VERSION` of the pipelines and scripts',
    /(?:^|[\s"'])buf_version["']?\s{0,4}[:?]?=?\s{0,4}["']?v?(\d+\.\d+\.\d+)\b/i,
  ),
];

/** The release of Buf that the repository itself uses. */
export function pipelineVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  return firstFound(PIPELINE_VERSIONS, { snapshot, automation });
}

/** What the pipelines say is read once for all modules. */
interface VersionQuery extends VersionPlace {
  readonly pipelines: ToolVersion | null;
}

/** Where a release stands, best first. */
export const BUF_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  toolFiles('buf', ['buf']),
  { from: PIPELINE_VERSIONS.map(({ from }) => from).join(', else '), find: ({ pipelines }) => pipelines },
];
