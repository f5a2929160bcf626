import { type Atom, FILLER } from '../meaning.ts';

const FAREWELL =
  /^(?:thx|ty|ta|cheers|regards|best|thanks|thank you|greetings|sincerely|yours|best regards|kind regards|best wishes|many thanks|thanks a lot|thanks in advance)$/i;
/** Words of a name. */
const MOST = 2;

/** `…, thx, Bob`: how somebody says goodbye, and the name below it, at the end of all that is said. */
export function withoutFarewell(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  const last = sentences.at(-1);
  if (!last) return [...sentences];
  const before = sentences.slice(0, -1);
  const at = last.findLastIndex(({ words }) => FAREWELL.test(words));
  if (at >= 0 && isName(last.slice(at + 1)))
    return [...before, last.map((atom, index) => (index >= at ? plain(atom) : atom))];
  const isBelow =
    isName(last) && before.at(-1)?.every((atom) => FAREWELL.test(atom.words) || atom.meaning.tag === 'join');
  return isBelow ? [...before] : [...sentences];
}

function isName(atoms: readonly Atom[]): boolean {
  const names = atoms.filter(({ meaning }) => meaning.tag !== 'join' && meaning.tag !== 'filler');
  return (
    names.length > 0 &&
    names.length <= MOST &&
    names.every(({ meaning, words }) => meaning.tag === 'unknown' && /^\p{Lu}/u.test(words))
  );
}

function plain(atom: Atom): Atom {
  return { ...atom, meaning: FILLER };
}
