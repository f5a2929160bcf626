import type { Check } from '../../../domain/check.ts';
import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import { type Scope, said } from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { isBuiltForPlatforms } from './platforms.ts';

/** A check that a part of a clause speaks of, with the words that do. */
export interface Wanted {
  readonly check: Check;
  readonly atoms: readonly Atom[];
  readonly part: Part;
}

/** The checks that a part of a clause speaks of, by name or by what they find. */
export function wantedIn(part: Part, scope: Scope): readonly Wanted[] {
  const { atoms } = part;
  const found = tagged(atoms, 'check').filter((atom) => !isPurpose(atom, part, scope));
  // `lint the tests` is neither of the two.
  const [first, ...more] = found;
  const isOne = more.every(({ meaning }) => meaning.check === 'audit' && first?.meaning.check === 'audit');
  const direct: readonly Wanted[] = isCovered(found, part)
    ? found.map((atom) => ({ check: atom.meaning.check, atoms: [atom], part }))
    : first && isOne
      ? [{ check: first.meaning.check, atoms: found, part }]
      : [];
  const packages = has(atoms, 'flaws') && !has(atoms, 'publish') ? tagged(atoms, 'packages') : [];
  const dependencies = [...tagged(atoms, 'dependencies'), ...packages];
  const flaws = tagged(atoms, 'flaws', 'scan');
  const audit = direct.find(({ check }) => check === 'audit');
  if (audit)
    return direct.map((one) =>
      one === audit ? { ...one, atoms: [...one.atoms, ...dependencies, ...tagged(atoms, 'flaws')] } : one,
    );
  if (dependencies.length > 0 && has(atoms, 'flaws', 'scan'))
    return [...direct, { check: 'audit', atoms: [...dependencies, ...flaws, ...tagged(atoms, 'when')], part }];
  const secrets = tagged(atoms, 'secrets');
  const scan = direct.find(({ check }) => check === 'secret-scan');
  // `check every commit for secrets` is no trigger.
  const commits = tagged(atoms, 'event').filter(({ words }) => /commit$/i.test(words));
  const around = [...tagged(atoms, 'leak', 'scan', 'when'), ...commits];
  if (scan) return direct.map((one) => (one === scan ? { ...one, atoms: [...one.atoms, ...secrets, ...around] } : one));
  return secrets.length > 0 && (has(atoms, 'leak', 'scan') || secrets.some(({ words }) => /commit|leak/i.test(words)))
    ? [...direct, { check: 'secret-scan', atoms: [...secrets, ...around], part }]
    : direct;
}

/** `test web with 80 % coverage`. */
function isCovered(found: ReturnType<typeof tagged<'check'>>, { atoms, isNegated }: Part): boolean {
  const [test, coverage, ...more] = found.map(({ meaning }) => meaning.check);
  return !isNegated && has(atoms, 'percent') && test === 'test' && coverage === 'coverage' && more.length === 0;
}

/** A check that is named to say what something else is for, or that another kind of intent is. */
function isPurpose(atom: Atom, { atoms }: Part, scope: Scope): boolean {
  const { meaning } = atom;
  if (meaning.tag !== 'check') return false;
  if (has(atoms, 'image', 'chart') || isBuiltForPlatforms(scope)) return true;
  if (!OF_CODE.test(meaning.check) && isOfImage(atoms, scope)) return true;
  if (meaning.check === 'build' && has(atoms, 'pronoun') && isBehindImage(atoms, scope)) return true;
  // `web should be built on runners labelled big`: where its jobs run.
  if (meaning.isNoun && has(atoms, 'label') && !has(atoms, 'do', 'tool', 'percent')) return true;
  const isOfDatabase = has(atoms, 'database') || (has(atoms, 'container') && has(said(scope), 'database'));
  if (isOfDatabase && meaning.check === 'test' && meaning.isNoun) return true;
  if (has(atoms, 'versions', 'system') && meaning.check === 'test' && meaning.isNoun) return true;
  if (meaning.check === 'build' && has(atoms, 'fault') && has(said(scope), 'percent')) return true;
  return has(atoms, 'minutes') && (meaning.isNoun || atoms.find((one) => one.meaning.tag === 'check') !== atom);
}

/** What is never done to an image. */
const OF_CODE = /^(?:lint|format|typecheck|coverage)$/;
const DEEDS = ['check', 'scan', 'extra', 'push'] as const;

/** `build, scan and sign the web image`: whoever names no thing of its own is about the image that is named behind it. */
function isOfImage(atoms: readonly Atom[], { clause }: Scope): boolean {
  const place = clause.parts.findIndex((part) => part.atoms === atoms);
  const image = clause.parts.findIndex(
    (part) => has(part.atoms, 'image') || (has(part.atoms, 'push') && has(part.atoms, 'host', 'registry-word')),
  );
  // `build the cart and web images`.
  const behind = clause.parts.slice(place + 1, image + 1);
  const isListed =
    behind.length > 0 &&
    behind.every((part) => part.atoms.filter(isSaid).every((atom) => isName(atom) || !has([atom], ...DEEDS))) &&
    behind.every((part) => part.atoms.filter(isSaid).slice(0, 1).some(isName));
  if (isListed) return true;
  // `lint and test web, push its image`.
  const isNamed = clause.parts.slice(place, Math.max(image, place)).some((part) => part.atoms.some(isName));
  return image > place && !isNamed && !clause.parts[0]?.atoms.some(isName);
}

/** `do not push the images, just build them`. */
function isBehindImage(atoms: readonly Atom[], { clause }: Scope): boolean {
  const place = clause.parts.findIndex((part) => part.atoms === atoms);
  return (
    clause.parts.slice(0, place).some((part) => has(part.atoms, 'image')) && !has(atoms, 'selector', 'language', 'path')
  );
}
