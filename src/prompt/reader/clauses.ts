import type { ProjectProfile } from '../../domain/profile.ts';
import type { Question, Selector } from '../../domain/request.ts';
import { type Chunk, has, isSaid, tagged } from './chunks.ts';
import { type Family, families, isAlone, ONCE, starters } from './families.ts';
import type { Atom } from './meaning.ts';
import { type Aim, aimOf, ecosystemsOf, toolRunning } from './selectors.ts';

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
    const how = last ? placeOf(chunk, aim, { last, profile }) : 'new';
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
  const verbs = atomsOf(last).filter(({ meaning }) =>
    /^(publish|deploy|check|remove|do|timeout|bound)$/.test(meaning.tag),
  );
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
  const mine = families(atoms);
  const theirs = families(atomsOf(last));
  if (chunk.sentence !== last.sentence) return nextSentence(atoms, aim, mine);
  if (has(atoms, 'except')) return 'part';
  const isStart = starters(atoms).length > 0 || (has(atoms, 'do', 'remove') && mine.length > 0);
  if (aim.selectors.length === 0 && isStart && isBareTopic(last.parts)) return 'unclear';
  if (last.isTopic && aim.selectors.length === 0) return 'part';
  // `between 2 and 6 replicas` is one thing.
  if (has(atomsOf(last), 'scaling') && has(atoms, 'replicas', 'percent') && aim.selectors.length === 0) return 'part';
  if (aim.selectors.length > 0 && last.selectors.length > 0) {
    const isToolOnly =
      starters(atoms).length > 0 && starters(atoms).every(({ meaning }) => meaning.tag === 'tool') && !has(atoms, 'do');
    if (isToolOnly) return has(atomsOf(last), 'tool') ? 'again' : 'part';
    // `format it and cart`: nobody can tell how much of the wish is for cart.
    if (!isStart && has(last.parts.at(-1)?.atoms ?? [], 'pronoun')) return 'unclear';
    if (isNextName(chunk, last)) return isStart && chunk.joint === ',' ? 'unclear' : 'part';
    if (isStart && !isMinutesOnly(atoms)) return 'new';
    const isTwice = ONCE.some((tag) => has(atoms, tag) && has(atomsOf(last), tag));
    if (isTwice) return 'again';
    // What is said of something else is not said of what was named before.
    return mine.length > 0 ? 'new' : 'part';
  }
  if (!isStart || has(atoms, 'pronoun')) return isAlone(mine) && isStart && !has(atoms, 'pronoun') ? 'new' : 'part';
  if (isAlone(mine))
    return isAlone(theirs) || last.selectors.length > 0 || theirs.length > 0
      ? whereEventsGo(mine, theirs, atoms)
      : 'part';
  if (mine.every((family) => theirs.includes(family)))
    return last.selectors.length > 0 && mine.includes('check') && !isNouns(atoms) ? 'unclear' : 'part';
  if (isForeign(atoms, last, profile)) return 'new';
  // `…, timeout 20 minutes`.
  if (mine.every((family) => family === 'timeout') && !has(atoms, 'do', 'remove')) return 'part';
  if (last.selectors.length === 0)
    return isAlone(theirs) &&
      (theirs.includes('custom') || theirs.includes('secret') || has(atomsOf(last), 'do', 'pipeline', 'remove'))
      ? 'new'
      : 'part';
  return mine.every((family) => family === 'database' || theirs.includes(family)) ? 'part' : 'unclear';
}

/** `lint web and cart with a timeout of 10 minutes`: one name after another is a list, and what follows is for all of it; `and give cart 10 minutes` has a verb of its own. */
function isNextName({ atoms }: Chunk, last: Open): boolean {
  const first = atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  if (isPredicated(first, atoms)) return false;
  const before = last.parts.at(-1)?.atoms.findLast(isSaid);
  return first !== undefined && isName(first) && before !== undefined && isName(before);
}

/** `test web and for cart, run the linter`: whether cart is one more of the first wish, or whom the second is for, nobody can tell. */
function isBareTopic(parts: readonly Part[]): boolean {
  const atoms = parts.length > 1 ? (parts.at(-1)?.atoms ?? []) : [];
  const [first, second] = atoms.map(({ words }) => words.toLowerCase());
  const isTopic = /^(for|in)$/.test((first === 'but' ? second : first) ?? '');
  return isTopic && atoms.filter(isSaid).every((atom) => isName(atom) || atom.meaning.tag === 'except');
}

function isName({ meaning: { tag } }: Atom): boolean {
  return tag === 'selector' || tag === 'language' || tag === 'path';
}

/** `build ledger, and cart should be linted`: of the second name something is said. */
function isPredicated(name: Atom | undefined, atoms: readonly Atom[]): boolean {
  if (name === undefined) return false;
  const after = atoms.slice(atoms.indexOf(name) + 1);
  const end = after.findIndex(isSaid);
  return (end < 0 ? after : after.slice(0, end + 1)).some(({ words }) => PREDICATE.test(words));
}

const PREDICATE =
  /^(?:should|must|may|can|will|shall|ought|needs?|has|have|is|are|gets?|takes?|wants?|requires?|uses?|runs?|goes)\b/i;

/** `cart 10 minutes, web 20 minutes`: the verb is said once. */
function isMinutesOnly(atoms: readonly Atom[]): boolean {
  return starters(atoms).every(({ meaning }) => meaning.tag === 'minutes');
}

/** `lint Go, test on Node 22`: versions of a tool that nothing of the last wish runs on are for something else. */
function isForeign(atoms: readonly Atom[], { selectors }: Open, profile: ProjectProfile): boolean {
  const tools = tagged(atoms, 'versions').flatMap(({ meaning }) => meaning.tool ?? []);
  return (
    tools.length > 0 &&
    selectors.length > 0 &&
    !selectors.some((one) => ecosystemsOf(one, profile).some((it) => tools.includes(toolRunning(it))))
  );
}

/** `cart needs linting, formatting and tests`. */
function isNouns(atoms: readonly Atom[]): boolean {
  return atoms.filter(isSaid).every(({ meaning }) => meaning.tag === 'check' && meaning.isNoun);
}

/** An event that comes with a verb of its own starts the pipeline; one without says when the wish before it happens. */
function whereEventsGo(mine: readonly Family[], theirs: readonly Family[], atoms: readonly Atom[]): Place {
  const bindable = theirs.some((family) => family === 'image' || family === 'publish' || family === 'deploy');
  return mine.includes('event') && bindable && !has(atoms, 'pipeline', 'remove') ? 'part' : 'new';
}

/** A sentence that says `it` and nothing by name goes on about what the last one was about. */
function nextSentence(atoms: readonly Atom[], aim: Aim, mine: readonly Family[]): Place {
  return aim.selectors.length === 0 && has(atoms, 'pronoun') && mine.length > 0 ? 'part' : 'new';
}

function extended(last: Open, chunk: Chunk, aim: Aim, how: Place): Open {
  const isExcept = has(chunk.atoms, 'except') || (last.except.length > 0 && isList(chunk.atoms));
  const isNegated = isNegative(chunk.atoms) || carries(last, chunk, aim);
  const unclear: Question[] =
    how === 'unclear'
      ? [
          {
            about: textOf(chunk.atoms),
            text: 'What is this for? Say the service, the language or the path with it.',
            choices: [],
          },
        ]
      : [];
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

/** What was written, without the words that hold it together. */
export function textOf(atoms: readonly Atom[]): string {
  return (
    atoms
      .filter(isSaid)
      .map(({ words }) => words)
      .join(' ') || atoms.map(({ words }) => words).join(' ')
  );
}
