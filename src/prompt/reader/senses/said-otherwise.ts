import { has, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** `one of our dependencies has a CVE`, `when one of the npm packages has a hole`: whichever of them it is. */
export function withAlarm(atoms: readonly Atom[]): readonly Atom[] {
  const isOfFlaws = has(atoms, 'flaws') && has(atoms, 'dependencies', 'packages', 'image', 'container');
  if (!isOfFlaws) return atoms;
  return atoms.map((atom) => (/^one of$/i.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom));
}

/** `when traffic hits web hard, let it grow from two to ten pods … and shrink again`: how a load comes and goes says nothing more of how far a service is scaled. */
export function withLoad(atoms: readonly Atom[]): readonly Atom[] {
  const isScaled = has(atoms, 'scaling') && has(atoms, 'percent') && has(atoms, 'cpu') && has(atoms, 'replicas');
  if (!isScaled) return atoms;
  const [first] = tagged(atoms, 'scaling');
  return atoms
    .filter((atom) => !/^(?:shrink|shrinks|back down|down again|is|are)$/i.test(atom.words))
    .map((atom) => (atom !== first && LOAD.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom));
}

const LOAD =
  /^(?:when|whenever|if|once|as soon as|after|afterwards|traffic|load|hits?|rises?|peaks?|spikes?|grows|busy|hard|heavy|heavily|high|gets|about|around|roughly|again|back|down|demand|customers|up|up to|reach|reaches|exceed|exceeds|above|over|use|usage|of)$/i;

/** `run for every pull request`; `pull requests that go into main`, where no gate makes of it what is merged. */
export function withTarget(atoms: readonly Atom[]): readonly Atom[] {
  return withAim(withBuilds(atoms));
}

/** `trigger builds on pushes`: runs of the pipeline, and no check. */
function withBuilds(atoms: readonly Atom[]): readonly Atom[] {
  const isOfAll = has(atoms, 'event', 'day') && !has(atoms, 'selector', 'language', 'path', 'tool', 'image');
  if (!isOfAll) return atoms;
  return atoms.map((atom, at) => {
    const verb = atoms.slice(0, at).findLast(({ words }) => !/^(?:a|the|our|all|new)$/i.test(words));
    const isStarted =
      /^(?:trigger|triggering|start|starting|launch|kick off|fire off|begin)$/i.test(verb?.words ?? '') ||
      /^(?:nightly|daily|weekly|hourly)$/i.test(atoms[at - 1]?.words ?? '');
    return isStarted && /^builds?$/i.test(atom.words) ? withMeaning(atom, { tag: 'pipeline' }) : atom;
  });
}

function withAim(atoms: readonly Atom[]): readonly Atom[] {
  if (
    has(atoms, 'event', 'tool') &&
    !has(atoms, 'minutes', 'unit') &&
    atoms.some(({ words }) => /^run for$/i.test(words))
  )
    return atoms.map((atom) => (/^run for$/i.test(atom.words) ? withMeaning(atom, { tag: 'do' }) : atom));
  return isOfTarget(atoms)
    ? atoms.map((atom) => (TARGET.test(atom.words) ? withMeaning(atom, { tag: 'filler' }) : atom))
    : atoms;
}

const TARGET = /^(?:targets?|targeting|opened|raised|made|created|submitted|aimed|directed|headed|going|go|goes)$/i;

/** `a pull request that targets develop`, `pull requests opened against main`. */
function isOfTarget(atoms: readonly Atom[]): boolean {
  const request = atoms.findIndex(({ meaning }) => meaning.tag === 'event' && meaning.on === 'pull_request');
  const branch = atoms.findIndex(({ meaning }, at) => at > request && meaning.tag === 'branch');
  const between = atoms.slice(request + 1, branch);
  return (
    request >= 0 &&
    branch > 0 &&
    between.some(({ words }) => TARGET.test(words)) &&
    between.every((atom) => !isSaid(atom) || TARGET.test(atom.words))
  );
}

/** `the run on the pull request is plenty`, `twice a day is enough`: that run stays, or comes. */
export function withSpareRuns(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(({ words }) => /^(?:plenty|enough|sufficient)$/i.test(words));
  const own = atoms.slice(
    atoms.slice(0, Math.max(at, 0)).findLastIndex(({ meaning }) => meaning.tag === 'join') + 1,
    at,
  );
  const isSaidOfEvents =
    at > 0 &&
    has(own, 'event', 'day') &&
    /^(?:is|are)$/i.test(atoms[at - 1]?.words ?? '') &&
    !has(own, 'remove') &&
    !has(atoms, 'check', 'tool', 'only', 'except');
  if (!isSaidOfEvents) return atoms;
  return atoms.flatMap((atom, index) =>
    index === at ? [withMeaning(atom, { tag: 'do' })] : index === at - 1 ? [] : [atom],
  );
}
