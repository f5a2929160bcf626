import { has, isName, isSaid, tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

/** What tests do with what they run beside, and how long that has been so; whatever else is told stays, and is asked about. */
const TALK = /^(?:use|talk|connect|speak|write|read|run|runs|run against|depend on|rely on|need|require)$/i;
const AROUND =
  /^(?:these|those|days|nowadays|today|currently|things|servers|stores|backends|systems|a real|real|now|,|:|and|plus|the|our|to|a|an|by|both|against)$/i;
const START =
  /^(?:start|run|spin up|launch|provide|bring|bring up|set up|add|be|up|running|started|ready|available|there|have|get)$/i;
const WISH =
  /^(?:please|pls|can|could|would|you|we|ci|has to|have to|must|should|needs to|need to|before|they|it|them|for|the|tests?|so|then|and|both|one|of|version|let|make sure|make sure that|is|are|all|time|in|first|to)$/i;
const BINDING = /^(?:must|should|has to|have to|needs to|need to|please|can|could|make sure|make sure that|let)$/i;

/**
 * Servers that tests were told to speak to, and that have to be there: `the cart tests use Redis 8 and Postgres 18. Please start both for them`,
 * `… talk to a MongoDB; version 8 has to be up before they start`. Null where more or others are named than the wish takes up.
 */
export function wishOfServers(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const servers = tagged(told, 'database');
  const [name, ...names] = told.filter(isName);
  const tests = tagged(told, 'check').filter(({ meaning }) => meaning.check === 'test' && meaning.isNoun);
  const isOne = name !== undefined && names.length === 0 && tests.length === 1 && tagged(told, 'check').length === 1;
  if (!isOne || servers.length === 0 || !told.every((atom) => isOfTalk(atom, servers.length))) return null;
  if (!told.some(({ words }) => TALK.test(words)) || !isStarted(wish)) return null;
  const meant = meantBy(wish, servers);
  if (meant === null) return null;
  const all = meant.flatMap((server, at) => (at === 0 ? [server] : [AND, server]));
  return [USE, ...all, FOR, ...tests, FOR, name];
}

const USE: Atom = { meaning: { tag: 'do' }, words: 'use' };
const AND: Atom = { meaning: { tag: 'join' }, words: 'and' };
const FOR: Atom = { meaning: { tag: 'filler' }, words: 'for' };

/** `two things`: as many as are named. */
function isOfTalk(atom: Atom, count: number): boolean {
  const { meaning, words } = atom;
  if (meaning.tag === 'number') return Number(meaning.value) === count;
  return isName(atom) || /^(?:database|check)$/.test(meaning.tag) || TALK.test(words) || AROUND.test(words);
}

/** `please start both`, `it has to be up`; `it is up` tells. */
function isStarted(wish: readonly Atom[]): boolean {
  const own = wish.filter(({ meaning }) => meaning.tag !== 'versions' && meaning.tag !== 'number');
  const [first] = own.filter(({ words }) => !/^(?:please|pls|so|then|and|just)$/i.test(words));
  const isWished = own.some(({ words }) => BINDING.test(words)) || first?.meaning.tag === 'do';
  const isPlain = own.every(({ words }) => START.test(words) || WISH.test(words));
  return isWished && isPlain && own.some(({ words }) => START.test(words)) && !has(wish, 'remove', 'only', 'doubt');
}

type Servers = ReturnType<typeof tagged<'database'>>;

/** Those that `both`, `it`, `one` or a version alone takes up; null where there are more or fewer. */
function meantBy(wish: readonly Atom[], servers: Servers): readonly Atom[] | null {
  const [only, ...more] = servers;
  if (wish.some(({ words }) => /^both$/i.test(words))) return servers.length === 2 && !isValued(wish) ? servers : null;
  if (!only || more.length > 0) return null;
  const [value, ...values] = tagged(wish, 'versions');
  if (value) {
    const [version, ...others] = value.meaning.values;
    const isOpen = only.meaning.version === undefined && value.meaning.tool === null;
    return version !== undefined && others.length + values.length === 0 && isOpen
      ? [{ meaning: { ...only.meaning, version }, words: `${only.words} ${version}` }]
      : null;
  }
  // `run them` may be the tests.
  const object = wish.findIndex(({ words }) => /^(?:it|one)$/i.test(words));
  return object >= 0 && !isValued(wish) ? [only] : null;
}

function isValued(wish: readonly Atom[]): boolean {
  return wish.some((atom) => isSaid(atom) && has([atom], 'number', 'versions', 'minutes'));
}
