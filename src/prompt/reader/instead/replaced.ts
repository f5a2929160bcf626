import { has, isSaid, tagged } from '../clauses/chunks.ts';
import { families } from '../families.ts';
import { type Atom, FILLER, type Tag } from '../meaning.ts';

/** `Java 21 instead of 17`, `on Windows, not on Linux`: what is said is all that there is then, so that what it takes the place of says nothing more. */
export function withoutReplaced(all: readonly Atom[]): readonly Atom[] {
  const atoms = withoutOtherMoment(withEventsReplaced(withoutInstead(all)));
  const at = atoms.findIndex((atom, index) => isInstead(atom) && endOf(atoms, index) !== null);
  const end = at < 0 ? null : endOf(atoms, at);
  if (end === null) return atoms;
  // A comma before it goes with it.
  const from = atoms[at - 1]?.meaning.tag === 'join' ? at - 1 : at;
  return atoms.map((atom, index) => (index >= from && index < end ? { ...atom, meaning: FILLER } : atom));
}

/** `drop the nightly run and start it by hand instead`: what it takes the place of was taken away in words of its own. */
function withoutInstead(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ meaning, words }) => meaning.tag === 'limit' && /^instead$/i.test(words));
  const next = atoms[at + 1];
  const joint = atoms.slice(0, Math.max(at, 0)).findLastIndex(({ meaning }) => meaning.tag === 'join');
  const isTaken = has(atoms.slice(0, Math.max(joint, 0)), 'remove') && !has(atoms.slice(joint + 1, at), 'remove');
  const isEnd = next === undefined || next.meaning.tag === 'join' || joint === at - 1;
  if (at < 1 || !isTaken || !isEnd) return atoms;
  // `no runs on pushes, instead on pull requests`.
  const run: readonly Atom[] = next !== undefined && joint === at - 1 ? [{ meaning: { tag: 'do' }, words: 'run' }] : [];
  return atoms.toSpliced(at, 1, ...run);
}

/** `drop the push trigger. Run on pull requests instead`: the same, where the sentence before took away nothing else, and both speak of the same kind of wish. */
export function withoutInsteadOf(sentences: readonly (readonly Atom[])[]): (readonly Atom[])[] {
  return sentences.map((sentence, index) => {
    const before = sentences[index - 1] ?? [];
    const at = sentence.findIndex(({ meaning, words }) => meaning.tag === 'limit' && /^instead$/i.test(words));
    const next = sentence[at + 1];
    const isEnd = at > 0 && (next === undefined || next.meaning.tag === 'join');
    const own = families(sentence);
    const isOfSame = own.length > 0 && own.join() === families(before).join();
    const isTaken = tagged(before, 'remove').length === 1 && !has(before, 'join', 'gate', 'when', 'limit');
    return isEnd && isOfSame && isTaken && !has(sentence, 'remove', 'off') ? sentence.toSpliced(at, 1) : sentence;
  });
}

const NOT: Atom = { meaning: { tag: 'remove', isStop: false }, words: 'but not' };
const EVENTS: readonly Tag[] = ['event', 'day', 'time', 'zone', 'cron', 'pipeline', 'every'];

/** `run it every night at 3 instead of on every push`: what started it does so no more. */
function withEventsReplaced(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => /^(?:instead of|rather than)$/i.test(words));
  const [before, behind] = [atoms.slice(0, Math.max(at, 0)), atoms.slice(at + 1)];
  const isOfEvents = (some: readonly Atom[]): boolean =>
    has(some, 'event', 'day', 'cron') && some.every((atom) => !isSaid(atom) || EVENTS.includes(atom.meaning.tag));
  const [event, ...more] = behind.filter(isSaid);
  const isOne = event?.meaning.tag === 'event' && more.length === 0;
  return at > 0 && isOne && isOfEvents(before) ? [...before, NOT, ...behind] : atoms;
}

const MOMENTS: readonly Tag[] = ['event', 'branch', 'merge'];

