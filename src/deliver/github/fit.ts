import type { Cuts } from './page.ts';

export interface Budget {
  /** The most that is taken. */
  readonly limit: number;
  readonly measure: (text: string) => number;
}

/** Entries of lists other than the difference and the evidence: fewer only where nothing else is left to cut. */
const ENTRIES = [25, 8, 2, 0];

/**
 * The longest page within a budget. First the difference is cut, then the evidence, then lists are shortened; what is in neither is never
 * cut. `lines` is how many there are of both.
 */
export function fitted(
  render: (cuts: Cuts) => string,
  lines: Pick<Cuts, 'diff' | 'evidence'>,
  { limit, measure }: Budget,
): string {
  const isFitting = (cuts: Cuts) => measure(render(cuts)) <= limit;
  const [entries = 0, ...fewer] = ENTRIES;
  const whole = { ...lines, entries };
  if (isFitting(whole)) return render(whole);
  const undiffed = { ...whole, diff: 0 };
  if (isFitting(undiffed)) return render({ ...whole, diff: most(lines.diff, (diff) => isFitting({ ...whole, diff })) });
  const bare = { ...undiffed, evidence: 0 };
  if (isFitting(bare))
    return render({ ...bare, evidence: most(lines.evidence, (evidence) => isFitting({ ...bare, evidence })) });
  const left = fewer.find((few) => isFitting({ ...bare, entries: few })) ?? 0;
  return render({ ...bare, entries: left });
}

/** The largest number below `total` for which it holds; it holds for none. */
function most(total: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, total];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
