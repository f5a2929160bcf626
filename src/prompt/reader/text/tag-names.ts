import { type Atom, FILLER } from '../meaning.ts';

/** A version beside a tag is the name of one, or a part of it, and no version of a tool: `tags like v1.2.3`, `version 1.2 tags`. */
export function withTagNames(atoms: readonly Atom[]): readonly Atom[] {
  const read: Atom[] = [];
  let at = 0;
  while (at < atoms.length) {
    const found = namesBefore(atoms, at) ?? namesBehind(atoms, at);
    const atom = atoms[at];
    if (found) read.push(...found.atoms);
    else if (atom) read.push(atom);
    at = found?.end ?? at + 1;
  }
  return withoutPushed(read);
}

/** `a tag v2.* is pushed`: that it is pushed says nothing more. */
function withoutPushed(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const [name, verb] = [atoms[at - 2], atoms[at - 1]];
    const isName = name !== undefined && /^(?:tag-name|path)$/.test(name.meaning.tag) && atoms.slice(0, at).some(isTag);
    const isPushed = /^pushed$/i.test(atom.words) && /^(?:is|are|gets|get)$/i.test(verb?.words ?? '');
    return isName && isPushed ? { ...atom, meaning: FILLER } : atom;
  });
}

interface Found {
  readonly atoms: readonly Atom[];
  readonly end: number;
}

/** `version 1.2 tags`, `v1.2.3 tags`. */
function namesBefore(atoms: readonly Atom[], at: number): Found | null {
  const begin = atoms[at]?.meaning.tag === 'version-word' ? at + 1 : at;
  const name = nameOf(atoms[begin]);
  const tags = atoms[begin + 1];
  if (name === null || !tags || !isTag(tags)) return null;
  const whole = atoms.slice(at, begin + 2).map(({ words }) => words);
  return { atoms: [{ meaning: { tag: 'tag-name', name, isBefore: true }, words: whole.join(' ') }], end: begin + 2 };
}

/** `tags like v1.2.3 and v2.0.0`. */
function namesBehind(atoms: readonly Atom[], at: number): Found | null {
  const tags = atoms[at];
  if (!tags || !isTag(tags)) return null;
  const read: Atom[] = [tags];
  let end = at + 1;
  for (;;) {
    let next = end;
    while (isBetween(atoms[next], read.length > 1)) next += 1;
    const name = nameOf(atoms[next]);
    if (name === null) break;
    const words = atoms.slice(end, next + 1);
    const joints = words.filter(({ meaning }) => meaning.tag === 'join');
    const said = words.filter(({ meaning }) => meaning.tag !== 'join').map((atom) => atom.words);
    read.push(...joints, named(name, said.join(' ')));
    end = next + 1;
  }
  return read.length > 1 ? { atoms: read, end } : null;
}

function isTag({ meaning, words }: Atom): boolean {
  return meaning.tag === 'event' && meaning.on === 'tag' && /\btags?$/i.test(words);
}

function isBetween(atom: Atom | undefined, isList: boolean): boolean {
  if (!atom) return false;
  return (
    (isList && atom.meaning.tag === 'join') ||
    /^(?:like|named|called|such|as|the|of|form|version|versions)$/i.test(atom.words)
  );
}

/** What is written of a version, with its `v`. */
function nameOf(atom: Atom | undefined): string | null {
  const isVersion = atom?.meaning.tag === 'versions' && atom.meaning.tool === null;
  return atom && (isVersion || /^v\d{1,9}$/i.test(atom.words)) ? atom.words : null;
}

/** `v1.2.x` is a pattern; `v1.2.3` may be one name, or stand for others. */
function named(name: string, words: string): Atom {
  return /\.x$/i.test(name)
    ? { meaning: { tag: 'path', path: `${name.slice(0, -1)}*` }, words }
    : { meaning: { tag: 'tag-name', name, isBefore: false }, words };
}
