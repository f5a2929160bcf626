import type { ProjectProfile } from '../../domain/profile.ts';
import type { Question, Selector } from '../../domain/request.ts';
import { type Chunk, has, isSaid } from './chunks.ts';
import { type Family, families, isAlone, ONCE, starters } from './families.ts';
import type { Atom } from './meaning.ts';
import {
  isBareSchedule,
  isBareTopic,
  isBesideImages,
  isDeedAfterNoun,
  isForeign,
  isLeftOut,
  isMinutesOnly,
  isNextName,
  isNouns,
  isOfSeveral,
  isOpening,
  isOtherExcept,
  isShared,
  isTakenAlong,
  isThreshold,
  isUnclearTurn,
  isWishedWith,
} from './phrases.ts';
import { type Aim, aimOf, nameOf } from './selectors.ts';

/** A part of a clause, with the way it is turned. */
export interface Part {
  readonly atoms: readonly Atom[];
  readonly isNegated: boolean;
  /** Whether it is one of two, and nobody said which. */
  readonly isChoice: boolean;
}

/** One wish or more that are for the same things. */
export interface Clause {
  readonly parts: readonly Part[];
  /** Empty where nobody said. */
  readonly selectors: readonly Selector[];
  readonly except: readonly Selector[];
  /** What stands in the way of reading it. */
  readonly questions: readonly Question[];
}

interface Open extends Clause {
  readonly sentence: number;
  readonly isTopic: boolean;
}

/** Puts chunks together to clauses: a chunk adds to the clause before it, or begins one. */
export function clausesOf(chunks: readonly Chunk[], profile: ProjectProfile): Clause[] {
  const clauses: Open[] = [];
  for (const chunk of chunks) {
    const last = clauses.at(-1);
    const aim = aimOf(namesOf(chunk, last), profile);
    const isOfAll = isOfSeveral(chunk, clauses.slice(-2));
    const how = isOfAll ? 'unclear' : last ? placeOf(chunk, aim, { last, profile }) : 'new';
    if (last && how === 'again') clauses.push(begun(again(last, chunk), aim));
    else if (last && how !== 'new') clauses[clauses.length - 1] = extended(last, chunk, aim, how);
    else clauses.push(begun(chunk, aim));
  }
  return clauses;
}

/** Paths of triggers, and patterns of branches in a list of them, say what starts the pipeline, not what a wish is for. */
function namesOf({ atoms, sentence }: Chunk, last: Open | undefined): readonly Atom[] {
  const isListed =
    last?.sentence === sentence &&
    has(atomsOf(last), 'event') &&
    atoms.filter(isSaid).every(({ meaning: { tag } }) => tag === 'path');
  const isPattern = isListed || has(atoms, 'event', 'branch', 'branch-word', 'touching');
  return isPattern && !has(atoms, 'check') ? atoms.filter(({ meaning }) => meaning.tag !== 'path') : atoms;
}

/** `publish cart to npm and web to PyPI`: the verb is said once. */
function again(last: Open, chunk: Chunk): Chunk {
  const own = has(chunk.atoms, 'check') ? /^(remove|off|do)$/ : /^(publish|deploy|check|remove|do|timeout|bound)$/;
  const verbs = atomsOf(last).filter(({ meaning }) => own.test(meaning.tag));
  return { ...chunk, atoms: [...verbs, ...chunk.atoms] };
}

function begun(chunk: Chunk, aim: Aim): Open {
  const isExcept = has(chunk.atoms, 'except');
  return {
    parts: [{ atoms: chunk.atoms, isNegated: isNegative(chunk.atoms), isChoice: chunk.joint === 'or' }],
    selectors: isExcept ? [] : aim.selectors,
    except: isExcept ? aim.selectors : [],
    questions: aim.question ? [aim.question] : [],
    sentence: chunk.sentence,
    isTopic: aim.selectors.length > 0 && families(chunk.atoms).length === 0 && !has(chunk.atoms, 'remove'),
  };
}

interface Before {
  readonly last: Open;
  readonly profile: ProjectProfile;
}

/** `again` is the last wish once more, for something else. */
type Place = 'new' | 'again' | 'part' | 'unclear';

