import { has, isName, isSaid } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** `images should land in ghcr.io`, `ship an SBOM with it`, `keep it out of any registry`: of what stands between two joints. */
export function withPlaces(atoms: readonly Atom[]): readonly Atom[] {
  return withKeptOut(withShipped(withPublished(withLanding(atoms))));
}

function withLanding(atoms: readonly Atom[]): readonly Atom[] {
  const isOfImage =
    has(atoms, 'image', 'container') &&
    has(atoms, 'host') &&
    !has(atoms, 'push', 'environment', 'packages', 'chart', 'remove');
  const landing = atoms.findIndex(({ words }) => LANDING.test(words));
  // `the image should be on ghcr.io`.
  const host = atoms.findIndex(({ meaning }) => meaning.tag === 'host');
  const isThere =
    /^(?:should|must|shall|has to|have to|needs to|ought to|to)$/i.test(atoms[host - 3]?.words ?? '') &&
    /^be$/i.test(atoms[host - 2]?.words ?? '') &&
    /^(?:on|in|at)$/i.test(atoms[host - 1]?.words ?? '');
  const at = landing < 0 && isThere ? host - 2 : landing;
  if (isOfImage && at < 0 && isBarePush(atoms, host)) return withBarePush(atoms, host);
  if (!isOfImage || at < 0) return atoms;
  return atoms.map((atom, index) => {
    if (index === at) return withMeaning(atom, { tag: 'push' });
    return atom.meaning.tag === 'container' ? withMeaning(atom, { tag: 'image' }) : atom;
  });
}

/** `a fresh container of web in ghcr.io every time main moves`: nothing but an image, where it is, and when. */
function isBarePush(atoms: readonly Atom[], host: number): boolean {
  const lead = atoms.slice(0, Math.max(host - 1, 0)).filter(isSaid);
  const isNoun = lead.every((atom) => isName(atom) || /^(?:image|container|every)$/.test(atom.meaning.tag));
  const isPlace = /^(?:in|on|to|at)$/i.test(atoms[host - 1]?.words ?? '');
  return (
    isNoun &&
    isPlace &&
    has(atoms.slice(host), 'branch', 'event') &&
    !has(atoms, 'do', 'database', 'check', 'extra', 'scan')
  );
}

function withBarePush(atoms: readonly Atom[], host: number): readonly Atom[] {
  return atoms.flatMap((atom, at): readonly Atom[] => {
    const noun = atom.meaning.tag === 'container' ? withMeaning(atom, { tag: 'image' }) : atom;
    return at === host ? [{ meaning: { tag: 'push' }, words: 'pushed to' }, noun] : [noun];
  });
}

const LANDING =
  /^(?:land|lands|go|goes|go to|goes to|belong|belongs|belongs? on|belongs? in|end up|ends up|ends? up in|appear|appears|show up|shows up|arrive|arrives|live|lives|available|ship|ships|shipped|published|uploaded|stored|delivered)$/i;

/** `recommender should go to PyPI`: a package goes nowhere but where it is published. */
function withPublished(atoms: readonly Atom[]): readonly Atom[] {
  const isOfPackage =
    has(atoms, 'packages') &&
    !has(atoms, 'publish', 'environment', 'image', 'container', 'host', 'flaws', 'check', 'dependencies');
  if (!isOfPackage) return atoms;
  // `publish web to npm and recommender to PyPI`: the verb stands before it.
  const bare = atoms[0]?.meaning.tag === 'join' ? 0 : bareGoal(atoms);
  if (bare > 0) return atoms.with(bare, { meaning: { tag: 'publish' }, words: 'to' });
  return atoms.map((atom, at) =>
    /^(?:go to|goes to|(?:show|turn|end) up(?: on)?|ends up on|lands?|appear|arrive|ship|ships|belongs? on|find|finds|found)$/i.test(
      atom.words,
    ) ||
    isShowing(atom, atoms[at + 1]) ||
    isPutting(atoms, at)
      ? withMeaning(atom, { tag: 'publish' })
      : atom,
  );
}

/** `recommender to PyPI by hand`: the place of the `to` that is all that says so; 0 where there is a verb. */
function bareGoal(atoms: readonly Atom[]): number {
  const name = atoms.findIndex((atom) => isSaid(atom) || atom.meaning.tag === 'do');
  const [first, to, goal] = atoms.slice(Math.max(name, 0), name + 3);
  const isBare =
    first !== undefined && isName(first) && /^(?:to|onto)$/i.test(to?.words ?? '') && goal?.meaning.tag === 'packages';
  return isBare ? name + 1 : 0;
}

/** `put recommender on PyPI`. */
function isPutting(atoms: readonly Atom[], at: number): boolean {
  const [name, on] = atoms.slice(at + 1).filter(({ words }) => !/^(?:the|our|package|module)$/i.test(words));
  const isVerb = /^(?:put|bring|get|push|send|deliver|release|ship)$/i.test(atoms[at]?.words ?? '');
  return isVerb && name !== undefined && isName(name) && /^(?:on|onto|to|in|into)$/i.test(on?.words ?? '');
}

/** `show up on npm`. */
function isShowing({ words }: Atom, next: Atom | undefined): boolean {
  return /^(?:show|turn)$/i.test(words) && /^up$/i.test(next?.words ?? '');
}

function withShipped(atoms: readonly Atom[]): readonly Atom[] {
  const isOfExtra = has(atoms, 'extra') && !has(atoms, 'environment', 'through', 'approval', 'event', 'branch');
  return isOfExtra
    ? atoms.map((atom) => (/^ships?$/i.test(atom.words) ? withMeaning(atom, { tag: 'do' }) : atom))
    : atoms;
}

function withKeptOut(atoms: readonly Atom[]): readonly Atom[] {
  const out = atoms.findIndex(({ words }) => /^out of$/i.test(words));
  const isKept =
    out > 0 && /^(?:keep|keeps|stay|stays)$/i.test(atoms.find(({ meaning }) => meaning.tag === 'do')?.words ?? '');
  const rest = atoms.slice(out + 1).filter(isSaid);
  if (!isKept || rest.length !== 1 || rest[0]?.meaning.tag !== 'registry-word') return atoms;
  return atoms.flatMap((atom, at): readonly Atom[] => {
    if (at === out) return [withMeaning(atom, { tag: 'remove', isStop: false }), withMeaning(atom, { tag: 'push' })];
    return atom === rest[0] ? [withMeaning(atom, { tag: 'filler' })] : [atom];
  });
}
