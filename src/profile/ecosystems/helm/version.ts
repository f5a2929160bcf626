import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, actionInput, firstCall } from '../../automation.ts';
import type { Snapshot } from '../../snapshot.ts';

/** What workflows tell the set-up action, else a variable of the pipelines and scripts. */
export function pipelineVersion(snapshot: Snapshot, automation: readonly AutomationLine[]): ToolVersion | null {
  const told = actionInput(snapshot, automation, {
    action: /\bazure\/setup-helm@/i,
    input: 'version',
    value: /^["']?v?(\d+\.\d+\.\d+)\b/,
  });
  if (told) return { tool: 'helm', value: told.value, because: [told.because] };
  const variable = firstCall(
    snapshot,
    automation,
    /(?:^|[\s"'])helm_?version["']?\s{0,4}[:?]?=?\s{0,4}["']?v?(\d+\.\d+\.\d+)\b/i,
  );
  return variable?.match[1] ? { tool: 'helm', value: variable.match[1], because: [variable.because] } : null;
}
