import type { System } from '../../../domain/matrix.ts';
import type { Atom } from '../meaning.ts';
import { has } from './chunks.ts';

const HOSTED = /^(ubuntu|windows|macos)-latest$/i;
const SYSTEMS: Readonly<Record<string, System>> = { ubuntu: 'linux', windows: 'windows', macos: 'macos' };

/** `ubuntu-latest` and `windows-latest` are systems, as GitHub calls their usual runners; where runners or other labels are spoken of they are labels. */
export function withSystems(all: readonly Atom[]): readonly Atom[] {
  const atoms = withListed(all);
  const isOfRunners =
    has(atoms, 'runner', 'label-word') ||
    atoms.some((atom) => atom.meaning.tag === 'label' && !HOSTED.test(atom.words));
  return isOfRunners ? atoms : atoms.map(asSystem);
}

function asSystem(atom: Atom): Atom {
  const system = SYSTEMS[HOSTED.exec(atom.words)?.[1]?.toLowerCase() ?? ''];
  return atom.meaning.tag === 'label' && system ? { ...atom, meaning: { tag: 'system', system } } : atom;
}

/** `self-hosted, linux, big-mem`, `(self-hosted, rack2)`: what stands by itself in a list behind a label, and is written like one, is one more. */
function withListed(atoms: readonly Atom[]): readonly Atom[] {
  const read: Atom[] = [];
  for (const [at, atom] of atoms.entries()) {
    const [joint, before] = [read.at(-1), read.at(-2)];
    const isBehind =
      joint?.meaning.tag === 'join' && before !== undefined && /^(?:label|system|platform)$/.test(before.meaning.tag);
    const next = atoms[at + 1];
    const isAlone = next === undefined || next.meaning.tag === 'join' || /^[)\]]$/.test(next.words);
    const label = LABEL.exec(atom.words)?.[0].toLowerCase();
    const isListed = isBehind && isAlone && has(read, 'label') && label !== undefined;
    if (isListed && atom.meaning.tag === 'unknown') read.push({ ...atom, meaning: { tag: 'label', label } });
    // `self-hosted, node-22` may be a label, or a version.
    else if (isListed && /^(?:versions|database)$/.test(atom.meaning.tag))
      read.push({ ...atom, meaning: { tag: 'unknown' } });
    else read.push(atom);
  }
  return read;
}

/** With a digit or a dash, which no word of a sentence has. */
const LABEL = /^(?=[a-z0-9.-]*[0-9-])[a-z][a-z0-9.-]{1,59}$/i;
