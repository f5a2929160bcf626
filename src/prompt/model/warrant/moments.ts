import type { Family } from './families.ts';
import type { Passage } from './passage.ts';

const MOMENT_FAMILY = {
  'default-branch': 'branch',
  tag: 'tag',
  manual: 'manual',
} as const satisfies Readonly<Record<string, Family>>;

/** Whether words say that something happens then. Where those about whom it is for say no moment at all, it may stand in the rest. */
export function isMomentSaid(moment: keyof typeof MOMENT_FAMILY, own: Passage, rest: Passage): boolean {
  return (hasMoment(own) ? own : rest).speaksOf(MOMENT_FAMILY[moment]);
}

/** Whether words say of anything when it happens. */
export function hasMoment(words: Passage): boolean {
  return Object.values(MOMENT_FAMILY).some((family) => words.speaksOf(family));
}
