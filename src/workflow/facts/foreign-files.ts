import { originsOf, type Scope } from './flows.ts';
import { textsPutInto } from './step-writes.ts';
import type { UsesFact } from './uses.ts';
import { asMapping, asText, type Mapping } from './values.ts';

/** What a step runs, as it is written. */
interface Bringing {
  readonly step: Mapping;
  readonly commands: readonly string[];
  readonly uses: UsesFact | null;
}

/** Actions that bring artifacts of another run, and the input that names it. */
const RUN_INPUTS: ReadonlyMap<string, string> = new Map([
  ['actions/download-artifact', 'run-id'],
  ['dawidd6/action-download-artifact', 'run_id'],
]);

/** Whether a step brings an artifact of the run that has started this one: whoever proposed the change may have made it. */
export function bringsForeignFiles({ step, commands, uses }: Bringing, scope: Scope): boolean {
  const inputs = asMapping(step.with);
  if (uses?.repository === 'actions/github-script')
    return ['downloadArtifact', 'workflow_run'].every((word) => asText(inputs.script)?.includes(word));
  const downloads = commands.filter((command) => /^gh\s+run\s+download\s/.test(command));
  const run = asText(inputs[RUN_INPUTS.get(uses?.repository ?? '') ?? '']) ?? '';
  return [...textsPutInto(downloads, commands), run].some((text) =>
    originsOf(text, scope).some(({ path }) => path[2] === 'workflow_run'),
  );
}
