import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** How long something may take, in other words. */
export function withLimits(atoms: readonly Atom[]): readonly Atom[] {
  return [withThen, withListed, withShort, withOver, withBurnt, withUpTo, withUnfinished, withStopped].reduce(
    (read, sense) => sense(read),
    atoms,
  );
}

/** `cart gets 15 minutes, then it's killed`: that is what a limit is for. */
function withThen(atoms: readonly Atom[]): readonly Atom[] {
  const spoken = atoms.findIndex(({ words }) => /^(?:then|and then|after that|afterwards)$/i.test(words));
  // `…, cut it off there`.
  const isThere = /^(?:there|then)$/i.test(atoms.at(-1)?.words ?? '');
  const then = isThere
    ? atoms.findLastIndex(({ meaning }, at) => meaning.tag === 'join' && at < atoms.length - 1)
    : spoken;
  const lead = atoms.slice(0, Math.max(then, 0));
  const wish = lead.at(-1)?.meaning.tag === 'join' ? lead.slice(0, -1) : lead;
  const tail = atoms.slice(then + 1);
  const isStopped =
    tagged(tail, 'remove').filter(({ meaning }) => meaning.isStop).length === 1 &&
    tail.every(({ meaning }) => /^(?:remove|filler|pronoun)$/.test(meaning.tag)) &&
    has(tail, 'pronoun');
  const isLimit = tagged(wish, 'minutes').length === 1 && !has(wish, 'remove', 'check', 'when', 'join');
  return isStopped && isLimit ? wish : atoms;
}

/** `do not let recommender burn more than 20 minutes`: take. */
function withBurnt(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isBurnt = /^(?:burn|eat|eat up|consume|hog|waste|spend|go)s?$/i.test(atom.words);
    const isLimit =
      /^(?:more|longer) than$/i.test(atoms[at + 1]?.words ?? '') && atoms[at + 2]?.meaning.tag === 'minutes';
    return isBurnt && isLimit ? withMeaning(atom, { tag: 'do' }) : atom;
  });
}

/** `give web 15 minutes and ledger 35`, `limit web to 10 and cart to 15 minutes`: the unit is said once. */
function withListed(atoms: readonly Atom[]): readonly Atom[] {
  const isUnit = ({ meaning }: Atom): boolean => meaning.tag === 'minutes';
  const numbers = atoms.filter(({ meaning }) => meaning.tag === 'number');
  const isList =
    numbers.length > 0 && atoms.some(isUnit) && numbers.every((atom) => isListed(atoms, atoms.indexOf(atom)));
  if (!isList || has(atoms, 'versions', 'percent', 'replicas', 'cpu', 'memory', 'day', 'time', 'every')) return atoms;
  return atoms.map((atom) =>
    atom.meaning.tag === 'number'
      ? { meaning: { tag: 'minutes', value: Number(atom.meaning.value) }, words: atom.words }
      : atom,
  );
}

/** Behind a name, and before a joint or the end. */
function isListed(atoms: readonly Atom[], at: number): boolean {
  const name = /^to$/i.test(atoms[at - 1]?.words ?? '') ? atoms[at - 2] : atoms[at - 1];
  const next = atoms[at + 1];
  return name !== undefined && isName(name) && (next === undefined || next.meaning.tag === 'join');
}

/** `timeout: 15m`, `timeout-minutes: 15`: minutes, where a limit is spoken of and no chart. */
function withShort(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'timeout') || has(atoms, 'cpu', 'memory', 'chart', 'replicas', 'scaling')) return atoms;
  return atoms.map((atom, at) => {
    const isOfKey = /^timeout-minutes$/i.test(keyBefore(atoms, at)) && atom.meaning.tag === 'number';
    const [, minutes] = (isOfKey ? /^(\d{1,3})$/ : /^(\d{1,3})m$/).exec(atom.words) ?? [];
    return minutes === undefined ? atom : withMeaning(atom, { tag: 'minutes', value: Number(minutes) });
  });
}

/** `timeout-minutes: 15`, as workflows write it. */
function keyBefore(atoms: readonly Atom[], at: number): string {
  return atoms.slice(0, at).findLast(({ words }) => !/^(?::|=|of|to)$/i.test(words))?.words ?? '';
}

/** `over ten minutes`: longer than that; `stay under ten minutes`: at most so long. */
function withOver(atoms: readonly Atom[]): readonly Atom[] {
  // `get web under ten minutes` would have it faster, `kill jobs under ten minutes` the quick ones.
  const isOther = has(atoms, 'remove') || atoms.some(({ words }) => /^(?:get|bring|cut|push|make)$/i.test(words));
  return atoms.map((atom, at) => {
    if (/^(?:over|above|beyond|past)$/i.test(atom.words) && atoms[at + 1]?.meaning.tag === 'minutes')
      return { meaning: { tag: 'timeout' }, words: 'longer than' };
    if (isOther) return atom;
    const [next, behind] = [atoms[at + 1], atoms[at + 2]];
    if (/^(?:stay|remain)$/i.test(atom.words) && isUnder(next) && behind?.meaning.tag === 'minutes')
      return withMeaning(atom, { tag: 'do' });
    return isUnder(atom) && next?.meaning.tag === 'minutes' ? { meaning: { tag: 'timeout' }, words: 'at most' } : atom;
  });
}