function placeOf(chunk: Chunk, aim: Aim, { last, profile }: Before): Place {
  const atoms = chunk.atoms;
  const theirs = families(atomsOf(last));
  // `…, push on tags`: the tags say when.
  const isPushed = theirs.includes('image') && has(atoms, 'push') && !has(atoms, 'pipeline');
  const mine = families(atoms).filter((family) => !isPushed || family !== 'event');
  if (chunk.sentence !== last.sentence) return nextSentence(atoms, aim, mine);
  if (has(atoms, 'except')) return isOtherExcept(last) ? 'unclear' : 'part';
  if (chunk.joint === ',' && isBareSchedule(last.parts)) return 'part';
  if (last.selectors.length === 0 && isBesideImages(chunk, last.parts.at(-1))) return 'unclear';
  if ((!last.parts.at(-1)?.isNegated && isLeftOut(chunk)) || isUnclearTurn(last, chunk)) return 'unclear';
  const isStart = starters(atoms).length > 0 || (has(atoms, 'do', 'remove') && mine.length > 0);
  if (aim.selectors.length === 0 && isStart && isBareTopic(last.parts)) return 'unclear';
  if (last.isTopic && aim.selectors.length === 0) return 'part';
  // `between 2 and 6 replicas` is one thing.
  if (has(atomsOf(last), 'scaling') && has(atoms, 'replicas', 'percent') && aim.selectors.length === 0) return 'part';
  if (aim.selectors.length > 0 && last.selectors.length > 0) return placeOfNames(chunk, last, { mine, isStart });
  if (!isStart || has(atoms, 'pronoun')) return isAlone(mine) && isStart && !has(atoms, 'pronoun') ? 'new' : 'part';
  if (isAlone(mine))
    return isAlone(theirs) || last.selectors.length > 0 || theirs.length > 0
      ? whereEventsGo(mine, theirs, atoms)
      : 'part';
  if (isThreshold(atoms)) return 'part';
  if (mine.every((family) => theirs.includes(family)))
    return last.selectors.length > 0 && mine.includes('check') && !isNouns(atoms, atomsOf(last)) ? 'unclear' : 'part';
  if (isForeign(atoms, last.selectors, profile)) return 'new';
  // `…, timeout 20 minutes`.
  if (mine.every((family) => family === 'timeout') && !has(atoms, 'do', 'remove')) return 'part';
  if (last.selectors.length === 0)
    return isAlone(theirs) &&
      (theirs.includes('custom') || theirs.includes('secret') || has(atomsOf(last), 'do', 'pipeline', 'remove'))
      ? 'new'
      : 'part';
  return mine.every((family) => family === 'database' || theirs.includes(family)) ? 'part' : 'unclear';
}

interface Said {
  readonly mine: readonly Family[];
  readonly isStart: boolean;
}

/** Of a chunk that names somebody, after a wish that does. */
function placeOfNames(chunk: Chunk, last: Open, { mine, isStart }: Said): Place {
  const { atoms } = chunk;
  const isToolOnly =
    starters(atoms).length > 0 && starters(atoms).every(({ meaning }) => meaning.tag === 'tool') && !has(atoms, 'do');
  if (isToolOnly) return has(atomsOf(last), 'tool', 'packages') ? 'again' : 'part';
  // `format it and cart`: nobody can tell how much of the wish is for cart.
  if (!isStart && has(last.parts.at(-1)?.atoms ?? [], 'pronoun')) return 'unclear';
  if (isOpening(chunk)) return 'new';
  if (isWishedWith(last.parts.at(-1), chunk)) return 'part';
  if (isNextName(chunk, last.parts.at(-1))) return isStart && chunk.joint === ',' ? 'unclear' : 'part';
  if (last.parts.at(-1)?.isNegated && isTakenAlong(chunk))
    return has(atoms, 'check') && /^(?:and|or)$/.test(chunk.joint) ? 'again' : 'unclear';
  if (isStart && !isMinutesOnly(atoms)) return 'new';
  const isTwice = ONCE.some((tag) => has(atoms, tag) && has(atomsOf(last), tag));
  if (isTwice) return 'again';
  // `remove the linter from web and add it to cart`: what is turned here is not turned there.
  if (mine.length === 0 && has(atoms, 'do') && last.parts.some(({ isNegated }) => isNegated)) return 'unclear';
  // What is said of something else is not said of what was named before.
  return mine.length > 0 ? 'new' : 'part';
}

