import type { LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, actionInput, firstCall } from '../../automation.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';

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
  const pinned = [
    toolVersion({ snapshot, directory, tool: TOOL, names: [TOOL] }),
    byAction(snapshot, automation),
    ...PINS.map((pin) => {
      const found = firstCall(snapshot, automation, pin);
      return found?.match[1] ? { tool: TOOL, value: found.match[1], because: [found.because] } : null;
    }),
  ];
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

/** `golangci-lint/v2/cmd/golangci-lint@v2.1.0`, an installer's last argument, and a variable for either. */
const PINS = [
  /golangci-lint@v?(\d+\.\d+(?:\.\d+)?)/,
  /golangci-lint[^#]{0,300}\sv(\d+\.\d+\.\d+)\b/,
  /\bGOLANGCI?_?(?:CI_?)?(?:LINT(?:ER)?)?_?VERSION\s{0,4}[:?]?=\s{0,4}["']?v?(\d+\.\d+(?:\.\d+)?)/i,
];

/** `version:` of the linter's own action. */
function byAction(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  const found = actionInput(snapshot, automation, {
    action: /\bgolangci\/golangci-lint-action@/,
    input: 'version',
    value: /^["']?v?(\d+\.\d+(?:\.\d+)?)\b/,
  });
  return found && { tool: TOOL, value: found.value, because: [found.because] };
}
