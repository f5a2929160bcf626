import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** What is said of images in other words than `push`, `sign` and `provenance`. */
export function withImageSenses(atoms: readonly Atom[]): readonly Atom[] {
  return withOrigin(withBirth(withTrace(withPulled(withNone(withBuilt(withStarted(withContainers(atoms))))))));
}

/** `publish the ledger container on ghcr.io`: its image is pushed. */
function withContainers(atoms: readonly Atom[]): readonly Atom[] {
  const isPushed = has(atoms, 'publish', 'push') && has(atoms, 'host', 'registry-word') && has(atoms, 'container');
  if (has(atoms, 'extra') && !has(atoms, 'image', 'database')) return withEach(atoms);
  if (!isPushed || has(atoms, 'image', 'packages', 'database', 'check', 'deploy')) return atoms;
  return atoms.map((atom) => {
    if (/^containers?$/i.test(atom.words)) return withMeaning(atom, { tag: 'image' });
    return atom.meaning.tag === 'publish' ? withMeaning(atom, { tag: 'push' }) : atom;
  });
}

/** `an SBOM for each container that we hand out`: an image is what has one, and that it is given away says nothing more. */
function withEach(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ meaning, words }) => meaning.tag === 'container' && /^containers?$/i.test(words));
  const every = atoms[at - 1];
  if (at < 0 || every?.meaning.tag !== 'every') return atoms;
  const image: Atom = { meaning: { tag: 'image' }, words: `${every.words} ${atoms[at]?.words}` };
  const behind = atoms.slice(at + 1);
  const isGiven = GIVEN.test(behind.map(({ words }) => words).join(' '));
  return [...atoms.slice(0, at - 1), image, ...(isGiven ? [] : behind)];
}

const GIVEN = /^(?:that )?(?:we|you) (?:hand out|ship|deliver|give away|release|publish|build|make)$/i;

/** `build the container of ledger`: its image; `build it in a container` is something else. */
function withBuilt(atoms: readonly Atom[]): readonly Atom[] {
  const checks = tagged(atoms, 'check');
  const isBuild = checks.length > 0 && checks.every(({ meaning }) => meaning.check === 'build' && !meaning.isNoun);
  if (!isBuild || has(atoms, 'database', 'image')) return atoms;
  return atoms.map((atom, at) => {
    const before = atoms.slice(0, at).findLast(({ words }) => !/^(?:a|an|the|our|its|own)$/i.test(words));
    const isPlace = /^(?:in|inside|within|from|into|with)$/i.test(before?.words ?? '');
    return /^containers?$/i.test(atom.words) && !isPlace ? withMeaning(atom, { tag: 'image' }) : atom;
  });
}

/** `no image without a signature`: each with one. */
function withNone(atoms: readonly Atom[]): readonly Atom[] {
  const [no, image, without, ...extras] = atoms.filter(isSaid);
  const isNone =
    /^no$/i.test(no?.words ?? '') && image?.meaning.tag === 'image' && /^without$/i.test(without?.words ?? '');
  if (
    /^no$/i.test(no?.words ?? '') &&
    image?.meaning.tag === 'image' &&
    without?.meaning.tag === 'flaws' &&
    extras.length === 0
  )
    return atoms.flatMap((atom) => (atom === no ? [] : atom === image ? [{ ...atom, words: 'all images' }] : [atom]));
  const isOfExtras =
    extras.length > 0 && extras.every(({ meaning }) => meaning.tag === 'extra' || meaning.tag === 'join');
  if (!isNone || !isOfExtras) return atoms;
  return atoms.flatMap((atom) =>
    atom === no || atom === without ? [] : atom === image ? [{ ...atom, words: 'all images' }] : [atom],
  );
}

/** `whoever pulls one of our images`: that images are pulled says nothing of how they are made. */
function withPulled(atoms: readonly Atom[]): readonly Atom[] {
  const who = atoms.findIndex(({ words }) =>
    /^(?:whoever|who|anyone|anybody|people|users|customers|everyone|everybody|consumers)$/i.test(words),
  );
  const pull = atoms.findIndex(({ words }, at) => at > who && /^(?:pulls?|downloads?|runs?|uses?)$/i.test(words));
  const isBetween = atoms
    .slice(who, pull)
    .every(({ words }) =>
      /^(?:whoever|who|anyone|anybody|people|users|customers|everyone|everybody|consumers)$/i.test(words),
    );
  if (
    who < 0 ||
    pull < 0 ||
    !isBetween ||
    !has(atoms.slice(pull), 'image', 'container') ||
    !has(atoms, 'extra', 'unknown')
  )
    return atoms;
  return atoms.map((atom, at) =>
    (at >= who && at <= pull) || /^one of$/i.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom,
  );
}

const BORN =
  /^(?:(?:proof of|evidence of|evidence|proof) )?(?:where|(?:from|by|in|of) (?:which|what) (?:commit|source|workflow|run|workflow run|build|sources))$/i;

const ASKING =
  /^(?:please|show|prove|wants?|needs?|want to know|wants to know|need to know|needs to know|record|document)$/i;
const MADE =
  /^(?:(?:is|are|was|were|has been|have been) (?:built|made|produced|created)|comes? from|came from|originates?)(?: from)?$/i;

