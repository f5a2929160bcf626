import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { DENIAL } from '../clauses/negation.ts';
import type { Atom } from '../meaning.ts';

/** Less than that. */
const LOW = /^(?!(?:not|never|no) )(?:\w+ )?(?:below|under|beneath)$|^(?:less|lower|worse) than$/i;

export function isLow(words: string): boolean {
  return LOW.test(words);
}

/** How much is enough, said by what must not be: `coverage should never drop below 80 %`, `don't let it fall under 80 %`. */
export function withFloors(atoms: readonly Atom[]): readonly Atom[] {
  return withOrElse(withDenied(withRefused(withThreshold(withMinimum(atoms)))));
}

/** `85 % coverage min`: no unit of time, where a share of coverage is said. */
function withMinimum(atoms: readonly Atom[]): readonly Atom[] {
  const isOfCoverage =
    has(atoms, 'percent') && tagged(atoms, 'check').some(({ meaning }) => meaning.check === 'coverage');
  if (!isOfCoverage) return atoms;
  return atoms.map((atom) =>
    /^min\.?$/i.test(atom.words) && atom.meaning.tag === 'unit' ? { ...atom, meaning: { tag: 'bound' } } : atom,
  );
}

/** `drop coverage on web to 60 %`: another threshold, and no check less. */
function withDroppedTo(atoms: readonly Atom[]): readonly Atom[] {
  const drop = atoms.findIndex(({ words }) => /^(?:drop|cut|bring|take|get)$/i.test(words));
  const to = atoms.findIndex(
    ({ words }, at) => at > drop && /^to$/i.test(words) && atoms[at + 1]?.meaning.tag === 'percent',
  );
  const between = atoms.slice(drop + 1, Math.max(to, 0)).filter(isSaid);
  const isOfCoverage =
    has(between, 'check') && tagged(between, 'check').every(({ meaning }) => meaning.check === 'coverage');
  const isPlain = between.every((atom) => isName(atom) || atom.meaning.tag === 'check' || atom.meaning.tag === 'bound');
  const isFirst = atoms.slice(0, Math.max(drop, 0)).every((atom) => !isSaid(atom));
  if (drop < 0 || to < 0 || !isOfCoverage || !isPlain || !isFirst || tagged(atoms, 'remove').length > 1) return atoms;
  return atoms.map((atom, at) => (at === drop ? { ...atom, meaning: { tag: 'do' } } : atom));
}

/** `set the coverage threshold of cart to 85`: so many percent, said whole. */
function withThreshold(all: readonly Atom[]): readonly Atom[] {
  const atoms = withDroppedTo(all);
  const isOfThreshold =
    tagged(atoms, 'check').some(
      ({ meaning, words }) =>
        meaning.check === 'coverage' && /threshold|minimum|requirement|target|goal|gate|floor/i.test(words),
    ) ||
    (tagged(atoms, 'check').some(({ meaning }) => meaning.check === 'coverage') &&
      (isRaised(atoms) || tagged(atoms, 'bound').some(({ words }) => /threshold|minimum|floor/i.test(words))));
  const to = atoms.findIndex(
    ({ words, meaning }, at) =>
      /^(?:to|at|of|is|be)$/i.test(words) &&
      meaning.tag === 'filler' &&
      /^(?:number|percent)$/.test(atoms[at + 1]?.meaning.tag ?? ''),
  );
  const values = tagged(atoms, 'number', 'percent');
  if (!isOfThreshold || to < 0 || values.length !== 1 || has(atoms, 'remove', 'fault')) return atoms;
  return atoms.map((atom, at) => {
    if (at === to + 1 && atom.meaning.tag === 'number')
      return { ...atom, meaning: { tag: 'percent', value: Number(atom.meaning.value) } };
    return atom.meaning.tag === 'adjust' && /^to$/i.test(atoms[to]?.words ?? '')
      ? { ...atom, meaning: { tag: 'do' } }
      : atom;
  });
}

/** `raise cart's coverage to 85`. */
function isRaised(atoms: readonly Atom[]): boolean {
  const verb = atoms.findIndex(({ meaning, words }) => meaning.tag === 'adjust' || /^set$/i.test(words));
  const coverage = atoms.findIndex(({ meaning }) => meaning.tag === 'check');
  return verb >= 0 && verb < coverage && atoms.some(({ words }, at) => at > coverage && /^to$/i.test(words));
}

