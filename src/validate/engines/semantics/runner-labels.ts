import type { DocumentPath } from '../../../domain/finding.ts';
import { asList, asText, isMapping } from '../../../workflow/facts/values.ts';
import type { Check, CheckedJob, Fault } from './check.ts';
import { goneSince, isSystem, neverWas, systemOf } from './hosted-runners.ts';
import { type PlacedText, placedTexts } from './matrix-values.ts';

/** Labels of GitHub's own runners that there are no runners for. What stands beside another label may be anybody's. */
export const unknownRunners: Check = ({ jobs }) =>
  jobs.flatMap((job) => {
    const [label, ...others] = labelsOf(job);
    return label === undefined || others.length > 0 ? [] : (placedTexts(label, job) ?? []).flatMap(labelFault);
  });

function labelFault({ text, path }: PlacedText): Fault[] {
  const since = goneSince(text);
  if (since !== null) return [{ rule: 'retired-runner', path, params: { label: text, since } }];
  return neverWas(text) ? [{ rule: 'unknown-runner', path, params: { label: text } }] : [];
}

/** Labels of two systems: a runner must have all labels. One that is registered may have any, so those are left out. */
export const conflictingRunners: Check = ({ jobs }) =>
  jobs.flatMap((job) => {
    const labels = labelsOf(job).map((label) => placedTexts(label, job) ?? []);
    if (labels.flat().some(({ text }) => text.toLowerCase() === 'self-hosted')) return [];
    const first = labels.find(([one, ...more]) => one && more.length === 0 && isSystem(one.text))?.[0];
    if (!first) return [];
    return labels
      .flat()
      .filter(({ text }) => isSystem(text) && systemOf(text) !== systemOf(first.text))
      .map(({ text, path }) => ({ rule: 'conflicting-runners', path, params: { label: text, other: first.text } }));
  });

/** What a job's `runs-on` asks for. In a group there may be machines of any label. */
export function labelsOf({ job, path }: CheckedJob): PlacedText[] {
  const runsOn = job['runs-on'];
  const at = [...path, 'runs-on'];
  if (isMapping(runsOn)) return 'group' in runsOn ? [] : placed(runsOn.labels, [...at, 'labels']);
  return placed(runsOn, at);
}

/** Far more than anybody writes: each may stand for a whole matrix. */
const MOST_LABELS = 20;

function placed(value: unknown, path: DocumentPath): PlacedText[] {
  const one = asText(value);
  if (one !== null) return [{ text: one, path }];
  return asList(value)
    .slice(0, MOST_LABELS)
    .flatMap((item, index) => {
      const text = asText(item);
      return text === null ? [] : [{ text, path: [...path, index] }];
    });
}
