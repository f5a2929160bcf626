import { has, isName, isSaid } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** What is said of images and packages in words that mean something else elsewhere. */
export function withDelivered(atoms: readonly Atom[]): readonly Atom[] {
  return withPushedIt(withNew(withReleased(withInstalled(withOwnWill(withGoing(withArtifacts(atoms)))))));
}

/** `upload the jar to Maven Central`: how a package is called that is built. */
function withArtifacts(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'packages')) return atoms;
  return atoms.map((atom) => (ARTIFACT.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom));
}

const ARTIFACT = /^(?:artifacts?|artefacts?|jars?|wheels?|sdists?|gems?|tarballs?|distributions?)$/i;

/** `go to Go 1.26 in cart`, `its jobs go to the machine labelled big`, `schedule its jobs on it`: another version or a runner, and no environment. */
function withGoing(atoms: readonly Atom[]): readonly Atom[] {
  const isOfRunner = has(atoms, 'runner', 'label') && !has(atoms, 'environment');
  return atoms.map((atom, at) => {
    const isScheduled = isOfRunner && at === 0 && /^schedule$/i.test(atom.words);
    const isGoing = /^(?:go|goes) to$/i.test(atom.words) && (isOfRunner || atoms[at + 1]?.meaning.tag === 'versions');
    return isScheduled || isGoing ? withMeaning(atom, { tag: 'do' }) : atom;
  });
}

/** `people want to install web from npm`: it is published there. */
function withInstalled(atoms: readonly Atom[]): readonly Atom[] {
  const verb = atoms.findIndex(({ words }) => /^install$/i.test(words));
  const [name, from, registry] = atoms.slice(verb + 1).filter(({ words }) => !/^(?:the|our|package)$/i.test(words));
  const isFrom = /^(?:from|off)$/i.test(from?.words ?? '') && registry?.meaning.tag === 'packages';
  const isWished = atoms
    .slice(0, Math.max(verb, 0))
    .some(({ words }) => /^(?:want|want to|should|must|can|able to|need to|has to|have to|let)$/i.test(words));
  const isOther = has(atoms, 'publish', 'remove', 'flaws', 'check', 'image');
  if (verb < 0 || name === undefined || !isName(name) || !isFrom || !isWished || isOther) return atoms;
  return atoms.map((atom, at) => {
    if (at === verb) return withMeaning(atom, { tag: 'publish' });
    return at < verb && /^(?:customers|users|clients)$/i.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom;
  });
}

/** `release the package to PyPI`: not the noun of `on every release`. */
function withReleased(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'packages') || has(atoms, 'publish', 'image', 'deploy')) return atoms;
  return atoms.map((atom, at) => {
    const isVerb = /^(?:release|releases|released|releasing|appear|appears|show up|shows up)$/i.test(atom.words);
    const isOfTag = /^(?:a|an|every|each|the|on|new)$/i.test(atoms[at - 1]?.words ?? '');
    return isVerb && !isOfTag ? withMeaning(atom, { tag: 'publish' }) : atom;
  });
}

/** `the new image of web`: the one that is made. */
function withNew(atoms: readonly Atom[]): readonly Atom[] {
  if (!has(atoms, 'push', 'publish', 'host', 'packages')) return atoms;
  return atoms.map((atom, at) => {
    const isAdjective = /^(?:new|newest|latest|resulting|finished|updated|current)$/i.test(atom.words);
    const next = atoms
      .slice(at + 1, at + 3)
      .some(({ meaning, words }) => meaning.tag === 'image' || /^package$/i.test(words));
    return isAdjective && next ? withMeaning(atom, { tag: 'filler' }) : atom;
  });
}

/** `sign the image and publish it to ghcr.io`: what was named is pushed. */
function withPushedIt(atoms: readonly Atom[]): readonly Atom[] {
  const image = atoms.findIndex(({ meaning }) => meaning.tag === 'image');
  if (image < 0 || has(atoms, 'packages')) return atoms;
  return atoms.map((atom, at) => {
    if (atom.meaning.tag !== 'publish' || at < image) return atom;
    const behind = atoms.slice(at + 1);
    const end = behind.findIndex(({ meaning }) => meaning.tag === 'join');
    const own = end < 0 ? behind : behind.slice(0, end);
    const isIt = own[0]?.meaning.tag === 'pronoun' && has(own, 'host', 'registry-word', 'event', 'branch');
    return isIt ? withMeaning(atom, { tag: 'push' }) : atom;
  });
}

/** `publish it automatically on every tag`: what an event starts needs nobody. */
function withOwnWill(atoms: readonly Atom[]): readonly Atom[] {
  const isStarted = has(atoms, 'event', 'day', 'branch', 'when', 'push', 'publish', 'deploy') || has(atoms, 'pipeline');
  return isStarted
    ? atoms.map((atom) =>
        isSaid(atom) && /^automatic(?:ally)?$/i.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom,
      )
    : atoms;
}

/** `publish the image` pushes it; `publish web to npm` is another wish, whatever stands beside it. */
export function withPushes(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    if (atom.meaning.tag !== 'publish') return atom;
    const after = atoms.slice(at + 1);
    const end = after.findIndex(({ meaning }) => meaning.tag === 'join');
    const part = end < 0 ? after : after.slice(0, end);
    const isImage =
      part.some(({ meaning }) => meaning.tag === 'image') && !part.some(({ meaning }) => meaning.tag === 'packages');
    return isImage ? { ...atom, meaning: { tag: 'push' } } : atom;
  });
}
