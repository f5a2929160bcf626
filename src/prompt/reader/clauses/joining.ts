import type { ProjectProfile } from '../../../domain/profile.ts';
import { type Family, families, isAlone, ONCE, starters } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';
import { type Chunk, has, isSaid, tagged } from './chunks.ts';
import { atomsOf, type Open } from './clause.ts';
import {
  isAllImages,
  isBareSchedule,
  isBesideImages,
  isForeign,
  isMinutesOnly,
  isNouns,
  isOtherExcept,
  isOtherTool,
  isSharedVerb,
  isThreshold,
  type Spoken,
} from './phrases.ts';
import type { Aim } from './selectors.ts';
import {
  isBareName,
  isBareTopic,
  isNextName,
  isOpening,
  isPredicated,
  isSubject,
  isSubjectFirst,
  isWishedWith,
} from './subjects.ts';
import { isBareList, isKeptBeside, isLeftOut, isOwnWish, isTakenAlong, isUnclearTurn } from './turns.ts';
import { isWishBeside } from './whole.ts';

/** What stands before a chunk. */
interface Before {
  readonly last: Open;
  readonly profile: ProjectProfile;
  /** What stands behind it in its sentence. */
  readonly next: Chunk | undefined;
}

/** `again` is the last wish once more, for something else. */
export type Place = 'new' | 'again' | 'part' | 'unclear';

/** Where a chunk goes: to the clause before it, or to one of its own. */
export function placeOf(chunk: Chunk, aim: Aim, { last, profile, next }: Before): Place {
  const { atoms, joint } = chunk;
  const theirs = families(atomsOf(last));
  // `…, push on tags`: the tags say when.
  const isPushed = theirs.includes('image') && has(atoms, 'push') && !has(atoms, 'pipeline');
  const mine = families(atoms).filter((family) => !isPushed || family !== 'event');
  if (chunk.sentence !== last.sentence)
    return isOfStage(chunk, aim, last)
      ? 'part'
      : isGoneOn(chunk, last)
        ? 'unclear'
        : nextSentence(chunk, aim, { mine, last, next });
  // `web: lint, cart: test` has two topics; of `lint web, cart: 10 minutes` nobody can tell what cart is.
  if (chunk.isTopic && isBareName(chunk) && !last.parts.every(isBareName))
    return last.parts.slice(0, 1).every(isBareName) ? 'new' : 'unclear';
  // `lint everything except ledger and give it 10 minutes`: what `it` is nobody can tell.
  if (last.except.length > 0 && has(atoms, 'pronoun') && starters(atoms).length > 0) return 'unclear';
  if (has(atoms, 'except')) return isOtherExcept(last) ? 'unclear' : 'part';
  // `format all code but generated code`: whatever is left out, nothing says it.
  if (joint === 'but' && has(atoms, 'do') && !atoms.some(isSaid) && !has(atoms, 'pronoun')) return 'unclear';
  if (joint === ',' && isBareSchedule(last.parts)) return 'part';
  if (last.selectors.every((one) => 'all' in one) && isBesideImages(chunk, last.parts.at(-1))) return 'unclear';
  if ((!last.parts.at(-1)?.isNegated && isLeftOut(chunk)) || isUnclearTurn(last, chunk)) return 'unclear';
  const isStart = starters(atoms).length > 0 || (has(atoms, 'do', 'remove') && mine.length > 0);
  if (aim.selectors.length === 0 && isStart && isBareTopic(last.parts)) return 'unclear';
  if (last.isTopic && aim.selectors.length === 0) return isSharedVerb(chunk, next) ? 'unclear' : 'part';
  // `between 2 and 6 replicas` is one thing.
  if (has(atomsOf(last), 'scaling') && has(atoms, 'replicas', 'percent') && aim.selectors.length === 0) return 'part';
  if (aim.selectors.length > 0 && last.selectors.length > 0) return placeOfNames(chunk, last, { mine, isStart, next });
  if (isBareList(last, chunk, next)) return 'unclear';
  if (!isStart || has(atoms, 'pronoun')) return isAlone(mine) && isStart && !has(atoms, 'pronoun') ? 'new' : 'part';
  if (has(atoms, 'remove') && isEvents(mine) && isEvents(theirs) && has(atomsOf(last), 'only')) return 'part';
  if (isAlone(mine))
    return isAlone(theirs) || last.selectors.length > 0 || theirs.length > 0
      ? whereEventsGo(mine, theirs, atoms)
      : 'part';
  if (isThreshold(atoms, atomsOf(last)) || isKeptBeside(chunk, last.parts.at(-1))) return 'part';
  if (aim.selectors.length > 0 && isWishBeside(chunk, last)) return 'new';
  if (mine.every((family) => theirs.includes(family)))
    return last.selectors.length > 0 && mine.includes('check') && !isNouns(atoms, atomsOf(last)) ? 'unclear' : 'part';
  if (isForeign(atoms, last.selectors, profile)) return 'new';
  if (isAllImages(chunk, last)) return 'new';
  // `…, timeout 20 minutes`.
  if (mine.every((family) => family === 'timeout') && !has(atoms, 'do', 'remove')) return 'part';
  if (last.selectors.length === 0)
    return isAlone(theirs) &&
      (theirs.includes('custom') || theirs.includes('secret') || has(atomsOf(last), 'do', 'pipeline', 'remove'))
      ? 'new'
      : 'part';
  return mine.every((family) => family === 'database' || theirs.includes(family)) ? 'part' : 'unclear';
}