/** `push the image on tags instead of on every merge`, `…, never from a PR`: what is delivered at one moment is not at another one. */
function withoutOtherMoment(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) =>
    /^(?:instead of|rather than|(?:but |and )?not(?: on)?|never)$/i.test(words),
  );
  const before = atoms.slice(0, Math.max(at, 0));
  const behind = atoms.slice(at + 1);
  const end = behind.findIndex(({ meaning }) => meaning.tag === 'join');
  const part = end < 0 ? behind : behind.slice(0, end);
  const [moment, ...more] = part.filter((atom) => isSaid(atom) && atom.meaning.tag !== 'every');
  const isOther = moment !== undefined && MOMENTS.includes(moment.meaning.tag) && more.length === 0;
  const own = before.filter(({ meaning }) => meaning.tag === 'event' || meaning.tag === 'branch');
  const isSaidBefore = own.length > 0 && !own.some((atom) => isSame(atom, moment?.meaning ?? FILLER));
  if (
    !isOther ||
    !isSaidBefore ||
    end >= 0 ||
    !has(before, 'push', 'deploy', 'publish') ||
    has(before, 'remove', 'check')
  )
    return atoms;
  const from = before.at(-1)?.meaning.tag === 'join' ? at - 1 : at;
  return atoms.map((atom, index) => (index >= from ? { ...atom, meaning: FILLER } : atom));
}

const NUMBERED: readonly Tag[] = ['versions', 'minutes', 'time', 'percent', 'replicas'];

function isInstead({ meaning, words }: Atom): boolean {
  return (
    (meaning.tag === 'limit' && /^(?:instead of|rather than)$/i.test(words)) ||
    (meaning.tag === 'remove' && /^not$/i.test(words)) ||
    (meaning.tag === 'except' && /^(?:and|but) not(?: on)?$/i.test(words))
  );
}

/** Behind the value that is replaced, which ends the sentence or its part, and is of the kind of the one that was said; null where it is none. */
function endOf(atoms: readonly Atom[], at: number): number | null {
  const before = atoms.slice(0, at);
  const begin = at + 1 + atoms.slice(at + 1).findIndex(isSaid);
  const value = begin > at ? atoms[begin] : undefined;
  if (!value || !isLeading(atoms.slice(at + 1, begin)) || !isReplaced(value, atoms[begin + 1], before)) return null;
  const isCounted = value.meaning.tag === 'number' || value.meaning.tag === 'language';
  const end =
    value.meaning.tag === 'language' || (isCounted && atoms[begin + 1]?.meaning.tag === 'unit') ? begin + 2 : begin + 1;
  const next = atoms[end];
  // `not 20 and 21` has more to say.
  const isList =
    next?.meaning.tag === 'join' &&
    /^(?:number|versions|system|tool|language)$/.test(atoms[end + 1]?.meaning.tag ?? '');
  return isList ? null : end;
}

function isLeading(atoms: readonly Atom[]): boolean {
  return atoms.every(({ words }) => /^(?:on|the|version|with|at)$/i.test(words));
}

function isReplaced({ meaning }: Atom, next: Atom | undefined, before: readonly Atom[]): boolean {
  const numbered = before.filter(isNumbered);
  if (meaning.tag === 'number')
    return numbered.length === 1 && !numbered.some(({ words }) => words.split(/\D+/).includes(meaning.value));
  if (meaning.tag === 'language') return next?.meaning.tag === 'number' && numbered.length === 1;
  if (meaning.tag === 'system')
    return before.some((atom) => atom.meaning.tag === 'system') && !before.some((atom) => isSame(atom, meaning));
  if (meaning.tag === 'host' || meaning.tag === 'through')
    return before.some((atom) => atom.meaning.tag === meaning.tag) && !before.some((atom) => isSame(atom, meaning));
  if (meaning.tag === 'tool')
    return before.some(
      (atom) =>
        atom.meaning.tag === 'tool' &&
        atom.meaning.tool !== meaning.tool &&
        overlaps(atom.meaning.checks, meaning.checks),
    );
  const [own] = numbered;
  const isOther =
    meaning.tag === 'versions' &&
    own?.meaning.tag === 'versions' &&
    meaning.tool !== null &&
    meaning.tool !== own.meaning.tool;
  return (
    !isOther &&
    isNumbered({ meaning, words: '' }) &&
    numbered.length === 1 &&
    own?.meaning.tag === meaning.tag &&
    (meaning.tag !== 'database' || (own.meaning.tag === 'database' && own.meaning.service === meaning.service)) &&
    !before.some((atom) => isSame(atom, meaning))
  );
}

/** A value that is one number; of a database, its version. */
function isNumbered({ meaning }: Atom): boolean {
  return NUMBERED.includes(meaning.tag) || (meaning.tag === 'database' && meaning.version !== undefined);
}

function overlaps(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

function isSame({ meaning }: Atom, other: Atom['meaning']): boolean {
  return JSON.stringify(meaning) === JSON.stringify(other);
}
