import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, FILLER, withMeaning } from '../meaning.ts';

/** Where something comes to, in other words than `deploy` and `reachable`. */
export function withArrivals(atoms: readonly Atom[]): readonly Atom[] {
  return withAddress(withTaken(withBrought(withPickedUp(withArriving(atoms)))));
}

const ARRIVING = /^(?:(?:turn|show|end) up|arrive|appear|land|go live|be live)$/i;
const MODAL = /^(?:should|must|shall|has to|have to|needs to|need to|ought to|will)$/i;
const OTHER = [
  'deploy',
  'image',
  'container',
  'packages',
  'host',
  'push',
  'publish',
  'remove',
  'gate',
  'check',
] as const;

/** `web should turn up in staging`: it is deployed there. */
function withArriving(atoms: readonly Atom[]): readonly Atom[] {
  const stage = atoms.findIndex(({ meaning }) => meaning.tag === 'environment');
  const place = /^(?:the|our)$/i.test(atoms[stage - 1]?.words ?? '') ? stage - 2 : stage - 1;
  const isPlace = /^(?:in|on|to|into)$/i.test(atoms[place]?.words ?? '');
  if (stage < 0 || !isPlace || has(atoms, ...OTHER)) return atoms;
  for (const length of [1, 2]) {
    const from = place - length;
    const verb = textOf(atoms.slice(Math.max(from, 0), place));
    if (from > 0 && ARRIVING.test(verb) && MODAL.test(atoms[from - 1]?.words ?? ''))
      return [...atoms.slice(0, from), { meaning: { tag: 'deploy' }, words: verb }, ...atoms.slice(place)];
  }
  return atoms;
}

/** `Argo CD should pick up every merge to main and bring web to staging`: when it does. */
function withPickedUp(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^(?:pick|pick up|watch|follow|track|notice|see|take|react to|listen to|look at)$/i.test(words) &&
      MODAL.test(atoms[index - 1]?.words ?? '') &&
      has(atoms.slice(0, index), 'through'),
  );
  const joint = atoms.findIndex(({ meaning }, index) => index > at && meaning.tag === 'join');
  const moment = atoms.slice(at + 1, joint);
  const modal = atoms[at - 1];
  const isMoment =
    has(moment, 'merge', 'event', 'branch') &&
    moment.every((atom) => !isSaid(atom) || /^(?:merge|event|branch|every|when)$/.test(atom.meaning.tag));
  const behind = atoms.slice(joint + 1);
  if (at < 1 || joint < 0 || !isMoment || !modal || !has(behind, 'environment')) return atoms;
  return [
    ...atoms.slice(0, at),
    ...behind,
    { meaning: FILLER, words: 'on' },
    ...moment.filter(({ words }) => !/^up$/i.test(words)),
  ];
}

/** `Argo CD should take cart to production`: what has to bring it there deploys it; without a `should` it is told. */
function withBrought(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      /^(?:take|bring|carry|get|put|roll|upgrade|update|sync|install|release|refresh|move)$/i.test(words) &&
      MODAL.test(atoms[index - 1]?.words ?? '') &&
      atoms.slice(0, index).some(({ meaning }) => meaning.tag === 'through'),
  );
  const [name, to] = [atoms[at + 1], atoms[at + 2]];
  const isMoved = name !== undefined && isName(name) && /^(?:to|into|onto|in|on)$/i.test(to?.words ?? '');
  const stage = /^(?:the|our)$/i.test(atoms[at + 3]?.words ?? '') ? at + 4 : at + 3;
  const isStage = has(atoms.slice(stage, stage + 1), 'environment');
  if (at < 0 || !isMoved || !isStage || has(atoms, ...OTHER)) return atoms;
  return atoms.map((atom, index) => (index === at ? withMeaning(atom, { tag: 'deploy' }) : atom));
}

/** `get web onto staging after each merge`: who wishes it deploys it. */
function withTaken(atoms: readonly Atom[]): readonly Atom[] {
  const first = atoms.findIndex(
    (atom) => isSaid(atom) || atom.meaning.tag === 'do' || /^(?:get|take)$/i.test(atom.words),
  );
  const [name, to] = [atoms[first + 1], atoms[first + 2]];
  const isVerb = /^(?:get|bring|put|take)$/i.test(atoms[first]?.words ?? '');
  const stage = /^(?:the|our)$/i.test(atoms[first + 3]?.words ?? '') ? first + 4 : first + 3;
  const isMoved = name !== undefined && isName(name) && /^(?:to|into|onto|on)$/i.test(to?.words ?? '');
  const isOther = has(
    atoms.filter((atom) => atom !== to),
    ...OTHER,
  );
  if (!isVerb || !isMoved || !has(atoms.slice(stage, stage + 1), 'environment') || isOther) return atoms;
  return atoms.map((atom, at) => {
    if (at === first) return withMeaning(atom, { tag: 'deploy' });
    return atom === to ? withMeaning(atom, FILLER) : atom;
  });
}

const SEEN = /^(?:find|found|reach|reached|visit|see|seen|open|live|lives|visible|accessible|online|answer|answers)$/i;
const PUBLIC = /^(?:whole|entire|outside|world|public|internet|customers|users|visitors)$/i;

/** `the world should find web under shop.example.com`: its host. */
function withAddress(atoms: readonly Atom[]): readonly Atom[] {
  const [host, ...more] = tagged(atoms, 'host');
  const at = host === undefined ? -1 : atoms.indexOf(host);
  const verb = atoms.findIndex(({ words }, index) => index < at && SEEN.test(words));
  const between = atoms.slice(verb + 1, at);
  const isPlace = /^(?:under|at|on|via)$/i.test(between.at(-1)?.words ?? '');
  const isPlain = between.slice(0, -1).every((atom) => isName(atom) || atom.meaning.tag === 'filler');
  const isWished = atoms.slice(0, Math.max(verb, 0)).some(({ words }) => MODAL.test(words));
  const isOther =
    more.length > 0 ||
    has(atoms, 'registry-word', 'host-word', 'environment', ...OTHER.slice(1).filter((tag) => tag !== 'host'));
  if (verb < 0 || !isPlace || !isPlain || !isWished || isOther) return atoms;
  return atoms.map((atom, index) => {
    if (index === verb) return withMeaning(atom, { tag: 'host-word' });
    return index === at - 1 || (index < verb && PUBLIC.test(atom.words)) ? withMeaning(atom, FILLER) : atom;
  });
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ words }) => words).join(' ');
}