/** `on pull requests only, not on pushes` says one thing. */
function isEvents(of: readonly Family[]): boolean {
  return of.length > 0 && of.every((family) => family === 'event');
}

interface Said {
  readonly mine: readonly Family[];
  readonly isStart: boolean;
  readonly next: Chunk | undefined;
}

/** Of a chunk that names somebody, after a wish that does. */
function placeOfNames(chunk: Chunk, last: Open, { mine, isStart, next }: Said): Place {
  const { atoms } = chunk;
  // `stop linting web and let cart be formatted`.
  if (last.parts.at(-1)?.isNegated && isOwnWish(chunk)) return isStart ? 'new' : 'unclear';
  // `web should not be linted, cart should`.
  if (last.parts.at(-1)?.isNegated && isBareName(chunk) && WISHED.test(atoms.at(-1)?.words ?? '')) return 'unclear';
  // `no linter for web and one for cart`.
  if (last.parts.at(-1)?.isNegated && !isStart && atoms.some(({ words }) => /^one$/i.test(words))) return 'unclear';
  const isToolOnly =
    starters(atoms).length > 0 && starters(atoms).every(({ meaning }) => meaning.tag === 'tool') && !has(atoms, 'do');
  // `audit ledger, and gitleaks for everything`: a tool of another check.
  if (isToolOnly && isOtherTool(chunk, last.parts)) return 'new';
  if (isToolOnly) return has(atomsOf(last), 'tool', 'packages') ? 'again' : 'part';
  // `format it and cart`: nobody can tell how much of the wish is for cart.
  if (!isStart && has(last.parts.at(-1)?.atoms ?? [], 'pronoun')) return 'unclear';
  if (isSubject(chunk, last.parts)) return 'part';
  if (isOpening(chunk)) return 'new';
  if (isWishedWith(last.parts.at(-1), chunk)) return 'part';
  // `lint web, cart and ledger should be tested`: of cart either may be said; `web should be linted, and cart and ledger tested` says it.
  if (
    isBareName(chunk) &&
    !last.parts.every(isBareName) &&
    next &&
    next.joint === 'and' &&
    isPredicated(next.atoms.find(isSaid), next.atoms)
  )
    return isSubjectFirst(last.parts) ? 'new' : 'unclear';
  if (isNextName(chunk, last.parts.at(-1))) return isStart && chunk.joint === ',' ? 'unclear' : 'part';
  if (last.parts.at(-1)?.isNegated && isTakenAlong(chunk))
    return has(atoms, 'check') && /^(?:and|or)$/.test(chunk.joint) ? 'again' : 'unclear';
  if (isStart && !isMinutesOnly(atoms)) return 'new';
  const isTwice = ONCE.some((tag) => has(atoms, tag) && has(atomsOf(last), tag));
  if (isTwice && has(atoms, 'environment', 'packages') && isHowOfBoth(atoms, atomsOf(last))) return 'unclear';
  if (isTwice) return 'again';
  // `remove the linter from web and add it to cart`: what is turned here is not turned there.
  if (mine.length === 0 && has(atoms, 'do') && last.parts.some(({ isNegated }) => isNegated)) return 'unclear';
  // `test ledger with Postgres 16 and cart`: how much of the wish is for cart nobody can tell.
  if (isBareName(chunk) && hasValueLast(last.parts.at(-1))) return 'unclear';
  // What is said of something else is not said of what was named before.
  return mine.length > 0 ? 'new' : 'part';
}

