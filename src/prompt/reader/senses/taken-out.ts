import { has, isSaid } from '../clauses/chunks.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';
import { OUT, withTurnedOn } from './gone.ts';

/** What is taken away in words that stand apart, or that say why it is not worth it. */
export function withTakenOut(atoms: readonly Atom[]): readonly Atom[] {
  return withWaste(withPointless(withTurnedOn(withApart(atoms))));
}

/** `leave the linter out`, `take the linter out of web`. */
function withApart(atoms: readonly Atom[]): readonly Atom[] {
  const verb = atoms.findIndex(({ words }) => /^(?:leave|leaves|take|takes|kick|throw|strip|get)$/i.test(words));
  const out = atoms.findIndex(({ words }, at) => at > verb && /^(?:out(?: of)?|off)$/i.test(words));
  const between = atoms.slice(verb + 1, out).filter(isSaid);
  const isCheck =
    between.length > 0 && between.every(({ meaning }) => /^(?:check|selector|language|path)$/.test(meaning.tag));
  if (
    verb < 0 ||
    out < 0 ||
    !isCheck ||
    !has(between, 'check') ||
    has(atoms, 'remove', 'limit', 'minutes') !== isLimitAt(atoms, out)
  )
    return atoms;
  return atoms.map((atom, at) =>
    at === verb ? withMeaning(atom, OUT) : at === out ? withMeaning(atom, FILLER) : atom,
  );
}

/** `out of` is a limit of other wishes. */
function isLimitAt(atoms: readonly Atom[], out: number): boolean {
  return (
    atoms[out]?.meaning.tag === 'limit' &&
    !has(
      atoms.filter((_, at) => at !== out),
      'remove',
      'limit',
      'minutes',
    )
  );
}

/** `there is no point in linting ledger`, `it makes no sense to lint it`, `I don't see the point of it`. */
function withPointless(atoms: readonly Atom[]): readonly Atom[] {
  const point = atoms.findIndex(({ words }) => /^(?:point|sense|use|reason|value|benefit)$/i.test(words));
  const before = atoms.slice(0, Math.max(point, 0));
  const isOpening = before.every(({ words }) => POINTLESS.test(words));
  const denials = before.filter(({ words }) => /^(?:no|don't|dont|do not|can't|cannot|fail)$/i.test(words));
  const isOf = /^(?:in|to|of)$/i.test(atoms[point + 1]?.words ?? '');
  if (denials.length !== 1 || !isOpening || !isOf) return atoms;
  // `…, let's drop them` says it once more.
  const joint = atoms.findLastIndex(({ meaning }) => meaning.tag === 'join');
  const tail = atoms.slice(joint + 1);
  const isAgain =
    joint > point &&
    has(tail, 'remove', 'pronoun') &&
    tail.every(({ meaning }) => /^(?:remove|pronoun|filler)$/.test(meaning.tag)) &&
    tail.filter(({ meaning }) => meaning.tag === 'remove').length === 1;
  return [{ words: 'no need', meaning: OUT }, ...atoms.slice(point + 2, isAgain ? joint : undefined)];
}

const POINTLESS =
  /^(?:it|there|there is|makes?|i|we|see|is|has|that|no|don't|dont|do not|can't|cannot|fail|the|any|much|really|a|to|honestly)$/i;

/** `do not waste runner time on formatting checks`. */
function withWaste(atoms: readonly Atom[]): readonly Atom[] {
  const waste = atoms.findIndex(
    ({ words }, at) =>
      /^(?:waste|wasting|spend|spending|burn|burning)$/i.test(words) && atoms[at - 1]?.meaning.tag === 'remove',
  );
  const on = atoms.findIndex(({ words }, at) => at > waste && /^(?:on|with|for)$/i.test(words));
  const between = atoms.slice(waste + 1, on);
  const isSpent =
    between.length > 0 &&
    between.every(({ words }) =>
      /^(?:any|more|our|the|ci|runner|build|time|minutes|money|resources|energy|hours|cycles|machine)$/i.test(words),
    );
  return waste < 0 || on < 0 || !isSpent ? atoms : atoms.filter((_, at) => at < waste || at > on);
}
