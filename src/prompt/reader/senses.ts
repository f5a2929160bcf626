import type { ProjectProfile } from '../../domain/profile.ts';
import type { Selector } from '../../domain/request.ts';
import { has, tagged } from './chunks.ts';
import type { Atom, Meaning } from './meaning.ts';
import { ecosystemsIn } from './selectors.ts';

/** Gives words the meaning that they have only beside others. */
export function withSenses(atoms: readonly Atom[], profile: ProjectProfile): readonly Atom[] {
  return segmentsOf(atoms).flatMap((segment) => withCharts(withLeave(segment), profile));
}

/** What stands between two joints, with the joint before it. */
function segmentsOf(atoms: readonly Atom[]): Atom[][] {
  const segments: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.meaning.tag === 'join') segments.push([atom]);
    else segments.at(-1)?.push(atom);
  }
  return segments;
}

/** `allow manual runs`, `allow web 20 minutes`: what else may be allowed is not said here. */
function withLeave(atoms: readonly Atom[]): readonly Atom[] {
  const isAsked =
    has(atoms, 'minutes') ||
    tagged(atoms, 'event').some(({ meaning }) => meaning.on === 'manual' || meaning.on === 'merge_group');
  return isAsked ? atoms.map((atom) => (LEAVE.test(atom.words) ? as(atom, { tag: 'do' }) : atom)) : atoms;
}

const LEAVE = /^(?:allow|allows|permit|permits)$/i;

/** `lint the Helm chart`, where the repository has charts: code like any other. */
function withCharts(atoms: readonly Atom[], profile: ProjectProfile): readonly Atom[] {
  const isSetting = has(
    atoms,
    'selector',
    'language',
    'path',
    'replicas',
    'scaling',
    'host-word',
    'mesh',
    'quantity',
    'deploy',
  );
  if (isSetting || !has(atoms, 'check') || !ecosystemsIn(profile).includes('helm')) return atoms;
  const chart: Meaning = { tag: 'language', tool: null, ecosystems: ['helm'] };
  const isNamed = has(atoms, 'chart');
  return atoms.map((atom, at) => {
    const isRun = !isNamed && atom.words.toLowerCase() === 'helm' && atoms[at + 1]?.meaning.tag === 'check';
    return atom.meaning.tag === 'chart' || isRun ? as(atom, chart) : atom;
  });
}

/** Puts the names of those that were not named before in the place of `everything else`; leaves it where somebody would be left out. */
export function withRest(sentences: readonly (readonly Atom[])[], profile: ProjectProfile): (readonly Atom[])[] {
  const all = sentences.flat();
  const rest = all.find(({ meaning }) => meaning.tag === 'rest');
  if (!rest) return [...sentences];
  const others = othersThan(all.slice(0, all.indexOf(rest)), profile);
  return sentences.map((sentence) => sentence.flatMap((atom) => (atom === rest ? (others ?? [atom]) : [atom])));
}

function othersThan(before: readonly Atom[], { services, units }: ProjectProfile): Atom[] | null {
  const named = tagged(before, 'selector').flatMap(({ meaning }) => meaning.selectors);
  const isOfServices = named.length > 0 && named.every((one) => 'service' in one) && !has(before, 'language', 'path');
  const isWhole = units.every(({ directory }) => services.some((service) => service.directory === directory));
  const left = services.filter(({ name }) => !named.some((one) => 'service' in one && one.service === name));
  if (!isOfServices || !isWhole || left.length === 0) return null;
  return left.flatMap(({ name }, at): Atom[] => {
    const selectors: readonly Selector[] = [{ service: name }];
    const atom: Atom = { meaning: { tag: 'selector', selectors }, words: name };
    return at === 0 ? [atom] : [{ meaning: { tag: 'join' }, words: 'and' }, atom];
  });
}

function as(atom: Atom, meaning: Meaning): Atom {
  return { ...atom, meaning };
}
