import type { IntentOf } from '../../../../domain/request.ts';
import { type Objection, unaskedUnless, unsaidUnless, whichOne } from '../objection.ts';
import type { Passage } from '../passage.ts';

/** Machines were spoken of, and each label was said. */
export function runnerObjections(intent: IntentOf<'runner'>, own: Passage): Objection[] {
  const { labels } = intent;
  const unsaid = labels.filter((label) => !isLabelSaid(label, own));
  const isAsked = RUNNER.test(own.text) || labels.every((label) => label.includes('-') && own.names(label));
  return [
    ...unaskedUnless(isAsked, 'kind', intent),
    ...unsaidUnless(unsaid.length === 0, 'labels', intent, whichOne('label', unsaid.join(', '))),
  ];
}

/** Words for a runner; `the server of cart` and `machine learning` are none. */
const RUNNER =
  /(?<!\p{L})(?:runners?|self-? ?hosted|runs?-on|labell?(?:ed|s)?|hosted|gpu|\p{L}+ (?:machines|hardware|servers|boxes)|maschin|machin(?!e)|m\u00e1quin|macchin|\u0440\u0430\u043d\u043d\u0435\u0440|\u043c\u0430\u0448\u0438\u043d)|\u8fd0\u884c\u5668|\u673a\u5668|\u30e9\u30f3\u30ca\u30fc|\u30de\u30b7\u30f3|\ub7ec\ub108|\uba38\uc2e0/u;

/** What runners are called by everybody, or has a sign or number in it; of other words, those that stand beside a runner or are called labels. */
function isLabelSaid(label: string, own: Passage): boolean {
  if (!own.names(label)) return false;
  const isUsual = /^(?:self-hosted|linux|windows|macos|x64|x86|arm|arm64|gpu)$|[\d-]/i.test(label);
  return isUsual || /(?<!\p{L})label/u.test(own.text) || own.names(`${label} runner`) || own.names(`${label} runners`);
}
