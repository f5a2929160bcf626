import { possibleTexts } from '../facts/flows.ts';
import { isHosted } from '../facts/hosted.ts';
import { labelsIn } from '../facts/runners.ts';
import { asMapping, asText, asTexts, isDynamic, isMapping, type Mapping } from '../facts/values.ts';

export interface RunnerLabels {
  /** As people write them, one after the other. */
  readonly name: string;
  readonly risk: string | null;
}

const SELF_HOSTED = 'a machine of your own, which keeps what a job leaves on it';
const GROUP = 'a group of runners may hold machines of your own';
const UNKNOWN_LABEL = "none of GitHub's own labels, so it may be a machine of your own";
const DYNAMIC = 'which machine is decided only when the workflow runs';

/** The machines that a job may run on; several where its matrix names several. */
export function runnersOf(job: Mapping): RunnerLabels[] {
  const runsOn = job['runs-on'];
  if (runsOn === undefined) return [];
  const { matrix } = asMapping(job.strategy);
  const group = isMapping(runsOn) ? asText(runsOn.group) : null;
  const written = asTexts(isMapping(runsOn) ? runsOn.labels : runsOn);
  const choices = written.length === 1 ? possibleTexts(written[0] ?? '', { matrix }).map(labelsIn) : [written];
  return choices.map((labels) => ({
    name: [...(group === null ? [] : [`group ${group}`]), ...labels].join(', '),
    risk: riskOf(labels, group),
  }));
}

function riskOf(labels: readonly string[], group: string | null): string | null {
  if (labels.some((label) => label.toLowerCase() === 'self-hosted')) return SELF_HOSTED;
  if (group !== null) return GROUP;
  if (labels.some(isDynamic)) return DYNAMIC;
  return labels.length > 0 && labels.every(isHosted) ? null : UNKNOWN_LABEL;
}
