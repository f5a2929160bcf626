import { families, starters } from '../families.ts';
import { type Chunk, has, isName, isSaid, tagged } from './chunks.ts';
import type { Spoken, Turned } from './phrases.ts';
import { isPredicated, PREDICATE } from './subjects.ts';

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

/** `push all images but web on tags`, `use all databases but redis`: nobody can tell what is left out from what is meant alone. */
export function isLeftOut({ atoms, joint }: Chunk): boolean {
  const first = atoms.find(isSaid);
  if (joint !== 'but' || first === undefined || has(atoms, 'do', 'remove')) return false;
  if (/^(?:database|system|platform|event|day)$/.test(first.meaning.tag)) return true;
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

/** `drop the schedule and let me start it by hand`, `…, and allow manual runs`: what begins like a wish is one, though its verb is a part of an event. */
export function isOwnWish({ atoms }: Spoken): boolean {
  const lead = atoms.find((atom, at) => isSaid(atom) || LEADING.test(atoms[at]?.words ?? ''));
  const isStart = lead?.meaning.tag === 'event' && STARTING.test(lead.words);
  return lead !== undefined && (LEADING.test(lead.words) || isStart);
}

const LEADING =
  /^(?:let|have|get|lets|let's|allow|make|make sure|i|we|i'd|we'd|i would|we would|want|give|should|must)$/i;
const STARTING = /^(?:start|trigger|launch|kick|fire|begin|allow|support) /i;

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

const RUN = /^(?:ci|(?:the |our )?pipeline)$/i;

/** `linter off, formatter on`. */
function isTurnedOn({ atoms }: Spoken): boolean {
  const at = atoms.findIndex(({ words }) => /^on$/i.test(words));
  const next = atoms[at + 1];
  // `web lint off, cart lint on` says it of whom it names first.
  const [first] = atoms.filter(isSaid);
  const isOfNoun = first !== undefined && !isName(first) && has(atoms.slice(0, at), 'check');
  return at > 0 && isOfNoun && (next === undefined || /^(?:for|in|of|at)$/i.test(next.words));
}

/** `don't run the linter and format web` may deny both; `off for web and on for cart` turns twice. */
export function isUnclearTurn({ parts }: { readonly parts: readonly Turned[] }, chunk: Chunk): boolean {
  const before = parts.at(-1);
  if (!before?.isNegated) return false;
  const isOn =
    (/^on$/i.test(chunk.atoms[0]?.words ?? '') && has(before.atoms, 'off')) ||
    isTurnedOn(chunk) ||
    // `no CI on pushes, CI on tags`.
    (/^(?:,|and)$/.test(chunk.joint) && RUN.test(chunk.atoms[0]?.words ?? '') && has(chunk.atoms, 'event')) ||
    // `not on pushes, on pull requests`.
    (/^on\b/i.test(chunk.atoms[0]?.words ?? '') && chunk.joint === ',' && has(chunk.atoms, 'event'));
  const isOfVerb = before.atoms.some(({ words }) => /^(?:not|never|do not|dont|\w+n't)$/i.test(words));
  // `don't push it, sign it`.
  if (isOfVerb && chunk.joint === ',' && isOwnDeed(chunk)) return true;
  return isOn || (isOfVerb && /^(?:and|or)$/.test(chunk.joint) && isDeedAfterNoun(before, chunk));
}
