import { evaluateText } from '../expressions/evaluate.ts';
import type { Value } from '../expressions/value.ts';
import { possibleTexts, type Scope } from './flows.ts';
import type { Situation } from './situations.ts';
import { asTexts, isMapping } from './values.ts';

/**
 * Whether a job may run on a machine of its owner in this situation, as far as its labels tell. GitHub's own machines have one label with a
 * version; bare names of systems and processors are given to registered machines alone. A group may hold both, and tells nothing.
 */
export function isSelfHosted(runsOn: unknown, scope: Scope, { assumed }: Situation): boolean {
  return asTexts(isMapping(runsOn) ? runsOn.labels : runsOn)
    .flatMap((text) => textsOf(evaluateText(text, assumed)) ?? possibleTexts(text, scope))
    .flatMap(labelsIn)
    .some((label) => OWN_LABELS.has(label.toLowerCase()));
}

const OWN_LABELS = new Set(['self-hosted', 'linux', 'windows', 'macos', 'x64', 'arm64', 'arm']);

function textsOf(value: Value): string[] | null {
  if (value.kind === 'known') return [String(value.value ?? '')];
  return value.kind === 'list' ? value.items.flatMap((item) => textsOf(item) ?? []) : null;
}

/** A text that `fromJSON` reads may be a list of labels. */
function labelsIn(text: string): string[] {
  if (!/^\s*[["]/.test(text)) return [text];
  try {
    return asTexts(JSON.parse(text));
  } catch {
    return [text];
  }
}
