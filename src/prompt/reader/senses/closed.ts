import { has, isSaid, tagged } from '../clauses/chunks.ts';
import { DENIAL } from '../clauses/negation.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';
import { withFailures } from './failing.ts';

/** How somebody says that something must not get in, in other words than `nobody merges what it complains about`. */
export function withClosed(atoms: readonly Atom[]): readonly Atom[] {
  return withStopping(withPlaceless(withRefused(withObjects(withFailures(atoms)))));
}

/** `don't merge anything when the tests fail`: whatever it is that is merged. */
function withObjects(atoms: readonly Atom[]): readonly Atom[] {
  const isClosed =
    has(atoms, 'gate') ||
    atoms.some(({ words }) => /^before$/i.test(words)) ||
    atoms.some(({ words, meaning }) => meaning.tag === 'remove' && DENIAL.test(words));
  if (!isClosed) return atoms;
  return atoms.map((atom, at) => {
    const isObject = /^(?:anything|everything|stuff|things|something)$/i.test(atom.words);
    return isObject && atoms[at - 1]?.meaning.tag === 'merge' ? withMeaning(atom, FILLER) : atom;
  });
}

/** `reject pull requests that …`, `fail any PR with …`: they are not merged. */
function withRefused(atoms: readonly Atom[]): readonly Atom[] {
  const first = atoms.findIndex((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const verb = atoms[first];
  // `do not accept pull requests with …`.
  const isTold = atoms.slice(0, Math.max(first, 0)).some(({ words }) => /^(?:i|we|they|you|people)$/i.test(words));
  const isDenied =
    verb !== undefined &&
    !isTold &&
    DENIAL.test(verb.words) &&
    /^(?:accept|allow|take)$/i.test(atoms[first + 1]?.words ?? '');
  const isVerb =
    isDenied || (verb !== undefined && /^(?:block|reject|refuse|stop|fail|turn down|flag)$/i.test(verb.words));
  const request = atoms.findIndex((atom, at) => at > first + (isDenied ? 1 : 0) && isSaid(atom));
  const isOfRequests = tagged([...atoms.slice(request, request + 1)], 'event').some(
    ({ meaning }) => meaning.on === 'pull_request',
  );
  const next = atoms[request + 1];
  const isRelative =
    next !== undefined && /^(?:that|which|with|whose|where|when|if|containing|introducing)$/i.test(next.words);
  const isFinding = has(atoms.slice(request), 'check', 'tool', 'flaws', 'secrets');
  if (!isVerb || !isOfRequests || !isRelative || !isFinding || has(atoms, 'merge')) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (at === first) return [withMeaning(atom, { tag: 'gate' })];
    if (isDenied && at === first + 1) return [];
    return at === request ? [atom, { meaning: { tag: 'merge' }, words: 'merged' }] : [atom];
  });
}

/** `a failing build of cart should stop the merge`: it is not merged then. */
function withStopping(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^(?:stop|block|prevent|forbid)$/i.test(words) &&
      (/^(?:should|must|shall|has to|have to|needs to)$/i.test(atoms[index - 1]?.words ?? '') ||
        /^(?:make|let|have)$/i.test(atoms.find((atom) => isSaid(atom) || atom.meaning.tag === 'do')?.words ?? '')),
  );
  const [before, behind] = [atoms.slice(0, Math.max(at, 0)), atoms.slice(at + 1)];
  const isFailing =
    has(before, 'fault') && has(before, 'check', 'tool') && !has(before, 'remove', 'gate', 'merge', 'event');
  const isMerge = behind.filter(isSaid).length === 1 && has(behind, 'merge');
  return at > 0 && isFailing && isMerge
    ? atoms.map((atom, index) => (index === at ? withMeaning(atom, { tag: 'gate' }) : atom))
    : atoms;
}

const PLACELESS = /(?:place|business|belong|belongs|welcome) (?:in|on|being in|being on)$/i;

/** `unformatted Go has no place in main`, `keep type errors out of main`: it is not merged. */
function withPlaceless(atoms: readonly Atom[]): readonly Atom[] {
  const branch = atoms.findIndex(({ meaning }) => meaning.tag === 'branch');
  const gate = atoms.findIndex(
    ({ meaning, words }, at) => at < branch && meaning.tag === 'gate' && PLACELESS.test(words),
  );
  const merge: Atom = { meaning: { tag: 'merge' }, words: 'merged' };
  if (gate >= 0 && !has(atoms, 'merge')) return [...atoms.slice(0, gate + 1), merge, ...atoms.slice(gate + 1)];
  const out = atoms.findIndex(({ words }, at) => at < branch && /^out of$/i.test(words));
  const keep = atoms.findIndex((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const isKept = out > keep && keep >= 0 && /^(?:keep|keeps|leave)$/i.test(atoms[keep]?.words ?? '');
  if (!isKept || has(atoms, 'remove', 'gate', 'merge')) return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (at === keep) return [withMeaning(atom, { tag: 'gate' })];
    return at === out ? [merge] : [atom];
  });
}
