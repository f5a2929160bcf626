import { has, isName, isSaid } from '../clauses/chunks.ts';
import { type Atom, FILLER, type Tag, withMeaning } from '../meaning.ts';

/** That somebody approves before something is deployed, in other words than `after an approval`. */
export function withApprovals(atoms: readonly Atom[]): readonly Atom[] {
  return has(atoms, 'approval') && has(atoms, 'deploy', 'environment')
    ? withFirst(withHeld(withLed(withPeople(withAsked(atoms)))))
    : atoms;
}

/** `ask for an approval`, `hold it until …`: that there is one. */
function withAsked(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const [next, ...behind] = atoms.slice(at + 1, at + 5);
    const isAsked = /^(?:ask|asks|asking|wait|waits|pause|pauses|hold|request|requests|demand|demands)$/i.test(
      atom.words,
    );
    const isFor = /^(?:for|on)$/i.test(next?.words ?? '') || /^(?:request|demand)s?$/i.test(atom.words);
    const [what] = (next?.meaning.tag === 'approval' ? [next] : behind).filter(isSaid);
    return isAsked && isFor && what?.meaning.tag === 'approval' ? withMeaning(atom, { tag: 'do' }) : atom;
  });
}

const PEOPLE = /^(?:maintainer|developer|colleague|engineer|reviewer|manager|lead|human|person|admin|owner|operator)$/i;

/** `a maintainer has to approve`: somebody. */
function withPeople(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const next = atoms.slice(at + 1).find(isSaid);
    return PEOPLE.test(atom.words) && next?.meaning.tag === 'approval' ? withMeaning(atom, FILLER) : atom;
  });
}

const MOVING: readonly Tag[] = ['deploy', 'environment', 'push', 'publish'];

/** `an approval before production`, `somebody approves before it goes out`: first. */
function withFirst(atoms: readonly Atom[]): readonly Atom[] {
  const from = atoms.findIndex(({ words }) => BEFORE.test(words));
  const joint = atoms.findIndex(({ meaning }, at) => at > from && meaning.tag === 'join');
  const end = joint < 0 ? atoms.length : joint;
  const begin = atoms.slice(0, Math.max(from, 0)).findLastIndex(({ meaning }) => meaning.tag === 'join') + 1;
  const moved = atoms.slice(from + 1, end);
  const isMove = (atom: Atom): boolean => MOVING.includes(atom.meaning.tag) || OUT.test(atom.words);
  const isPlain = moved.some(isMove) && moved.every((atom) => !isSaid(atom) || isMove(atom) || isName(atom));
  const isAnew = moved.some((atom) => isName(atom) && !isNamedAt(atom, atoms.slice(0, from)));
  if (from < 1 || !has(atoms.slice(begin, from), 'approval') || has(atoms.slice(begin, from), 'remove')) return atoms;
  if (!isPlain || isAnew) return atoms;
  return atoms.map((atom, at) => {
    if (at === from) return { meaning: { tag: 'after' }, words: 'first' };
    return at > from && at < end && atom.meaning.tag !== 'environment' ? withMeaning(atom, FILLER) : atom;
  });
}

const BEFORE = /^(?:before|ahead of|prior to)$/i;
const OUT = /^(?:goes|go|gets|released|shipped|live|out|anything|happens)$/i;

function isNamedAt({ meaning }: Atom, before: readonly Atom[]): boolean {
  return before.some((atom) => JSON.stringify(atom.meaning) === JSON.stringify(meaning));
}

/** `before web is deployed to production on tags, somebody has to approve`: the deployment, and that it is approved. */
function withLed(atoms: readonly Atom[]): readonly Atom[] {
  const joint = atoms.findIndex(({ meaning }) => meaning.tag === 'join');
  const [lead, wish] = [atoms.slice(0, Math.max(joint, 0)), atoms.slice(joint + 1)];
  const isLead = BEFORE.test(lead[0]?.words ?? '') && has(lead, 'deploy') && has(lead, 'environment');
  const isApproved = has(wish, 'approval') && wish.filter(isSaid).every(({ meaning }) => meaning.tag === 'approval');
  return isLead && isApproved ? atoms.slice(1).filter(({ words }) => !/^(?:is|are|gets?)$/i.test(words)) : atoms;
}

/** `a human has to approve before ledger goes to production on tags`: the same, the other way round. */
function withHeld(atoms: readonly Atom[]): readonly Atom[] {
  const from = atoms.findIndex(({ words }) => BEFORE.test(words));
  const [lead, behind] = [atoms.slice(0, Math.max(from, 0)), atoms.slice(from + 1)];
  const isApproved = has(lead, 'approval') && lead.filter(isSaid).every(({ meaning }) => meaning.tag === 'approval');
  const isWished =
    lead[0]?.meaning.tag === 'do' ||
    lead.some(({ words }) =>
      /^(?:must|should|shall|has to|have to|needs? to|needed|required|want|wants|need|needs)$/i.test(words),
    );
  const isHeld = has(behind, 'deploy') && has(behind, 'environment') && behind.some(isName) && !has(behind, 'approval');
  if (from < 1 || !isApproved || !isWished || !isHeld || has(behind, 'remove', 'gate')) return atoms;
  const plain = behind.filter(({ words }) => !/^(?:is|are|gets?)$/i.test(words));
  return [...plain, { meaning: { tag: 'after' }, words: 'after' }, ...lead.filter(isSaid)];
}
