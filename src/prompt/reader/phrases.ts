import type { ProjectProfile } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { type Chunk, has, isName, isSaid, tagged } from './chunks.ts';
import { families, starters } from './families.ts';
import type { Atom, Tag } from './meaning.ts';
import { ecosystemsOf, toolRunning } from './selectors.ts';
import { isPredicated, PREDICATE } from './subjects.ts';

/** Words that stand together. */
interface Spoken {
  readonly atoms: readonly Atom[];
}

interface Turned extends Spoken {
  readonly isNegated: boolean;
}

/** What a sentence has said. */
interface Said {
  readonly sentence: number;
  readonly parts: readonly Spoken[];
}

/** `publish recommender to PyPI and push the images on main`: images in the plural are all of them where one thing was named. */
export function isAllImages(
  { atoms }: Chunk,
  { selectors, parts }: { readonly selectors: readonly Selector[]; readonly parts: readonly Spoken[] },
): boolean {
  // `when a tag is pushed, build everything and push the images` says of both when.
  const isWhen = parts.some((part) => has(part.atoms, 'event', 'branch')) && !has(atoms, 'event', 'branch');
  const isPlural = tagged(atoms, 'image').some(({ words }) => /images$|^(?:each|every)\b/i.test(words));
  return (
    isPlural &&
    !isWhen &&
    selectors.length === 1 &&
    !atoms.some(({ words }) => /^(?:its|their|both|these|those)$/i.test(words))
  );
}

/** `turn off linting in web, but keep the type check`: of the same. */
export function isKeptBeside({ atoms, joint }: Chunk, before: Turned | undefined): boolean {
  const isKept = atoms.some(({ words }) => /^(?:keep|keeps|leave)$/i.test(words));
  const said = atoms.filter((atom) => isSaid(atom) && !/^leave$/i.test(atom.words));
  return (
    before?.isNegated === true &&
    joint === 'but' &&
    isKept &&
    said.length > 0 &&
    said.every(({ meaning }) => meaning.tag === 'check')
  );
}

/** `gitleaks for everything` behind checks that it does not do. */
export function isOtherTool({ atoms }: Spoken, parts: readonly Turned[]): boolean {
  const tools = tagged(atoms, 'tool');
  const checks = parts.flatMap((part) => tagged(part.atoms, 'check').map(({ meaning }) => meaning.check));
  const isFirst = atoms.find(isSaid)?.meaning.tag === 'tool';
  const isOther = tools.every(({ meaning }) => !meaning.checks.some((one) => checks.includes(one)));
  return isFirst && isOther && checks.length > 0 && !parts.some(({ isNegated }) => isNegated);
}

/** `web: lint, test and build cart`: a verb before another that names somebody may be for either. */
export function isSharedVerb({ atoms }: Spoken, next: Chunk | undefined): boolean {
  const isVerb = (atom: Atom | undefined): boolean => atom?.meaning.tag === 'check' && !atom.meaning.isNoun;
  const said = next?.atoms.filter(isSaid) ?? [];
  return next?.joint !== ',' && isVerb(said[0]) && said.slice(1).some(isName) && atoms.filter(isSaid).every(isVerb);
}

/** `cart 10 minutes, web 20 minutes`: the verb is said once. */
export function isMinutesOnly(atoms: readonly Atom[]): boolean {
  return starters(atoms).every(({ meaning }) => meaning.tag === 'minutes');
}

/** `lint Go, test on Node 22`: versions of a tool that nothing of the last wish runs on are for something else. */
export function isForeign(atoms: readonly Atom[], selectors: readonly Selector[], profile: ProjectProfile): boolean {
  const tools = tagged(atoms, 'versions').flatMap(({ meaning }) => meaning.tool ?? []);
  return (
    tools.length > 0 &&
    selectors.length > 0 &&
    !selectors.some((one) => ecosystemsOf(one, profile).some((it) => tools.includes(toolRunning(it))))
  );
}

/** `cart needs linting, formatting and tests`; `mypy for types` beside tools of other checks; `tested and linted with checkstyle`. */
export function isNouns(atoms: readonly Atom[], before: readonly Atom[]): boolean {
  const said = atoms.filter(isSaid);
  const isParticiple = said[0]?.meaning.tag === 'check' && /ed$/i.test(said[0].words);
  const isTools = (has(before, 'tool') || isParticiple) && !has(atoms, 'do');
  return said.every(
    ({ meaning }) => (meaning.tag === 'check' && meaning.isNoun) || (isTools && meaning.tag === 'tool'),
  );
}