/** `coverage below 90 % in ledger is not acceptable`: at least that. */
function withRefused(atoms: readonly Atom[]): readonly Atom[] {
  const low = atoms.findIndex(({ meaning, words }) => meaning.tag === 'bound' && LOW.test(words));
  const end = atoms.findIndex(
    ({ words }, at) =>
      at > low && /^(?:not acceptable|unacceptable|not good enough|fail|failure|a fail|a failure)$/i.test(words),
  );
  const isOfCoverage = tagged(atoms, 'check').some(({ meaning }) => meaning.check === 'coverage');
  const being = /^an?$/i.test(atoms[end - 1]?.words ?? '') ? end - 2 : end - 1;
  const isBeing = /^(?:is|are)$/i.test(atoms[being]?.words ?? '');
  if (!isOfCoverage || low < 0 || end < 0 || !isBeing || has(atoms.toSpliced(end, 1), 'remove', 'gate', 'fault'))
    return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if ((at >= being && at <= end) || /^(?:anything|everything)$/i.test(atom.words)) return [];
    return [at === low ? { meaning: atom.meaning, words: 'not drop below' } : atom];
  });
}

/** `coverage never drops below 80 %` tells; `make sure that it never drops below 80 %` wishes. */
const WISH = /\b(?:sure|ensure|certain|must|should|want|need|like)\b/i;

function withDenied(atoms: readonly Atom[]): readonly Atom[] {
  const isOfCoverage = tagged(atoms, 'check').some(({ meaning }) => meaning.check === 'coverage');
  const low = atoms.findIndex(({ meaning, words }) => meaning.tag === 'bound' && LOW.test(words));
  const denials = atoms.flatMap(({ words, meaning }, at) =>
    meaning.tag === 'remove' && DENIAL.test(words) ? [at] : [],
  );
  const [denial, ...more] = denials;
  if (
    !isOfCoverage ||
    low < 0 ||
    denial === undefined ||
    more.length > 0 ||
    denial > low ||
    has(atoms, 'gate', 'merge')
  )
    return atoms;
  const isNear = atoms.slice(denial + 1, low).every(({ words }) => /^(?:ever|be|to|allowed to|go|get)$/i.test(words));
  const isLet = /^(?:let|allow|accept|permit|want)$/i.test(atoms[denial + 1]?.words ?? '');
  const isTold = /^\w+s /i.test(atoms[low]?.words ?? '') && !atoms.some(({ words }) => WISH.test(words));
  const others = tagged(atoms, 'remove', 'off').length;
  if ((!isNear && !isLet) || isTold || others > 1) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (at === denial || (isLet && at === denial + 1)) return [];
    return at === low ? [{ meaning: atom.meaning, words: 'not drop below' }] : [atom];
  });
}

/** `… or the build fails`, `…, otherwise fail`: that somebody notices is what a check is for. */
function withOrElse(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findLastIndex(({ words }) => /^(?:or|otherwise|or else)$/i.test(words));
  const [before, tail] = [atoms.slice(0, at), atoms.slice(at + 1)];
  const isFailing = tail.at(-1)?.meaning.tag === 'fault' && tagged(tail, 'fault').length === 1;
  // `or no merge`.
  const isUnmerged =
    /^(?:no|nobody|nothing|don't|do not)$/i.test(tail[0]?.words ?? '') &&
    tail.length === 2 &&
    tail[1]?.meaning.tag === 'merge';
  const isPlain = tail.every(
    ({ meaning, words }) =>
      /^(?:fault|filler|pronoun|pipeline|do)$/.test(meaning.tag) ||
      (meaning.tag === 'check' && /^(?:build|builds)$/i.test(words)) ||
      /^(?:else|must|should|red|goes)$/i.test(words),
  );
  const isWished = has(before, 'check', 'tool') && !has(before, 'fault', 'remove', 'gate');
  if (at < 1 || !isWished || !((isFailing && isPlain) || isUnmerged)) return atoms;
  return before.at(-1)?.meaning.tag === 'join' ? before.slice(0, -1) : before;
}
