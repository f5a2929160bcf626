import type { System } from '../../domain/matrix.ts';
import { has } from './chunks.ts';
import type { Atom } from './meaning.ts';

const HOSTED = /^(ubuntu|windows|macos)-latest$/i;
const SYSTEMS: Readonly<Record<string, System>> = { ubuntu: 'linux', windows: 'windows', macos: 'macos' };

/** `ubuntu-latest` and `windows-latest` are systems, as GitHub calls their usual runners; where runners or other labels are spoken of they are labels. */
export function withSystems(atoms: readonly Atom[]): readonly Atom[] {
  const isOfRunners =
    has(atoms, 'runner', 'label-word') ||
    atoms.some((atom) => atom.meaning.tag === 'label' && !HOSTED.test(atom.words));
  return isOfRunners ? atoms : atoms.map(asSystem);
}

function asSystem(atom: Atom): Atom {
  const system = SYSTEMS[HOSTED.exec(atom.words)?.[1]?.toLowerCase() ?? ''];
  return atom.meaning.tag === 'label' && system ? { ...atom, meaning: { tag: 'system', system } } : atom;
}