/** An event that comes with a verb of its own starts the pipeline; one without says when the wish before it happens. */
function whereEventsGo(mine: readonly Family[], theirs: readonly Family[], atoms: readonly Atom[]): Place {
  // `lint web, not on pushes` speaks of the wish, not of the pipeline.
  if (has(atoms, 'remove') && !has(atoms, 'do', 'pipeline') && !isAlone(theirs)) return 'unclear';
  // `and run CI on pull requests`.
  if (has(atoms, 'do') && atoms.some(({ words }) => /^ci$/i.test(words))) return 'new';
  const bindable = theirs.some((family) => family === 'image' || family === 'publish' || family === 'deploy');
  return mine.includes('event') && bindable && !has(atoms, 'pipeline', 'remove') ? 'part' : 'new';
}

/** A sentence that says `it` and nothing by name goes on about what the last one was about. */
function nextSentence(atoms: readonly Atom[], aim: Aim, mine: readonly Family[]): Place {
  return aim.selectors.length === 0 && has(atoms, 'pronoun') && mine.length > 0 ? 'part' : 'new';
}

function whatFor(chunk: Chunk, last: Open, aim: Aim): Question {
  const { atoms } = chunk;
  const about = writtenOf(atoms, atoms);
  const names = aim.selectors.length > 0 ? [] : [...new Set([...last.selectors.slice(0, 3).map(nameOf), 'everything'])];
  const choices = has(atoms, 'pronoun', 'remove') || isShared(chunk) ? [] : names.map((name) => `${about} for ${name}`);
  return { about, text: 'What is this for? Say the service, the language or the path with it.', choices };
}

function extended(last: Open, chunk: Chunk, aim: Aim, how: Place): Open {
  const isExcept = has(chunk.atoms, 'except') || (last.except.length > 0 && isList(chunk.atoms));
  const isNegated = isNegative(chunk.atoms) || (how !== 'unclear' && carries(last, chunk, aim));
  const unclear: Question[] = how === 'unclear' ? [whatFor(chunk, last, aim)] : [];
  return {
    ...last,
    parts: [...last.parts, { atoms: chunk.atoms, isNegated, isChoice: chunk.joint === 'or' }],
    selectors: isExcept ? last.selectors : merged(last.selectors, aim.selectors),
    except: isExcept ? [...last.except, ...aim.selectors] : last.except,
    questions: [...last.questions, ...(aim.question ? [aim.question] : []), ...unclear],
    sentence: chunk.sentence,
  };
}

/** `Drop linting and formatting for web` drops both; `but`, `only`, a verb or `with` of its own ends that. */
function carries(last: Open, chunk: Chunk, aim: Aim): boolean {
  const before = last.parts.at(-1);
  if (!before?.isNegated || chunk.sentence !== last.sentence) return false;
  if (chunk.joint === 'but' || has(chunk.atoms, 'do', 'with', 'except', 'only')) return false;
  if (isDeedAfterNoun(before, chunk)) return false;
  return families(chunk.atoms).some((family) => families(before.atoms).includes(family)) || aim.selectors.length > 0;
}

/** `for cart and web`: items of a list of exceptions stay exceptions. */
function isList(atoms: readonly Atom[]): boolean {
  return families(atoms).length === 0;
}

function merged(a: readonly Selector[], b: readonly Selector[]): Selector[] {
  return [...new Map([...a, ...b].map((one) => [JSON.stringify(one), one])).values()];
}

function isNegative(atoms: readonly Atom[]): boolean {
  return has(atoms, 'remove', 'off');
}

/** All that a clause says, in its order. */
export function atomsOf({ parts }: Pick<Clause, 'parts'>): Atom[] {
  return parts.flatMap(({ atoms }) => atoms);
}

/** What was written from the first of some words to the last of them. */
export function writtenOf(some: readonly Atom[], all: readonly Atom[]): string {
  const from = all.findIndex((atom) => some.includes(atom));
  const end = all.findLastIndex((atom) => some.includes(atom));
  const words = from < 0 ? [] : all.slice(from, end + 1);
  return words.map((atom) => atom.words).join(' ');
}

/** What was written, without the words that hold it together. */
export function textOf(atoms: readonly Atom[]): string {
  return (
    atoms
      .filter(isSaid)
      .map(({ words }) => words)
      .join(' ') || atoms.map(({ words }) => words).join(' ')
  );
}