/** `the auditors want proof of where each image was built`: that is what provenance says. */
function withBirth(atoms: readonly Atom[]): readonly Atom[] {
  const image = atoms.findIndex(({ meaning }) => meaning.tag === 'image' || meaning.tag === 'container');
  const verb = atoms
    .slice(0, Math.max(image, 0))
    .findLastIndex(
      ({ words }, at) =>
        ASKING.test(words) ||
        (/^(?:know|see|tell|find out)$/i.test(words) && atoms.slice(0, at).some((atom) => ABLE.test(atom.words))),
    );
  const lead = atoms.slice(verb + 1, Math.max(image, 0));
  const begin = lead.findIndex(
    ({ words, meaning }) =>
      /^(?:the|our|each|every|an?|all)$/i.test(words) || /^(?:selector|language|every)$/.test(meaning.tag),
  );
  const [what, whose] = begin < 0 ? [lead, []] : [lead.slice(0, begin), lead.slice(begin)];
  // `the image of web`.
  const isOf = /^of$/i.test(atoms[image + 1]?.words ?? '') && atoms.slice(image + 2, image + 3).some(isName);
  const end = isOf ? image + 3 : image + 1;
  const behind = atoms.slice(end);
  const noun = atoms[image];
  const isOther = has(atoms, 'extra', 'remove', 'push', 'flaws');
  if (!noun || verb < 0 || !BORN.test(textOf(what)) || !MADE.test(textOf(behind)) || isOther) return atoms;
  return [
    ...atoms.slice(0, verb),
    { meaning: { tag: 'do' }, words: 'need' },
    { meaning: { tag: 'extra', extra: 'provenance' }, words: textOf(what) },
    ...whose,
    withMeaning(noun, { tag: 'image' }),
    ...atoms.slice(image + 1, end),
  ];
}

/** `trace it back to the commit that it was built from`: that is what provenance says. */
function withTrace(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => /^(?:trace|traced|traceable|track|tracked)$/i.test(words));
  if (at < 0 || !has(atoms.slice(0, at), 'image', 'container')) return atoms;
  const behind = atoms.slice(at + 1);
  const isToSource = behind.some(({ words }) =>
    /^(?:commit|commits|source|sources|build|workflow|workflow run)$/i.test(words),
  );
  const others = behind.filter(
    (atom) => isSaid(atom) && !/^(?:unknown|pipeline|touching|after)$/.test(atom.meaning.tag),
  );
  const isPlain = others.every(({ meaning }) => meaning.tag === 'check' && meaning.check === 'build');
  if (!isToSource || !isPlain || tagged(behind, 'unknown').some(({ words }) => !TRACED.test(words))) return atoms;
  const trace: Atom = {
    meaning: { tag: 'extra', extra: 'provenance' },
    words: atoms
      .slice(at)
      .map(({ words }) => words)
      .join(' '),
  };
  return [
    ...atoms
      .slice(0, at)
      .map((atom) => (atom.meaning.tag === 'container' ? withMeaning(atom, { tag: 'image' }) : atom)),
    trace,
  ];
}

const TRACED = /^(?:back|exact|exactly|precise|commit|commits|came|come|comes|made|produced|where|what|down)$/i;

/** `the web container should start on arm64`: for what its image is built. */
function withStarted(atoms: readonly Atom[]): readonly Atom[] {
  const isStarted =
    has(atoms, 'platform') &&
    atoms.some(({ words }) => /^(?:run|start)$/i.test(words)) &&
    !has(atoms, 'image', 'database', 'check', 'tool', 'runner', 'label', 'remove');
  return isStarted
    ? atoms.map((atom) => (/^containers?$/i.test(atom.words) ? withMeaning(atom, { tag: 'image' }) : atom))
    : atoms;
}

const PROVEN = /^(?:verify|check|prove|tell|confirm|see|know|be sure|validate)(?: that)?$/i;
const ABLE = /^(?:must|should|can|want|want to|wants to|able to|need to|needs to|has to|have to|let|make sure|lets)$/i;
const FROM_US =
  /^(?:is|are|was|were)? ?(?:ours|genuine|authentic|untampered|unaltered)$|^comes? from (?:us|our (?:ci|pipeline|build|builds|repository|team)|this (?:repository|pipeline))$/i;

/** `users must be able to verify that the image is really ours`, `prove that our images come from us`: a signature says so. */
function withOrigin(atoms: readonly Atom[]): readonly Atom[] {
  const verb = atoms.findIndex(({ words }) => PROVEN.test(words));
  const image = atoms.findIndex(({ meaning }, at) => at > verb && /^(?:image|container)$/.test(meaning.tag));
  const joint = atoms.findIndex(({ meaning }, at) => at > image && meaning.tag === 'join');
  const end = joint < 0 ? atoms.length : joint;
  const behind = atoms.slice(image + 1, end);
  const begin = behind.findIndex(({ words }) => /^(?:is|are|was|were|comes?|ours|genuine|authentic)$/i.test(words));
  const claim = behind
    .slice(Math.max(begin, 0))
    .filter(({ words }) => !/^(?:really|indeed|truly|actually)$/i.test(words));
  const lead = atoms.slice(0, Math.max(verb, 0));
  const isWished = lead.some(({ words }) => ABLE.test(words)) || !lead.some((atom) => isSaid(atom));
  const isOther = has(atoms.slice(verb, end), 'remove', 'push', 'scan', 'check', 'flaws', 'database');
  if (verb < 0 || image < 0 || begin < 0 || !isWished || isOther) return atoms;
  if (!FROM_US.test(claim.map(({ words }) => words).join(' '))) return atoms;
  const sign: readonly Atom[] = has(atoms, 'extra')
    ? []
    : [{ meaning: { tag: 'extra', extra: 'sign' }, words: 'sign' }];
  const own = atoms.slice(verb + 1, image + 1 + begin);
  return [
    ...lead.filter(({ words }) => !/^(?:consumers|customers|users|clients)$/i.test(words)),
    ...sign,
    ...own.map((atom) => (atom.meaning.tag === 'container' ? withMeaning(atom, { tag: 'image' }) : atom)),
    ...atoms.slice(end),
  ];
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ words }) => words).join(' ');
}
