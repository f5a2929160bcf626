import { isName } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

/**
 * Without whom a sentence leaves as they are: `lint cart, but leave web alone`, `don't touch web, lint cart`. To a wish for others that adds nothing. Where a
 * wish is for everything, for nobody by name, or for the same, all stays, and is asked about: what is there for them already should stay, too.
 */
export function withoutLeftAlone(atoms: readonly Atom[]): readonly Atom[] {
  const begin = atoms.findIndex((atom, at) => isVerb(atom, atoms[at + 1]));
  const end = begin < 0 ? -1 : endOf(atoms, begin);
  if (end < 0) return atoms;
  const names = atoms.slice(begin, end).filter(isName);
  const [before, behind] = [withoutJoint(atoms.slice(0, begin)), atoms.slice(end)];
  const rest = before.length > 0 ? [...before, ...behind] : behind.slice(behind.findIndex((one) => !isJoint(one)));
  const known = new Set(names.map(keyOf));
  const others = rest.filter(isName);
  return others.length === 0 || others.some((atom) => known.has(keyOf(atom)) || isEverything(atom)) ? atoms : rest;
}

/** `leave`, `keep`; `don't touch`. */
function isVerb({ words }: Atom, next: Atom | undefined): boolean {
  return /^(?:leave|keep)$/i.test(words) || (/^(?:do not|don't|dont|never)$/i.test(words) && isTouch(next));
}

function isTouch(atom: Atom | undefined): boolean {
  return /^touch$/i.test(atom?.words ?? '');
}

/** Behind what leaves them: the word for it, or the last name; -1 where it is none, or says more. */
function endOf(atoms: readonly Atom[], begin: number): number {
  const from = isTouch(atoms[begin + 1]) ? begin + 2 : begin + 1;
  let end = from;
  while (atoms[end] && (isName(atoms[end] as Atom) || /^(?:the|our|and|or)$/i.test(atoms[end]?.words ?? ''))) end += 1;
  if (!atoms.slice(from, end).some(isName)) return -1;
  const behind = atoms.slice(end).map(({ words }) => words);
  if (from === begin + 2) return isJoint(atoms[end - 1] as Atom) ? end - 1 : end;
  const text = behind.slice(0, 4).join(' ');
  const found = /^(?:alone|untouched|unchanged|as is|as it is|as they are)(?= |$)/i.exec(text)?.[0];
  if (found === undefined) return -1;
  let length = 0;
  while (behind.slice(0, length).join(' ').length < found.length) length += 1;
  return end + length;
}

function withoutJoint(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.slice(0, atoms.findLastIndex((atom) => !isJoint(atom)) + 1);
}

function isJoint({ meaning, words }: Atom): boolean {
  return meaning.tag === 'join' || /^(?:please|just)$/i.test(words);
}

function isEverything({ meaning }: Atom): boolean {
  return meaning.tag === 'selector' && meaning.selectors.some((one) => 'all' in one);
}

function keyOf({ meaning }: Atom): string {
  return JSON.stringify(meaning);
}
