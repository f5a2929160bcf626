import type { IntentOf } from '../../../domain/request.ts';
import { isAdded } from '../clauses/additions.ts';
import { has, isSaid, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import { momentIn } from '../clauses/moment.ts';
import { isOfBoth } from '../clauses/phrases.ts';
import {
  asks,
  CANNOT_REMOVE,
  type Frame,
  isNegatedAt,
  NOTHING,
  type Reading,
  refuses,
  type Scope,
  targetsOf,
  together,
  turnsOf,
  understood,
} from '../frame.ts';
import type { Atom } from '../meaning.ts';
import { type Found, type ImageFields, readPush } from './image-push.ts';
import { onlyBeside } from './matrix.ts';
import { isBuiltForPlatforms } from './platforms.ts';

/** Images: where and when they are pushed, for which platforms, and what comes along with them. */
export const readImages: Frame = (scope) => {
  const parts = partsOfImages(scope);
  const atoms = parts.flatMap((part) => part.atoms);
  if (!isAboutImages(atoms) && !isBuiltForPlatforms(scope)) return NOTHING;
  const nouns = [
    ...tagged(atoms, 'image', 'container'),
    ...tagged(atoms, 'check').filter(({ meaning }) => meaning.check === 'build'),
  ];
  const push = readPush(scope, parts);
  const scans = readScan(scope, parts);
  const isMore = isAdded(
    scope.clause.parts,
    parts.filter((part) => has(part.atoms, 'platform')),
  );
  const platforms = platformsIn(atoms, isMore);
  const extras = extrasIn(scope, atoms);
  const fields = { ...push.fields, ...platforms.fields, ...scans.fields, ...extras.fields };
  const claimed = [...nouns, ...platforms.atoms, ...extras.atoms];
  const vague = vaguelyChecked(atoms, fields);
  if (vague) return vague;
  const problems = together([push.reading, scans.reading, ...builtApart(parts), ...lostNegation(scope, parts, fields)]);
  const intents = targetsOf(scope).map((target): IntentOf<'image'> => ({ kind: 'image', for: target, ...fields }));
  const spared = sparedOf(scope, fields);
  const isEmpty = Object.keys(fields).length === 0 && !has(atoms, 'check') && !has(atoms, 'do');
  return together([problems, understood(isEmpty ? [] : intents, isEmpty ? [] : claimed), isEmpty ? NOTHING : spared]);
};

/** `sign every image except that of web`: what is not for some is said to be off for them; nothing else can be. */
function sparedOf({ clause }: Scope, fields: ImageFields): Reading {
  const isOfAll = clause.selectors.every((one) => 'all' in one);
  const { push, registry: _, ...others } = fields;
  const isTurnable = Object.entries(others).every(([field, value]) => value === true && field !== 'scan');
  const off = {
    ...Object.fromEntries(Object.keys(others).map((field) => [field, false])),
    ...(push === undefined ? {} : { push: 'never' as const }),
  };
  if (clause.except.length === 0 || !isOfAll || !isTurnable || Object.keys(off).length === 0) return NOTHING;
  const words = clause.parts.flatMap(({ atoms }) => tagged(atoms, 'except'));
  return understood(
    clause.except.map((target): IntentOf<'image'> => ({ kind: 'image', for: target, ...off })),
    words,
  );
}

/** `for amd64 on pushes and arm64 on tags`: an image is one, whatever starts its build. */
function builtApart(parts: readonly Part[]): Reading[] {
  const own = parts.filter(({ atoms }) => has(atoms, 'platform') && has(atoms, 'event', 'branch'));
  const words = own.flatMap(({ atoms }) => tagged(atoms, 'platform', 'event', 'branch'));
  const text = 'An image is built for all of its platforms, whatever starts that. For which should it be?';
  return own.length > 1 ? [asks(words, text)] : [];
}

/** `check the image`: of what should be looked at, nothing is said. */
function vaguelyChecked(atoms: readonly Atom[], fields: ImageFields): Reading | null {
  const [verb] = tagged(atoms, 'do').filter(({ words }) => CHECKING.test(words));
  const isSaidWhy = Object.keys(fields).some((field) => field !== 'platforms');
  if (!verb || isSaidWhy || has(atoms, 'check')) return null;
  return asks(
    atoms.filter(({ meaning }) => /^(?:image|container|platform|many-platforms)$/.test(meaning.tag)),
    'For what should the image be checked?',
    ['scan it for vulnerabilities'],
  );
}

const CHECKING =
  /^(?:check|checks|checked|checking|verify|verifies|validate|validates|have a look at|look at|look over)$/i;

/** From the first part that speaks of an image to the one that speaks of something else that is delivered. */
function partsOfImages({ clause }: Scope): Part[] {
  const isOther = ({ atoms }: Part): boolean =>
    has(atoms, 'publish', 'packages', 'deploy', 'environment', 'chart', 'database');
  const isImage = ({ atoms }: Part): boolean =>
    has(atoms, 'image', 'push', 'extra', 'scan', 'platform', 'container', 'many-platforms');
  const begin = clause.parts.findIndex((part) => isImage(part) && !isOther(part));
  if (begin < 0) return [];
  const isBuild = ({ atoms }: Part): boolean =>
    has(atoms, 'check') &&
    atoms
      .filter(isSaid)
      .every(({ meaning }) => meaning.tag === 'selector' || (meaning.tag === 'check' && meaning.check === 'build'));
  const first = begin > 0 && clause.parts.slice(0, begin).every(isBuild) ? 0 : begin;
  const end = clause.parts.findIndex((part, index) => index > first && isOther(part));
  // `after each merge, the image should be pushed`.
  const before = clause.parts
    .slice(0, first)
    .filter(({ atoms }) => has(atoms, 'event', 'branch') || momentIn(atoms) !== null);
  // `…, and stop its jobs after 25 minutes`.
  const isLimit = (part: Part): boolean => has(part.atoms, 'minutes') && !isImage(part);
  const own = clause.parts.slice(first, end < 0 ? undefined : end).filter((part) => !isLimit(part));
  // `push it and deploy it to staging, both on tags`.
  const shared = end < 0 ? [] : clause.parts.slice(end).filter(({ atoms }) => isOfBoth(atoms));
  return [...before, ...own, ...shared];
}

function isAboutImages(atoms: readonly Atom[]): boolean {
  if (has(atoms, 'label', 'runner', 'dependencies', 'secrets')) return false;
  // `sign the package`.
  const isPackage = atoms.some(({ words }) => /^(?:packages?|modules?|library)$/i.test(words));
  if (isPackage && !has(atoms, 'image', 'container')) return false;
  return (
    has(atoms, 'image', 'extra', 'many-platforms') ||
    (has(atoms, 'push') && has(atoms, 'host', 'container')) ||
    (has(atoms, 'container') && has(atoms, 'flaws', 'scan'))
  );
}

function readScan(scope: Scope, parts: readonly Part[]): Found {
  const atoms = parts.flatMap((part) => part.atoms);
  const scans = tagged(atoms, 'scan', 'flaws');
  if (scans.length === 0) return { fields: {}, reading: NOTHING };
  return scans.some((atom) => isNegatedAt(scope, atom))
    ? { fields: {}, reading: refuses(scans, 'removes-image-scans') }
    : { fields: { scan: true }, reading: understood([], scans) };
}

/** For which an image is built where nobody says. */
const USUAL_PLATFORM = 'linux/amd64';

function platformsIn(
  atoms: readonly Atom[],
  isMore: boolean,
): { readonly fields: ImageFields; readonly atoms: readonly Atom[] } {
  const found = tagged(atoms, 'platform');
  const said = [...new Set(found.map(({ meaning }) => meaning.platform))];
  if (said.length === 0) return { fields: {}, atoms: [] };
  const platforms = isMore && !said.includes(USUAL_PLATFORM) ? [USUAL_PLATFORM, ...said] : said;
  const only = isMore ? [] : found.flatMap((atom) => onlyBeside(atom, atoms));
  return { fields: { platforms }, atoms: [...found, ...only, ...tagged(atoms, 'many-platforms')] };
}

function extrasIn(
  scope: Scope,
  atoms: readonly Atom[],
): { readonly fields: ImageFields; readonly atoms: readonly Atom[] } {
  const found = tagged(atoms, 'extra');
  const turns = turnsOf(scope.clause.parts.filter((part) => part.isNegated && has(part.atoms, 'extra')));
  const fields = Object.fromEntries(found.map((atom) => [atom.meaning.extra, !isNegatedAt(scope, atom)]));
  return { fields, atoms: [...found, ...turns] };
}

/** To take away an image, a platform or a registry has no words. */
function lostNegation(scope: Scope, parts: readonly Part[], fields: ImageFields): Reading[] {
  const lost = parts.filter((part) => part.isNegated && !has(part.atoms, 'push', 'extra', 'scan', 'flaws'));
  const isSplit = parts.some(
    (part) =>
      part.isNegated &&
      has(part.atoms, 'push', 'extra') &&
      has(part.atoms, 'platform', 'check', 'scan') &&
      Object.keys(fields).length > 1,
  );
  // `stop pushing the image after 10 minutes` has a limit, and takes nothing away.
  const isTimed = parts.some((part) => part.isNegated && has(part.atoms, 'minutes'));
  return lost.length > 0 || isSplit || isTimed ? [asks(turnsOf(scope.clause.parts), CANNOT_REMOVE)] : [];
}
