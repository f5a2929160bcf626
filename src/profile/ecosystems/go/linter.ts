import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand, ToolVersion } from '../../../domain/profile.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { callsIn } from '../../harvest/calls.ts';
import { linesStarted } from '../../harvest/checks/called-task.ts';
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

/** A run of it over all of the module, with nothing but how much it tells and how long it may take. */
export const LINTS_ALL = /^golangci-lint run(?: (?:\.\/\.\.\.|-v|--verbose|--timeout[= ]\w{1,10})){0,4}$/;

/** golangci-lint, where it is configured at the module or above it, or pipelines run it as it is. It vets, and formats as it is told. */
export function configuredLinter(
  snapshot: Snapshot,
  directory: string,
  automation: readonly AutomationLine[],
): ConfiguredLinter | null {
  const file = nearest(snapshot, directory, FILES);
  const because = file === null ? calledLinter(snapshot, directory) : [snapshot.evidence(file, 1)];
  if (because === null) return null;
  const format = file === null ? { tool: TOOL, value: '2', because } : formatOf(snapshot, file);
  const fits = ({ value }: ToolVersion) => file === null || value.startsWith(`${format.value}.`);
  const pinned = LINTER_VERSIONS.map(({ find }) => find({ snapshot, directory, automation }));
  return {
    command: { check: 'lint', run: `${TOOL} run`, directory, because },
    version: pinned.find((version) => version !== null && fits(version)) ?? format,
  };
}

/** Where a pipeline runs it, by itself or by a task that is nothing else; null where none does. */
function calledLinter(snapshot: Snapshot, directory: string): readonly Evidence[] | null {
  const call = callsIn(snapshot, directory).find((one) =>
    linesStarted(snapshot, one).every((line) => LINTS_ALL.test(line)),
  );
  return call?.because ?? null;
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
