import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, FILLER, type Meaning } from '../meaning.ts';

export const OUT: Meaning = { tag: 'remove', isStop: false };

/** What goes away, said of itself or in a verb that stands apart: `take it out`, `the linter can go`, `linting of web can be dropped`. */
export function withGone(atoms: readonly Atom[]): readonly Atom[] {
  return withDropped(withLeaving(withOutAlone(withItOut(atoms))));
}

/** What the verb and the word that stands behind `it` mean together. */
const APART: readonly (readonly [verb: RegExp, behind: RegExp, meaning: Meaning])[] = [
  [/^(?:take|kick|throw|rip|strip|leave)$/i, /^out$/i, OUT],
  [/^(?:cut|shut|call)$/i, /^off$/i, { tag: 'remove', isStop: true }],
  [/^(?:spin|start|set|fire|bring|stand|put)$/i, /^up$/i, { tag: 'do' }],
];

/** `take it out`, `kick it out`, `cut it off`. */
function withItOut(atoms: readonly Atom[]): readonly Atom[] {
  for (const [at, atom] of atoms.entries()) {
    const [it = '', behind = ''] = atoms.slice(at + 1, at + 3).map(({ words }) => words);
    const found = APART.find(([verb, word]) => verb.test(atom.words) && word.test(behind));
    if (found && (/^(?:it|them|that|those)$/i.test(it) || (found[2].tag === 'do' && /^(?:one|some)$/i.test(it))))
      return atoms.with(at, { ...atom, meaning: found[2] }).toSpliced(at + 2, 1);
  }
  return atoms;
}

/** `web's linter: out`, `linter out, formatter in`: that it is not wished, at least. */
function withOutAlone(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'check')) return atoms;
  return atoms.map((atom, at) => {
    const next = atoms[at + 1];
    const isEnd = next === undefined || next.meaning.tag === 'join' || /^(?:for|in)$/i.test(next.words);
    return /^out$/i.test(atom.words) && isEnd ? { ...atom, meaning: { tag: 'unknown' } } : atom;
  });
}

const STARTED = /^(?:kick|fire|set)$/i;

/** `kick CI off`: it starts. */
export function withKickedOff(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => STARTED.test(words));
  const off = atoms.findIndex(({ words }, index) => index > at && /^off$/i.test(words));
  const between = atoms.slice(at + 1, Math.max(off, 0));
  const isOfRun =
    between.length > 0 &&
    between.every(
      ({ meaning, words }) =>
        meaning.tag === 'pipeline' || /^(?:ci|the|our|it|this|everything|a run|run|build|runs|a)$/i.test(words),
    );
  if (at < 0 || off < 0 || !isOfRun) return atoms;
  return atoms.map((atom, index) =>
    index === at ? { ...atom, meaning: { tag: 'do' } } : index === off ? { ...atom, meaning: FILLER } : atom,
  );
}

const MODAL = /^(?:can|may|must|should|could|shall|has to|have to|needs to|need to|ought to)$/i;

/** `the linter can go from web`, `it can go`: a noun, and nothing of where it goes. */
function withLeaving(atoms: readonly Atom[]): readonly Atom[] {
  const go = atoms.findIndex(({ words }, at) => /^go(?: for)?$/i.test(words) && MODAL.test(atoms[at - 1]?.words ?? ''));
  const isGoFor = /^go for$/i.test(atoms[go]?.words ?? '');
  const rest = atoms.slice(go + 1);
  const joint = rest.findIndex(({ meaning }) => meaning.tag === 'join');
  const behind = joint < 0 ? rest : rest.slice(0, joint);
  const isOut =
    behind.length === 0 ||
    ((isGoFor || /^(?:from|in|for|now|away)$/i.test(behind[0]?.words ?? '')) && behind.filter(isSaid).every(isName));
  const before = atoms.slice(0, Math.max(go - 1, 0));
  if (go < 0 || !isOut || has([...before, ...behind], 'remove') || has(behind, 'do')) return atoms;
  // `lint and format should go for web`, `the linter and the formatter can go`: not that they come, and whether it is all of them nobody can tell.
  if (has(before, 'check') && (isGoFor || !isOfNoun(before) || isOfTwo(before)))
    return atoms.with(go, { meaning: { tag: 'unknown' }, words: atoms[go]?.words ?? '' });
  if (!isOfNoun(before)) return atoms;
  return atoms.flatMap((atom, at) => (at === go ? [{ meaning: OUT, words: 'dropped' }] : at === go - 1 ? [] : [atom]));
}