/** `push all images but web on tags`, `use all databases but redis`: nobody can tell what is left out from what is meant alone. */
export function isLeftOut({ atoms, joint }: Chunk): boolean {
  const first = atoms.find(isSaid);
  if (joint !== 'but' || first === undefined || has(atoms, 'do', 'remove')) return false;
  if (/^(?:database|system|platform|event)$/.test(first.meaning.tag)) return true;
  return isName(first) && !isPredicated(first, atoms) && starters(atoms).length === 0;
}

/** `remove the linter and test web`: where a noun is taken away, a verb with somebody whom it is for is a wish of its own. */
export function isDeedAfterNoun({ atoms }: Spoken, { atoms: next }: Spoken): boolean {
  const nouns = tagged(atoms, 'check');
  const [first, second] = next.filter(({ words }) => !/^(?:the|our|also|then)$/i.test(words));
  const isDeed = first?.meaning.tag === 'check' && !first.meaning.isNoun;
  return (
    isDeed &&
    nouns.length > 0 &&
    nouns.every(({ meaning }) => meaning.isNoun) &&
    second !== undefined &&
    (isName(second) || second.meaning.tag === 'pronoun')
  );
}

/** `every Monday at 6, scan for secrets` says when the wish behind it happens. */
export function isBareSchedule([part, ...more]: readonly Spoken[]): boolean {
  if (!part || more.length > 0 || !has(part.atoms, 'day', 'cron')) return false;
  return part.atoms.every(({ meaning: { tag } }) => /^(?:day|cron|time|every|zone|filler)$/.test(tag));
}

/** `test web and fail if the coverage is below 90 %` speaks of the same thing. */
export function isThreshold(atoms: readonly Atom[], before: readonly Atom[]): boolean {
  const isCoverage = tagged(atoms, 'check').every(({ meaning }) => meaning.check === 'coverage');
  const isTested = tagged(before, 'check').every(({ meaning }) => meaning.check === 'test') && has(before, 'check');
  return isCoverage && has(atoms, 'check') && has(atoms, 'percent') && (isTested || has(atoms, 'bound'));
}

/** `…, both on tags`. */
export function isShared({ atoms: [first, second] }: Spoken): boolean {
  return /^(?:both|all|each)$/i.test(first?.words ?? '') && SHARING.test(second?.words ?? '');
}

/** `drop the schedule and let me start it by hand`, `…, and allow manual runs`: what begins like a wish is one, though its verb is a part of an event. */
export function isOwnWish({ atoms }: Spoken): boolean {
  const lead = atoms.find((atom, at) => isSaid(atom) || LEADING.test(atoms[at]?.words ?? ''));
  const isStart = lead?.meaning.tag === 'event' && STARTING.test(lead.words);
  return lead !== undefined && (LEADING.test(lead.words) || isStart);
}