const WISHED =
  /^(?:should|must|shall|will|do|does|is|are|be|should be|must be|ha(?:s|ve) to|has to be|needs? to|needs?|needs to be)$/i;

/** Whether a value stands behind the name. */
function hasValueLast(part: Spoken | undefined): boolean {
  const said = part?.atoms.filter(isSaid).slice(-2) ?? [];
  // `80 % coverage and cart`.
  return has(said.slice(-1), ...VALUES) || (has(said.slice(0, 1), 'percent') && has(said.slice(1), 'check'));
}

const VALUES: readonly Tag[] = [
  ...(['database', 'versions', 'system', 'minutes', 'platform', 'label', 'tool', 'percent', 'replicas'] as const),
  ...(['memory', 'cpu', 'quantity', 'runner', 'event', 'branch', 'environment', 'through', 'host'] as const),
];

/** `deploy web to staging and cart to production with Helm on tags`: how and when may be said of both. */
function isHowOfBoth(atoms: readonly Atom[], before: readonly Atom[]): boolean {
  const isTagged = has(atoms, 'packages') && tagged(atoms, 'event').every(({ meaning }) => meaning.on === 'tag');
  const ways: readonly (readonly Tag[])[] = [['through'], isTagged ? [] : ['event', 'branch'], ['approval']];
  return ways.some((tags) => has(atoms, ...tags) && !has(before, ...tags));
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

/** `drop the linter. And the tests.`, `… The tests too.`: whether that goes as well nobody can tell. */
function isGoneOn({ atoms, joint }: Chunk, last: Open): boolean {
  const isNoun = tagged(atoms, 'check').some(({ meaning }) => meaning.isNoun);
  const isOn = /^(?:and|nor|or|plus)$/.test(joint) || has(atoms, 'also');
  return last.parts.at(-1)?.isNegated === true && isOn && isNoun && !has(atoms, 'do', 'remove');
}

/** A sentence that says `it` and nothing by name goes on about what the last one was about. */
function nextSentence(
  { atoms }: Chunk,
  aim: Aim,
  { mine, last, next }: Pick<Before, 'last' | 'next'> & { readonly mine: readonly Family[] },
): Place {
  // `test web on Node 22. On 24, too.`
  const isAlso = has(atoms, 'also') || (next !== undefined && has(next.atoms, 'also') && !next.atoms.some(isSaid));
  const isMore = isAlso && has(atoms, 'versions') && has(atomsOf(last), 'versions') && isOfRuns(atoms);
  const isOn = isMore || (has(atoms, 'pronoun') && mine.length > 0);
  return aim.selectors.length === 0 && isOn ? 'part' : 'new';
}

function isOfRuns(atoms: readonly Atom[]): boolean {
  return atoms
    .filter(isSaid)
    .every(({ meaning }) => meaning.tag === 'versions' || (meaning.tag === 'check' && meaning.check === 'test'));
}

/** `deploy web to production on tags; production needs an approval`: more of the environment that was named last. */
function isOfStage({ atoms }: Chunk, aim: Aim, last: Open): boolean {
  const [stage, ...more] = tagged(atoms, 'environment');
  const before = tagged(atomsOf(last), 'environment').at(-1);
  const isSame = stage !== undefined && before !== undefined && stage.meaning.name === before.meaning.name;
  const isPlain = has(atoms, 'approval') && !has(atoms, 'deploy', 'event', 'branch', 'through', 'remove');
  return isSame && isPlain && more.length === 0 && aim.selectors.length === 0 && has(atomsOf(last), 'deploy');
}
