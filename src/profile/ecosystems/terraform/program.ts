import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../automation.ts';
import { setUpVersions } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
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

const NAMES = {
  terraform: { file: '.terraform-version', tool: 'terraform' },
  tofu: { file: '.opentofu-version', tool: 'opentofu' },
} as const;

/** The program's own file, .tool-versions and mise, what the configuration asks for, the repository's own workflows. */
export function programVersion(
  snapshot: Snapshot,
  { directory, required }: TerraformModule,
  program: Program,
): ToolVersion | null {
  const { file: name, tool } = NAMES[program];
  const file = nearest(snapshot, directory, [name]);
  const pinned = file === null ? null : firstMatch(snapshot.text(file) ?? '', /^\s{0,8}v?(\d+\.\d+[\w.-]{0,30})/);
  if (file !== null && pinned?.match[1])
    return { tool, value: pinned.match[1], because: [snapshot.evidence(file, pinned.line)] };
  return (
    toolVersion({ snapshot, directory, tool, names: [tool] }) ??
    (required ? { tool, value: required.value, because: [required.because] } : null) ??
    setUpVersions({ snapshot, directory, tool, runs: /^(?:terraform|tofu) / })[0] ??
    null
  );
}
