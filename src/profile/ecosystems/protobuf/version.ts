import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, actionInput, firstCall } from '../../automation.ts';
import type { Snapshot } from '../../snapshot.ts';

const RELEASE = /^["']?v?(\d+\.\d+\.\d+)\b/;

/** What workflows tell the actions of its makers, else a release that is installed by its name, else a variable. */
export function pipelineVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  const told = actionInput(snapshot, automation, {
    action: /\bbufbuild\/buf-(?:setup-)?action@/,
    input: 'version',
    value: RELEASE,
  });
  if (told) return { tool: 'buf', value: told.value, because: [told.because] };
  const found =
    firstCall(snapshot, automation, /\bbufbuild\/buf\/cmd\/buf@v(\d+\.\d+\.\d+)\b/) ??
    firstCall(snapshot, automation, /(?:^|[\s"'])buf_version["']?\s{0,4}[:?]?=?\s{0,4}["']?v?(\d+\.\d+\.\d+)\b/i);
  return found?.match[1] ? { tool: 'buf', value: found.match[1], because: [found.because] } : null;
}
