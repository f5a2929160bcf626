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
  { from: '`version` of the actions of Buf’s makers in workflows', find: told },
  named('a release that is installed by its name', /\bbufbuild\/buf\/cmd\/buf@v(\d+\.\d+\.\d+)\b/),
  named(
    'a variable `BUF_VERSION` of the pipelines and scripts',
    /(?:^|[\s"'])buf_version["']?\s{0,4}[:?]?=?\s{0,4}["']?v?(\d+\.\d+\.\d+)\b/i,
  ),
];

/** The release of Buf that the repository itself uses. */
export function pipelineVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  return firstFound(PIPELINE_VERSIONS, { snapshot, automation });
}

function told({ snapshot, automation }: PipelineQuery): ToolVersion | null {
  const found = actionInput(snapshot, automation, {
    action: /\bbufbuild\/buf-(?:setup-)?action@/,
    input: 'version',
    value: /^["']?v?(\d+\.\d+\.\d+)\b/,
  });
  return found && { tool: 'buf', value: found.value, because: [found.because] };
}

function named(from: string, pattern: RegExp): VersionSource<PipelineQuery> {
  return {
    from,
    find: ({ snapshot, automation }) => {
      const found = firstCall(snapshot, automation, pattern);
      return found?.match[1] ? { tool: 'buf', value: found.match[1], because: [found.because] } : null;
    },
  };
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