function isUnder(atom: Atom | undefined): boolean {
  return /^(?:be )?(?:below|under|beneath)$|^less than$/i.test(atom?.words ?? '');
}

/** `if ledger isn't done after 30 minutes, cancel it`, `if it takes longer than 30 minutes, kill it`: one limit, and no condition. */
function withUnfinished(atoms: readonly Atom[]): readonly Atom[] {
  const when = atoms.findIndex(({ meaning }) => meaning.tag === 'when');
  const minutes = atoms.findIndex(({ meaning }, at) => at > when && meaning.tag === 'minutes');
  const stop = atoms.findIndex(({ meaning }, at) => at > minutes && meaning.tag === 'remove' && meaning.isStop);
  if (when < 0 || minutes < 0 || stop < 0) return atoms;
  const told = atoms.slice(when + 1, minutes);
  const isLate =
    /\b(?:isn't|is not|hasn't|not) (?:\w+ ){0,2}(?:done|finished|through|complete|completed|ready) (?:after|within|in) /i.test(
      `${textOf(told)} `,
    );
  const isLonger = /\b(?:longer|more) than$/i.test(textOf(told));
  const rest = atoms.slice(minutes + 1).filter((atom) => isSaid(atom) && atom !== atoms[stop]);
  const names = told.filter(({ meaning }) => /^(?:selector|language|path)$/.test(meaning.tag));
  if ((!isLate && !isLonger) || rest.length > 0 || !told.every((atom) => isOfLimit(atom))) return atoms;
  const limit: Atom = { meaning: { tag: 'timeout' }, words: 'at most' };
  const value = atoms[minutes];
  return value ? [...atoms.slice(0, when), ...names, limit, value] : atoms;
}

/** `stop cart if it runs for over 20 minutes`: the same, said the other way round. */
function withStopped(atoms: readonly Atom[]): readonly Atom[] {
  const stop = atoms.findIndex(({ meaning }) => meaning.tag === 'remove' && meaning.isStop);
  const when = atoms.findIndex(({ meaning }, at) => at > stop && meaning.tag === 'when');
  const [named, told] = [atoms.slice(stop + 1, when), atoms.slice(when + 1)];
  const value = told.find(({ meaning }) => meaning.tag === 'minutes');
  const isFirst = stop >= 0 && atoms.slice(0, stop).every((atom) => !isSaid(atom));
  const isLonger = /(?:longer|more) than$/i.test(told.findLast((atom) => isSaid(atom) && atom !== value)?.words ?? '');
  const isPlain =
    named.every((atom) => !isSaid(atom) || isName(atom)) &&
    told.every((atom) => !isSaid(atom) || atom === value || /^(?:timeout|check)$/.test(atom.meaning.tag));
  if (!isFirst || when < 0 || !value || !isLonger || !isPlain || has(told, 'check')) return atoms;
  return [...named, { meaning: { tag: 'timeout' }, words: 'at most' }, value];
}

/** `up to 25 minutes`, `25 minutes should be enough`: at most. */
function withUpTo(atoms: readonly Atom[]): readonly Atom[] {
  return withEnough(atoms).map((atom, at) => {
    const isUpTo = /^up to$/i.test(atom.words) && atoms[at + 1]?.meaning.tag === 'minutes';
    const isEnough = ENOUGH.test(atom.words) && atoms[at - 1]?.meaning.tag === 'minutes';
    // `every 6 hours would be enough`: how often, and not how long.
    if (isEnough && atoms[at - 2]?.meaning.tag === 'every') return withMeaning(atom, { tag: 'filler' });
    return isUpTo || isEnough ? { meaning: { tag: 'timeout' }, words: 'at most' } : atom;
  });
}

/** `20 minutes is plenty for web`: no more than that. */
function withEnough(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => /^(?:plenty|enough|sufficient|ample|all it needs)$/i.test(words));
  const isOfMinutes = /^(?:is|are)$/i.test(atoms[at - 1]?.words ?? '') && atoms[at - 2]?.meaning.tag === 'minutes';
  const isAlone = tagged(atoms, 'minutes').length === 1 && !has(atoms, 'remove', 'check', 'limit', 'also', 'when');
  if (at < 2 || !isOfMinutes || !isAlone) return atoms;
  if (atoms[at - 3]?.meaning.tag === 'every') return atoms.toSpliced(at - 1, 2);
  return atoms.flatMap((atom, index): readonly Atom[] => {
    if (index === at - 1) return [];
    return index === at ? [{ meaning: { tag: 'timeout' }, words: 'at most' }] : [atom];
  });
}

const ENOUGH = / be (?:enough|sufficient|plenty)$/i;

function isOfLimit({ meaning, words }: Atom): boolean {
  return !isSaid({ meaning, words }) || /^(?:selector|language|path|remove|timeout|after|unknown)$/.test(meaning.tag);
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ words }) => words).join(' ');
}
