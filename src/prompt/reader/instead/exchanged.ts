import { isSaid } from '../clauses/chunks.ts';
import type { Atom, Meaning, Tag } from '../meaning.ts';

const USE: Atom = { meaning: { tag: 'do' }, words: 'use' };
const INSTEAD: Atom = { meaning: { tag: 'limit' }, words: 'instead of' };

/**
 * One thing in the place of another, in the order in which `spotbugs instead of checkstyle` says it: `swap checkstyle for spotbugs`, `replace biome with
 * eslint`, `switch web from biome to eslint`, `instead of biome, lint web with eslint`. All else stays as it is.
 */
export function withExchanged(atoms: readonly Atom[]): readonly Atom[] {
  return exchanged(atoms) ?? switched(atoms) ?? ledBy(atoms) ?? atoms;
}

/** `replace postgres 15 by 17 in ledger`. */
function exchanged(atoms: readonly Atom[]): readonly Atom[] | null {
  const verb = atoms.findIndex(({ words }) => /^(?:replace|swap|exchange)$/i.test(words));
  const old = valueAt(atoms, /^out$/i.test(atoms[verb + 1]?.words ?? '') ? verb + 2 : verb + 1);
  if (verb < 0 || old === null || !/^(?:with|by|for)$/i.test(atoms[old + 1]?.words ?? '')) return null;
  return turned(atoms, { verb, old, fresh: valueAt(atoms, old + 2), end: old + 1 });
}

/** `switch from biome to eslint`; from one version to another may be a range as well. */
function switched(atoms: readonly Atom[]): readonly Atom[] | null {
  const verb = atoms.findIndex(({ words }) => /^(?:switch|move|migrate|change|port)$/i.test(words));
  const from = atoms.findIndex(({ words }, at) => at > verb && /^from$/i.test(words));
  const old = valueAt(atoms, from + 1);
  if (verb < 0 || from < 0 || old === null || !/^to$/i.test(atoms[old + 1]?.words ?? '')) return null;
  const fresh = valueAt(atoms, old + 2);
  const isNamed = NAMED.includes(atoms[old]?.meaning.tag ?? 'unknown');
  const whose = atoms.slice(verb + 1, from);
  return isNamed && !whose.some((atom) => atom.meaning.tag === 'remove')
    ? turned(atoms, { verb, old, fresh, end: old + 1, whose })
    : null;
}

/** `rather than docker hub, push to quay.io`. */
function ledBy(atoms: readonly Atom[]): readonly Atom[] | null {
  const [lead] = atoms;
  const old = valueAt(atoms, 1);
  if (lead?.meaning.tag !== 'limit' || !/^(?:instead of|rather than)$/i.test(lead.words) || old === null) return null;
  const rest = atoms.slice(/^,$/.test(atoms[old + 1]?.words ?? '') ? old + 2 : old + 1);
  return rest.some(isSaid) ? [...rest, lead, ...atoms.slice(old, old + 1)] : null;
}

interface Exchange {
  readonly verb: number;
  readonly old: number;
  readonly fresh: number | null;
  /** The word between the two. */
  readonly end: number;
  readonly whose?: readonly Atom[];
}

function turned(atoms: readonly Atom[], { verb, old, fresh, whose = [] }: Exchange): readonly Atom[] | null {
  const [before, after] = [atoms[old], fresh === null ? undefined : atoms[fresh]];
  if (!before || !after || fresh === null) return null;
  const value = ofThing(after, before.meaning);
  if (value === null) return null;
  return [...atoms.slice(0, verb), USE, value, INSTEAD, before, ...whoseOf(whose), ...atoms.slice(fresh + 1)];
}

function whoseOf(whose: readonly Atom[]): readonly Atom[] {
  return whose.some(isSaid) ? [{ meaning: { tag: 'filler' }, words: 'for' }, ...whose] : whose;
}

/** The new value as one of the thing that was named with the old one: `17` of Postgres. Null where the two are of no one kind. */
function ofThing(after: Atom, before: Meaning): Atom | null {
  const { meaning } = after;
  const version = meaning.tag === 'number' ? meaning.value : meaning.tag === 'versions' ? meaning.values[0] : undefined;
  if (before.tag === 'database' && before.version !== undefined && version !== undefined)
    return { words: after.words, meaning: { ...before, version } };
  if (before.tag === 'versions' && version !== undefined && before.tool !== null)
    return { words: after.words, meaning: { ...before, values: [version] } };
  return meaning.tag === before.tag ? after : null;
}

const NAMED: readonly Tag[] = ['tool', 'host', 'through', 'database'];
const VALUES: readonly Tag[] = [...NAMED, 'versions', 'system', 'number'];

/** The place of the value that stands at a place, or behind its article; null where none does. */
function valueAt(atoms: readonly Atom[], at: number): number | null {
  const place = /^(?:the|our)$/i.test(atoms[at]?.words ?? '') ? at + 1 : at;
  return VALUES.includes(atoms[place]?.meaning.tag ?? 'unknown') ? place : null;
}
