import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import { starters } from '../families.ts';
import type { Atom, Tag } from '../meaning.ts';
import { type Chunk, has, isName, isSaid, tagged } from './chunks.ts';
import { ecosystemsOf, toolRunning } from './selectors.ts';

/** Words that stand together. */
export interface Spoken {
  readonly atoms: readonly Atom[];
}

/** The same, and whether it is turned by a no. */
export interface Turned extends Spoken {
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

const WAYS: readonly Tag[] = ['through', 'approval', 'event', 'branch', 'after', 'when'];

/** `…, both through Argo CD`, `…, Helm for both`, `…, all on tags`: how or when each of what was said happens. */
export function isOfBoth(atoms: readonly Atom[]): boolean {
  const said = atoms.filter((atom) => isSaid(atom) && !EACH.test(atom.words));
  const isEach = atoms.some(({ words }) => EACH.test(words)) || isShared({ atoms });
  return isEach && said.length > 0 && said.every(({ meaning }) => WAYS.includes(meaning.tag));
}

const EACH = /^(?:both|both of|each)$/i;

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