const LEADING =
  /^(?:let|have|get|lets|let's|allow|make|make sure|i|we|i'd|we'd|i would|we would|want|give|should|must)$/i;
const STARTING = /^(?:start|trigger|launch|kick|fire|begin|allow|support) /i;

const WAYS: readonly Tag[] = ['through', 'approval', 'event', 'branch', 'after', 'when'];

/** `…, both through Argo CD`, `…, Helm for both`: how something comes to each of two environments. */
export function isOfBoth(atoms: readonly Atom[]): boolean {
  const said = atoms.filter(isSaid);
  const isEach = atoms.some(({ words }) => /^(?:both|both of|each)$/i.test(words));
  return isEach && said.length > 0 && said.every(({ meaning }) => WAYS.includes(meaning.tag));
}

/** As `isOfBoth`, where two environments were named. */
export function isOfBothStages({ atoms }: Spoken, parts: readonly Spoken[]): boolean {
  const places = parts.flatMap((part) => tagged(part.atoms, 'environment').map(({ meaning }) => meaning.name));
  return isOfBoth(atoms) && new Set(places).size === 2 && parts.some((part) => has(part.atoms, 'deploy'));
}

/** Of what the sentence said before: the last alone, where that was two wishes, or one for two environments. */
export function isOfSeveral(chunk: Chunk, before: readonly Said[]): boolean {
  const own = before.filter(({ sentence }) => sentence === chunk.sentence);
  const places = own.at(-1)?.parts.flatMap(({ atoms }) => tagged(atoms, 'environment')) ?? [];
  return isShared(chunk) && (own.length > 1 || places.length > 1);
}

const SHARING = /^(?:on|with|w\/|via|in|at|to|for|through|by|from|using|without|only|when|after)\b/i;

/** `lint everything but ledger, format everything but web`: what is left out of the second wish is left out of it alone. */
export function isOtherExcept({ parts, except }: Said & { readonly except: readonly unknown[] }): boolean {
  return (
    except.length > 0 && starters(parts.at(-1)?.atoms ?? []).length > 0 && !has(parts.at(-1)?.atoms ?? [], 'except')
  );
}

/** `sign it`: a verb, and what it is done with. */
function isOwnDeed({ atoms }: Spoken): boolean {
  const [first] = atoms.filter((atom) => isSaid(atom));
  const isVerb = first?.meaning.tag === 'check' ? !first.meaning.isNoun : DEED.test(first?.words ?? '');
  return isVerb && has(atoms, 'pronoun') && !has(atoms, 'do');
}

/** `drop linting from web and formatting from cart`: the verb that takes away is said once. */
export function isTakenAlong({ atoms }: Spoken): boolean {
  const [first] = atoms.filter(isSaid);
  const isThing =
    first?.meaning.tag === 'check'
      ? first.meaning.isNoun || /^(?:for|of|from)$/i.test(atoms[atoms.indexOf(first) + 1]?.words ?? '')
      : /^(?:extra|image|timeout|database|scan)$/.test(first?.meaning.tag ?? '');
  return (
    isThing &&
    !DEED.test(first?.words ?? '') &&
    !has(atoms, 'do', 'remove') &&
    !isOwnWish({ atoms }) &&
    !atoms.some(({ words }) => PREDICATE.test(words))
  );
}

const DEED = /^(?:sign|push|publish|scan|attest|inspect|limit|cap|time out(?: after)?)$/i;

/** `build the images and the Go code` speaks of two things, `the images of cart and web` of one. */
export function isBesideImages({ atoms }: Chunk, before: Spoken | undefined): boolean {
  const [first] = atoms.filter(({ words }) => !/^(?:the|our|my|all)$/i.test(words));
  return (
    first !== undefined &&
    isName(first) &&
    before?.atoms.findLast(isSaid)?.meaning.tag === 'image' &&
    starters(atoms).length === 0
  );
}

/** `no SBOM, provenance`, `don't sign, push the image`: a no that goes on behind a comma says so by an `and` or `or` at last. */
export function isBareList(
  { parts }: { readonly parts: readonly Turned[] },
  chunk: Chunk,
  next: Chunk | undefined,
): boolean {
  const before = parts.at(-1);
  if (!before?.isNegated) return false;
  const isOfNo = before.atoms.some(({ words }) => /^(?:no|not|never|without|w\/o|do not|dont|\w+n't)$/i.test(words));
  const isList =
    isOfNo &&
    chunk.joint === ',' &&
    starters(chunk.atoms).length > 0 &&
    !has(chunk.atoms, 'do', 'remove', 'pronoun', 'only');
  const isEnded = next !== undefined && /^(?:and|or|nor|,)$/.test(next.joint);
  return isList && !isEnded && families(chunk.atoms).some((family) => families(before.atoms).includes(family));
}

/** `don't run the linter and format web` may deny both; `off for web and on for cart` turns twice. */
export function isUnclearTurn({ parts }: { readonly parts: readonly Turned[] }, chunk: Chunk): boolean {
  const before = parts.at(-1);
  if (!before?.isNegated) return false;
  const isOn =
    (/^on$/i.test(chunk.atoms[0]?.words ?? '') && has(before.atoms, 'off')) ||
    // `not on pushes, on pull requests`.
    (/^on\b/i.test(chunk.atoms[0]?.words ?? '') && chunk.joint === ',' && has(chunk.atoms, 'event'));
  const isOfVerb = before.atoms.some(({ words }) => /^(?:not|never|do not|dont|\w+n't)$/i.test(words));
  // `don't push it, sign it`.
  if (isOfVerb && chunk.joint === ',' && isOwnDeed(chunk)) return true;
  return isOn || (isOfVerb && /^(?:and|or)$/.test(chunk.joint) && isDeedAfterNoun(before, chunk));
}