function isOfTwo(atoms: readonly Atom[]): boolean {
  const joint = atoms.findLastIndex(({ meaning }) => meaning.tag === 'join');
  return has(atoms.slice(0, Math.max(joint, 0)), 'check') && has(atoms.slice(joint + 1), 'check');
}

const DROPPED =
  /^(?:dropped|removed|disabled|skipped|omitted|deleted|scrapped|ditched|eliminated|retired|gone|switched off|turned off|taken out|left out|thrown out|axed)$/i;

/** `linting of web can be dropped`. */
function withDropped(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => DROPPED.test(words));
  const modal = atoms.slice(0, Math.max(at, 0)).findLastIndex(({ words }) => MODAL.test(words));
  const isBe = at - modal === 2 && /^be$/i.test(atoms[modal + 1]?.words ?? '');
  const behind = atoms.slice(at + 1);
  const isPlain = behind.filter(isSaid).every(isName) && !has(behind, 'do');
  if (modal < 0 || !isBe || !isPlain || !isOfNoun(atoms.slice(0, modal)) || has(atoms.slice(0, at), 'remove'))
    return atoms;
  return atoms.flatMap((atom, index) =>
    index === at ? [{ meaning: OUT, words: atom.words }] : index === modal || index === modal + 1 ? [] : [atom],
  );
}

/** Whether all that is said is one check or trigger, and whose it is; or `it`. */
function isOfNoun(atoms: readonly Atom[]): boolean {
  const said = atoms.filter(isSaid);
  const things = tagged(said, 'check', 'event', 'extra');
  const isNoun = things.every(({ meaning }) => meaning.tag !== 'check' || meaning.isNoun);
  const isIt = said.length === 0 && has(atoms, 'pronoun');
  return (
    isIt ||
    (things.length > 0 && isNoun && said.every((atom) => isName(atom) || has([atom], 'check', 'event', 'extra')))
  );
}

/** `no linter for ledger yet`, `(not yet)`: that it may come later is no wish that it goes. */
export function withYet(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const [before, next] = [atoms[at - 1], atoms[at + 1]];
    const isLast = next === undefined || /^[)\]]$/.test(next.words) || /^not$/i.test(before?.words ?? '');
    // `don't lint web and don't format it either`: it is not to be as well.
    const joint = atoms.slice(0, at).findLastIndex((one) => one.meaning.tag === 'join' && !/^n?or$/i.test(one.words));
    const isNeither = /^either$/i.test(atom.words) && (next === undefined || next.meaning.tag === 'join');
    if (isNeither && has(atoms.slice(joint + 1, at), 'remove')) return { ...atom, meaning: FILLER };
    return isLast && /^yet$/i.test(atom.words) ? { ...atom, meaning: { tag: 'unknown' } } : atom;
  });
}

/** `turn linting on`, `switch the linter of web on`. */
export function withTurnedOn(atoms: readonly Atom[]): readonly Atom[] {
  const verb = atoms.findIndex(({ words }) => /^(?:turn|switch)$/i.test(words));
  const on = atoms.findIndex(({ words }, at) => at > verb && /^on$/i.test(words));
  const between = atoms.slice(verb + 1, on).filter(isSaid);
  const isCheck =
    has(between, 'check', 'extra') && between.every((atom) => isName(atom) || has([atom], 'check', 'extra'));
  const next = atoms[on + 1];
  const isBare = next === undefined || /^(?:for|in|of|at|and|too|also|everywhere|,)$/i.test(next.words);
  if (verb < 0 || on < 0 || !isCheck || !isBare || has(atoms, 'off', 'event')) return atoms;
  return atoms.map((atom, at) =>
    at === verb ? { meaning: { tag: 'do' }, words: 'turn on' } : at === on ? { ...atom, meaning: FILLER } : atom,
  );
}
