import type { LintCommand, ToolVersion } from '../../../domain/profile.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { actionVersion, calledVersion, type PipelineQuery } from '../../pipeline-versions.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionPlace, VersionSource } from '../../version-sources.ts';

/** golangci-lint as the repository has set it up. */
export interface ConfiguredLinter {
  readonly command: LintCommand;
  /** As written, else the version of the configuration's format. */
  readonly version: ToolVersion;
}

/** Its configuration, by its names. */
export const FILES = ['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'];

/** golangci-lint, where it is configured at the module or above it. It vets, and formats as it is told. */
export function configuredLinter(
  snapshot: Snapshot,
  directory: string,
  automation: readonly AutomationLine[],
): ConfiguredLinter | null {
  const file = nearest(snapshot, directory, FILES);
  if (file === null) return null;
  const format = formatOf(snapshot, file);
  const fits = ({ value }: ToolVersion) => value.startsWith(`${format.value}.`);
  const pinned = LINTER_VERSIONS.map(({ find }) => find({ snapshot, directory, automation }));
  return {
    command: { check: 'lint', run: `${TOOL} run`, directory, because: [snapshot.evidence(file, 1)] },
    version: pinned.find((version) => version !== null && fits(version)) ?? format,
  };
}

const TOOL = 'golangci-lint';

/** A file without `version: "2"` is of the first format, which releases from 2 on refuse. (golangci-lint, "Migration guide") */
function formatOf(snapshot: Snapshot, file: string): ToolVersion {
  const found = firstMatch(snapshot.text(file) ?? '', /^\s{0,4}"?version"?\s{0,4}[:=]\s{0,4}["']?2["']?\s{0,4}[,#]?/);
  return { tool: TOOL, value: found ? '2' : '1', because: [snapshot.evidence(file, found?.line ?? 1)] };
}

/** The first that fits the format of the configuration is taken. */
export const LINTER_VERSIONS: readonly VersionSource<VersionPlace & PipelineQuery>[] = [
  toolFiles(TOOL, [TOOL]),
  actionVersion({
    from: '`version` of its own action in workflows',
    tool: TOOL,
    action: /\bgolangci\/golangci-lint-action@/,
    value: /^["']?v?(\d+\.\d+(?:\.\d+)?)\b/,
  }),
  calledVersion(TOOL, '`golangci-lint@v2.1.0` in pipelines, tasks and scripts', /golangci-lint@v?(\d+\.\d+(?:\.\d+)?)/),
  calledVersion(TOOL, 'the last argument of an installer', /golangci-lint[^#]{0,300}\sv(\d+\.\d+\.\d+)\b/),
  calledVersion(
    TOOL,
    'a variable such as `GOLANGCI_LINT_VERSION`',
    /\bGOLANGCI?_?(?:CI_?)?(?:LINT(?:ER)?)?_?VERSION\s{0,4}[:?]?=\s{0,4}["']?v?(\d+\.\d+(?:\.\d+)?)/i,
  ),
];
