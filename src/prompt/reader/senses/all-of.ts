import type { ProjectProfile } from '../../../domain/profile.ts';
import { has } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const COUNTED = /^(?:services|apps|applications|projects|packages|modules|components)$/i;

/**
 * `lint all services but ledger, and test all four of them`: where everything was named, and the repository has as many services, all of them. Of another
 * number, or behind other things that there may be as many of, nobody can tell.
 */
export function withAllCounted(
  sentences: readonly (readonly Atom[])[],
  { services }: ProjectProfile,
): (readonly Atom[])[] {
  return sentences.map((atoms, index) => {
    const at = atoms.findIndex(
      ({ meaning }, place) =>
        meaning.tag === 'number' && Number(meaning.value) === services.length && isAll(atoms, place),
    );
    const before = [...sentences.slice(0, index).flat(), ...atoms.slice(0, Math.max(at - 1, 0))];
    const end = at < 0 ? -1 : endOf(atoms, at, before);
    if (end < 0 || services.length < 2) return atoms;
    const words = atoms
      .slice(at - 1, end)
      .map((atom) => atom.words)
      .join(' ');
    return [
      ...atoms.slice(0, at - 1),
      { meaning: { tag: 'selector', selectors: [{ all: true }] }, words },
      ...atoms.slice(end),
    ];
  });
}

function isAll(atoms: readonly Atom[], at: number): boolean {
  return /^all$/i.test(atoms[at - 1]?.words ?? '');
}

/** Behind `four of them` or `four services`; -1 where it is another thing. */
function endOf(atoms: readonly Atom[], at: number, before: readonly Atom[]): number {
  const [first = '', second = ''] = atoms.slice(at + 1, at + 3).map(({ words }) => words);
  if (COUNTED.test(first)) return at + 2;
  const isOfAll = before.some(
    ({ meaning }) => meaning.tag === 'selector' && meaning.selectors.some((one) => 'all' in one),
  );
  const isOfOther = has(
    before,
    'versions',
    'number',
    'system',
    'platform',
    'database',
    'branch',
    'label',
    'environment',
    'path',
    'language',
  );
  return /^of$/i.test(first) && /^them$/i.test(second) && isOfAll && !isOfOther ? at + 3 : -1;
}
