import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import { type Atom, FILLER, type Tag, withMeaning } from '../meaning.ts';

const MODAL = /^(?:should|must|shall|has to|have to|needs to|need to|ought to|will)$/i;

/** What comes to an environment said by the moment at which it does, and by what cares for it. */
export function withStages(atoms: readonly Atom[]): readonly Atom[] {
  return has(atoms, 'environment') ? withBeing(withMoment(withCare(atoms))) : atoms;
}

const CARE =
  /^(?:(?:should|must|shall|will|can|to) )?(?:takes? care of|looks? after|handles?|does|do|is responsible for|is in charge of) (?:it|that|this|them|so|the (?:work|rest|rollout|deployment|job))$/i;

/** `Argo CD takes care of it`, `with Argo CD to handle that`: through what, and no more. */
function withCare(atoms: readonly Atom[]): readonly Atom[] {
  const through = atoms.findIndex(({ meaning }) => meaning.tag === 'through');
  const joint = atoms.findIndex(({ meaning }, at) => at > through && meaning.tag === 'join');
  const end = joint < 0 ? atoms.length : joint;
  if (through < 0) return atoms;
  const last = atoms
    .slice(0, end)
    .findLastIndex(({ meaning }, at) => at > through && !/^(?:event|branch)$/.test(meaning.tag));
  for (let to = last + 1; to > through + 1; to -= 1) {
    const words = atoms.slice(through + 1, to).map((atom) => atom.words);
    if (CARE.test(words.join(' '))) return [...atoms.slice(0, through + 1), ...atoms.slice(to)];
  }
  return atoms;
}

const WHATEVER = /^(?:whatever|what|everything|anything|all)$/i;
const MOMENT: readonly Tag[] = ['merge', 'event', 'branch', 'every'];

/** `whatever lands on main should be in staging`, `every tag of web goes to production`: when, said as what. */
function withMoment(atoms: readonly Atom[]): readonly Atom[] {
  const end = atoms.findIndex(({ words, meaning }) => MODAL.test(words) || /^(?:deploy|join)$/.test(meaning.tag));
  const stage = atoms.findIndex(({ meaning }) => meaning.tag === 'environment');
  const lead = atoms.slice(0, Math.max(end, 0));
  const moment = lead.filter(({ meaning }) => MOMENT.includes(meaning.tag));
  const isOfMoment =
    has(moment, 'merge', 'event') &&
    moment.every(({ meaning }) => meaning.tag !== 'event' || meaning.on === 'tag') &&
    (WHATEVER.test(lead[0]?.words ?? '') || has(lead.slice(0, 1), ...MOMENT));
  const isPlain = lead.every((atom, at) => !isSaid(atom) || moment.includes(atom) || isName(atom) || at === 0);
  // `on tags deploy web to staging and production` says when, and of both.
  const isSubject =
    atoms[end]?.meaning.tag !== 'join' &&
    stage > end &&
    end > 0 &&
    !/^(?:on|with|for|after|when)\b/i.test(lead[0]?.words ?? '');
  if (!isOfMoment || !isPlain || !isSubject || tagged(atoms, 'environment').length > 1) return atoms;
  const others = [...lead.slice(1), ...atoms.slice(end)].some(isName);
  const names = lead.filter((atom, at) => isName(atom) && (at > 0 || !others));
  return [
    ...names,
    ...atoms.slice(end, stage + 1),
    { meaning: { tag: 'when' }, words: 'when' },
    ...moment,
    ...atoms.slice(stage + 1),
  ];
}

/** `web should be running in staging after every merge`: it is deployed there. */
function withBeing(atoms: readonly Atom[]): readonly Atom[] {
  const stage = atoms.findIndex(({ meaning }) => meaning.tag === 'environment');
  const place = /^(?:the|our)$/i.test(atoms[stage - 1]?.words ?? '') ? stage - 2 : stage - 1;
  const begin = atoms.findIndex(({ words }) => MODAL.test(words));
  const verb = atoms.slice(begin + 1, Math.max(place, 0)).map(({ words }) => words);
  const isThere = /^be(?: (?:running|run|up|live|available|up and running))?$/i.test(verb.join(' '));
  const isPlace = /^(?:in|on)$/i.test(atoms[place]?.words ?? '');
  const isMoved =
    has(atoms, 'through', 'merge', 'event') &&
    !has(atoms, 'deploy', 'remove', 'gate', 'check', 'image', 'push', 'publish');
  if (begin < 0 || !isThere || !isPlace || !isMoved) return atoms;
  return [
    ...atoms.slice(0, begin),
    { meaning: { tag: 'deploy' }, words: 'deployed' },
    ...atoms.slice(place).map((atom, at) => (at === 0 ? withMeaning(atom, FILLER) : atom)),
  ];
}
