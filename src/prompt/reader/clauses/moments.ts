import type { Selector } from '../../../domain/request.ts';
import type { Atom, Tag } from '../meaning.ts';
import { type Chunk, has, isSaid, tagged } from './chunks.ts';
import { atomsOf, type Open } from './clause.ts';

/** `on tags, publish web to npm and recommender to PyPI`: what a sentence says first of when is for all that it delivers. */
export function withLeads(clauses: readonly Open[], chunks: readonly Chunk[]): Open[] {
  return clauses.map((clause) => {
    const lead = chunks.find(({ sentence }) => sentence === clause.sentence);
    const atoms = atomsOf(clause);
    const isOpen = has(atoms, 'publish', 'deploy', 'push') && !has(atoms, 'event', 'branch', 'remove');
    const isOwn = lead !== undefined && clause.parts.some((part) => part.atoms === lead.atoms);
    if (!lead || isOwn || !isOpen || !isMoment(lead.atoms)) return clause;
    return { ...clause, parts: [{ atoms: lead.atoms, isNegated: false, isChoice: false }, ...clause.parts] };
  });
}

const WHEN: readonly Tag[] = ['event', 'branch', 'branch-word', 'when', 'after', 'every', 'merge', 'touching'];

function isMoment(atoms: readonly Atom[]): boolean {
  return (
    has(atoms, 'event', 'branch', 'merge') && atoms.filter(isSaid).every(({ meaning }) => WHEN.includes(meaning.tag))
  );
}

/** `publish web to npm and recommender to PyPI on tags`: a package is published by a tag in any case, so the tag is said of both. */
export function withSharedTag(last: Open, { atoms }: Chunk): Open {
  const tags = tagged(atoms, 'event').filter(({ meaning }) => meaning.on === 'tag');
  const isShared =
    has(atoms, 'packages') && has(atomsOf(last), 'packages') && tags.length > 0 && !has(atomsOf(last), 'event');
  return isShared ? { ...last, parts: [...last.parts, { atoms: tags, isNegated: false, isChoice: false }] } : last;
}

/** `lint web, format cart and give them 10 minutes`: whether `them` is all that was named, or what was named last, nobody can tell. */
export function isOfMany({ atoms, sentence }: Chunk, before: readonly Open[]): boolean {
  const isPlural =
    atoms.some(({ words }) => /^(?:them|they|these|those)$/i.test(words)) &&
    !has(atoms, 'selector', 'language', 'path');
  const near = before.filter((clause) => sentence - clause.sentence <= before.length);
  const named = near.map(({ selectors }) => keyOf(selectors)).filter((key) => key !== '[]');
  return isPlural && !has(near.flatMap(atomsOf), 'image', 'container') && new Set(named).size > 1;
}

/** `build the image of web, test cart, and sign it`, `… Test cart. Sign it.`: the image that was named, or that of whom was named last. */
export function isOfEitherImage({ atoms, sentence }: Chunk, before: readonly Open[]): boolean {
  const [first, last] = before.slice(-2);
  // `build the image of web. Lint cart and sign it`: of what the sentence names.
  const isNear = last?.sentence !== sentence || first?.sentence === sentence;
  const isBuilt = tagged(first ? atomsOf(first) : [], 'check').every(({ meaning }) => meaning.check === 'build');
  const isDone = has(atoms, 'push', 'extra', 'scan') || (isBuilt && has(atoms, 'deploy'));
  const isDelivered = isNear && isDone && atoms.some(({ words }) => /^it$/i.test(words));
  const isPlain = !has(atoms, 'selector', 'language', 'path', 'image', 'container', 'dependencies');
  return (
    first !== undefined &&
    last !== undefined &&
    isDelivered &&
    isPlain &&
    has(atomsOf(first), 'image') &&
    !has(atomsOf(last), 'image') &&
    keyOf(first.selectors) !== keyOf(last.selectors)
  );
}

function keyOf(selectors: readonly Selector[]): string {
  return JSON.stringify(selectors);
}
