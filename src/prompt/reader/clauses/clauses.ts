import { firstOfEach } from '../../../domain/grouped.ts';
import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Question, Selector } from '../../../domain/request.ts';
import { families } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';
import { isTold } from '../told/told.ts';
import { type Chunk, has, isSaid, tagged } from './chunks.ts';
import { atomsOf, type Clause, type Open, writtenOf } from './clause.ts';
import { type Place, placeOf } from './joining.ts';
import { isOfEitherImage, isOfMany, withLeads, withSharedTag } from './moments.ts';
import { isOfBothStages, isOfSeveral, isShared } from './phrases.ts';
import { type Aim, aimOf, nameOf } from './selectors.ts';
import { isPredicated } from './subjects.ts';
import { isDeedAfterNoun, isOwnWish } from './turns.ts';

/** Puts chunks together to clauses: a chunk adds to the clause before it, or begins one. */
export function clausesOf(chunks: readonly Chunk[], profile: ProjectProfile): Clause[] {
  const clauses: Open[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const behind = chunks[index + 1];
    const next = behind?.sentence === chunk.sentence ? behind : undefined;
    const last = clauses.at(-1);
    const isOfStages = last?.sentence === chunk.sentence && isOfBothStages(chunk, last.parts);
    const both = isOfStages ? null : bothOf(chunk, clauses);
    const aim = both ?? withAllImages(aimOf(namesOf(chunk, last), profile), chunk, last);
    const isOfAll =
      isOfSeveral(chunk, clauses.slice(-2)) ||
      (!both && isOfMany(chunk, clauses.slice(-2))) ||
      isOfEitherImage(chunk, clauses);
    const isOn = last?.sentence === chunk.sentence && both !== null && isSame(both.selectors, last.selectors);
    const how =
      isOn || isOfStages ? 'part' : isOfAll ? 'unclear' : last ? placeOf(chunk, aim, { last, profile, next }) : 'new';
    if (last && how === 'again') {
      clauses[clauses.length - 1] = withSharedTag(last, chunk);
      clauses.push(begun(again(last, chunk), aim));
    } else if (last && how !== 'new') clauses[clauses.length - 1] = extended(last, chunk, aim, how);
    else clauses.push(begun(chunk, aim));
  }
  return withLeads(clauses, chunks);
}

/** `build the images of web and cart, and scan both`: of those that the wish before it is for. */
function isSame(some: readonly Selector[], others: readonly Selector[]): boolean {
  return some.length > 0 && JSON.stringify(some) === JSON.stringify(others);
}

/** `sign every image`, and `sign the images` at the beginning: all of them, where no topic before it says whose. */
function withAllImages(aim: Aim, { atoms, sentence }: Chunk, last: Open | undefined): Aim {
  const isFirst = last?.sentence !== sentence;
  // `sign their images`: those of somebody.
  const isTheirs = atoms.some(({ words }) => /^(?:its|their)$/i.test(words));
  const isAll = tagged(atoms, 'image').some(
    ({ words }) => /^(?:every|each|all)\b/i.test(words) || (isFirst && !isTheirs && /images$/i.test(words)),
  );
  const isOfTopic = last?.isTopic === true && last.sentence === sentence;
  const isNamed = aim.atoms.length > 0 || isOfTopic || has(atoms, 'except');
  return isAll && !isNamed ? { ...aim, selectors: [{ all: true }] } : aim;
}

/** `sign both images`, `both should be tested`: the two that were named, of which there must be two; null where nobody says so. */
function bothOf({ atoms }: Chunk, before: readonly Open[]): Aim | null {
  const at = atoms.findIndex(({ words }) => /^(?:both|both of)$/i.test(words));
  const next = atoms.slice(at + 1).find(({ words }) => !/^(?:of|the|our|these|those)$/i.test(words));
  // `both of them on Windows`, `run both on Windows` is no `both Windows and Linux`.
  const isThem =
    next?.meaning.tag === 'pronoun' || (at > 0 && /^(?:on|with|w\/|to|through|via|from)$/i.test(next?.words ?? ''));
  const isNoun = next !== undefined && (has([next], 'image', 'container') || PLURAL.test(next.words));
  // `give both 10 minutes`.
  const isGiven = /^(?:give|limit|kill|stop|cancel)$/i.test(atoms[at - 1]?.words ?? '');
  const isTwo = next === undefined || isThem || isNoun || isGiven || isPredicated(atoms[at], atoms);
  const isOther = has(atoms, ...(isThem || isGiven ? [] : BOTH_OF), 'selector', 'language', 'path');
  if (at < 0 || !isTwo || isShared({ atoms }) || isOther) return null;
  const named = merged(
    [],
    before.flatMap(({ selectors }) => selectors),
  );
  if (named.length === 2) return { selectors: named, atoms: [], question: null };
  const text = 'Which two are meant? Say them by their names.';
  return { selectors: [], atoms: [], question: { about: writtenOf(atoms, atoms), text, choices: [] } };
}

const PLURAL = /^(?:services|apps|applications|projects|packages|modules|components)$/i;

/** What else there may be two of. */
const BOTH_OF: readonly Tag[] = [
  'system',
  'versions',
  'platform',
  'many-platforms',
  'database',
  'number',
  'event',
  'tool',
];

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
  // `CI should have stopped me: build ledger`.
  if (isTold(before.atoms)) return false;
  if (chunk.joint === 'but' || has(chunk.atoms, 'do', 'with', 'except', 'only')) return false;
  if (isDeedAfterNoun(before, chunk) || isOwnWish(chunk)) return false;
  return families(chunk.atoms).some((family) => families(before.atoms).includes(family)) || aim.selectors.length > 0;
}

/** `for cart and web`: items of a list of exceptions stay exceptions. */
function isList(atoms: readonly Atom[]): boolean {
  return families(atoms).length === 0;
}

function merged(a: readonly Selector[], b: readonly Selector[]): Selector[] {
  return firstOfEach([...a, ...b], (one) => JSON.stringify(one));
}

function isNegative(atoms: readonly Atom[]): boolean {
  return has(atoms, 'remove', 'off');
}
