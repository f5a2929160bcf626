import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { setUp } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource } from '../../version-sources.ts';
import type { TerraformModule } from './module.ts';

/** Terraform, or OpenTofu, which took its place and its files. */
export type Program = 'terraform' | 'tofu';

/** OpenTofu where a file is its own, or where the repository starts it and never Terraform. */
export function programOf(
  snapshot: Snapshot,
  { directory, files }: TerraformModule,
  automation: readonly AutomationLine[],
): Program {
  const isOwn = files.some((file) => file.endsWith('.tofu')) || nearest(snapshot, directory, ['.opentofu-version']);
  if (isOwn) return 'tofu';
  const starts = (pattern: RegExp) => firstCall(snapshot, automation, pattern) !== null;
  const isStarted = starts(/\btofu (?:init|validate|fmt|plan|apply|test)\b/);
  return isStarted && !starts(/\bterraform (?:init|validate|fmt|plan|apply|test)\b/) ? 'tofu' : 'terraform';
}

type VersionQuery = VersionPlace & Pick<TerraformModule, 'required'>;

/** Where the release of each program stands, best first. */
export const PROGRAM_VERSIONS: Readonly<Record<Program, readonly VersionSource<VersionQuery>[]>> = {
  terraform: sourcesOf('terraform', '.terraform-version'),
  tofu: sourcesOf('opentofu', '.opentofu-version'),
};

function sourcesOf(tool: string, file: string): readonly VersionSource<VersionQuery>[] {
  return [
    pinFile(tool, file, /^\s{0,8}v?(\d+\.\d+[\w.-]{0,30})/),
    toolFiles(tool, [tool]),
    {
      from: '`required_version` of the configuration',
      find: ({ required }) => required && { tool, value: required.value, because: [required.because] },
    },
    setUp(tool, /^(?:terraform|tofu) /),
    {
      from: 'what the README beside it quotes of `terraform version` or `tofu version`',
      find: ({ snapshot, directory }) => quoted(snapshot, directory, tool),
    },
  ];
}

/** The first line of what the program says of itself. (developer.hashicorp.com, "Command: version") */
const SAID = /^\s{0,8}(Terraform|OpenTofu) v(\d+\.\d+\.\d+)\s{0,8}$/;

function quoted(snapshot: Snapshot, directory: string, tool: string): ToolVersion | null {
  const file = joinPath(directory, 'README.md') ?? '';
  const found = firstMatch(snapshot.text(file) ?? '', SAID);
  const [, program = '', value = ''] = found?.match ?? [];
  if (!found || program.toLowerCase() !== tool) return null;
  return { tool, value, because: [snapshot.evidence(file, found.line)] };
}

/** The release of the program that a module runs with. */
export function programVersion(snapshot: Snapshot, module: TerraformModule, program: Program): ToolVersion | null {
  return firstFound(PROGRAM_VERSIONS[program], { snapshot, ...module });
}
