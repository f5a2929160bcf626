import type { IntentOf } from '../../../domain/request.ts';
import { has, tagged } from '../clauses/chunks.ts';
import type { Part } from '../clauses/clause.ts';
import { type Moment, momentIn } from '../clauses/moment.ts';
import { asks, isNegatedAt, NOTHING, type Reading, refuses, type Scope, turnsOf, understood } from '../frame.ts';
import type { Atom } from '../meaning.ts';

/** What is said of an image. */
export type ImageFields = Partial<Omit<IntentOf<'image'>, 'kind' | 'for'>>;
/** Some of it, with what was read. */
export interface Found {
  readonly fields: ImageFields;
  readonly reading: Reading;
}

/** When and where an image is pushed. */
export function readPush(scope: Scope, parts: readonly Part[]): Found {
  const atoms = parts.flatMap((part) => part.atoms);
  const pushes = tagged(atoms, 'push');
  const turned = pushes.filter((atom) => isNegatedAt(scope, atom));
  const hosts = tagged(atoms, 'host');
  const moment = momentOfPush(parts, pushes);
  if (pushes.length === 0) return { fields: {}, reading: NOTHING };
  if (turned.length > 0) {
    const negated = parts.filter((part) => turned.some((atom) => part.atoms.includes(atom)));
    return turned.length === pushes.length && !moment
      ? { fields: { push: 'never' }, reading: understood([], [...pushes, ...turnsOf(negated)]) }
      : {
          fields: {},
          reading: asks([...pushes, ...(moment?.atoms ?? [])], 'When should the image be pushed, and when not?', WHEN),
        };
  }
  // It is pushed once, so that what comes beside it would take its place; `also push it on tags` is one more wish.
  if (moment && parts.some((part) => isBehind(part.atoms, pushes) && !isSaidOfOther(part, scope)))
    return {
      fields: {},
      reading: asks(
        [...pushes, ...moment.atoms],
        'An image is pushed at one moment, to one registry. Which are meant?',
      ),
    };
  return pushedOn(moment, pushes, [...hosts, ...tagged(atoms, 'registry-word')]);
}

/** `build them on every pull request, but push them on main only`: what is said beside the push holds for it, else what is said of all. */
function momentOfPush(parts: readonly Part[], pushes: readonly Atom[]): Moment | null {
  const first = parts.findIndex(({ atoms }) => pushes.some((push) => atoms.includes(push)));
  const [before, own] = [parts.slice(0, first), parts.slice(first).flatMap(({ atoms }) => atoms)];
  const moment = momentIn(own);
  const built = before.flatMap(({ atoms }) => (has(atoms, 'check') ? tagged(atoms, 'event', 'every', 'only') : []));
  const isBuilt = built.some(({ meaning }) => meaning.tag === 'event' && meaning.on === 'pull_request');
  const isPlain = built.every(({ meaning }) => meaning.tag !== 'event' || meaning.on === 'pull_request');
  // `publish web to npm on tags and push its image on main`: the package has a moment of its own.
  if (moment && before.some(({ atoms }) => has(atoms, 'packages'))) return moment;
  if (moment && isBuilt && isPlain) return { ...moment, atoms: [...moment.atoms, ...built] };
  return momentIn(parts.flatMap(({ atoms }) => atoms));
}

/** `publish it to PyPI on tags, and push its image on tags as well`: the same moment, of which there was a word for something else. */
function isSaidOfOther(part: Part, { clause }: Scope): boolean {
  const before = clause.parts.slice(0, clause.parts.indexOf(part)).filter(({ atoms }) => has(atoms, 'publish'));
  const moment = momentIn(part.atoms);
  return moment !== null && before.some(({ atoms }) => momentIn(atoms)?.on === moment.on);
}

/** Whether `too` stands behind one of some words. */
function isBehind(atoms: readonly Atom[], words: readonly Atom[]): boolean {
  const from = atoms.findIndex((atom) => words.includes(atom));
  return from >= 0 && has(atoms.slice(from), 'also');
}

const WHEN = ['never', 'on the default branch', 'on tags'];

function pushedOn(moment: Moment | null, pushes: readonly Atom[], registry: readonly Atom[]): Found {
  if (moment?.on === 'pull-request')
    return { fields: {}, reading: refuses([...pushes, ...moment.atoms], 'deploy-on-pull-request') };
  const hosts = tagged(registry, 'host');
  if (hosts.length > 1)
    return {
      fields: {},
      reading: asks(
        hosts,
        'To which registry should the image be pushed?',
        hosts.map(({ meaning }) => meaning.host),
      ),
    };
  if (moment === null || (moment.on !== 'default-branch' && moment.on !== 'tag'))
    return {
      fields: {},
      reading: asks([...pushes, ...(moment?.atoms ?? [])], 'When should the image be pushed?', WHEN),
    };
  const host = hosts[0]?.meaning.host;
  return {
    fields: { push: moment.on, ...(host === undefined ? {} : { registry: host }) },
    reading: understood([], [...pushes, ...registry, ...moment.atoms]),
  };
}
