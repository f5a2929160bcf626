import { has, isName, isSaid } from '../clauses/chunks.ts';
import { type Atom, withMeaning } from '../meaning.ts';

/** What is said around a database that tests run beside, and says nothing more of it. */
export function withDatabases(atoms: readonly Atom[]): readonly Atom[] {
  return has(atoms, 'database') ? withSuites(withTalk(withNouns(withTesting(withRunningTests(atoms))))) : atoms;
}

const KIND =
  /^(?:temporary|throwaway|local|running|fresh|ephemeral|disposable|dedicated|small|clean|empty|real|new|own|live|working|separate|plain|additional)$/i;
const NOUN = /^(?:instance|server|broker|cluster|store|node|cache|queue|sidecar|message broker|available|ready|up)$/i;

/** `a temporary Postgres 16 instance`, `make MySQL available to the tests`. */
function withNouns(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const isKind = KIND.test(atom.words) && nameAfter(atoms.slice(at + 1));
    const isNoun = NOUN.test(atom.words) && atoms.slice(0, at).findLast(isSaid)?.meaning.tag === 'database';
    return isKind || isNoun ? withMeaning(atom, { tag: 'filler' }) : atom;
  });
}

function nameAfter(atoms: readonly Atom[]): boolean {
  const next = atoms.find(({ words, meaning }) => !KIND.test(words) && meaning.tag !== 'container');
  return next?.meaning.tag === 'database';
}

/** `a Redis they can talk to`. */
function withTalk(atoms: readonly Atom[]): readonly Atom[] {
  const at = atoms.findIndex(
    ({ words }, index) =>
      (TALK.test(words) && /^to$/i.test(atoms[index + 1]?.words ?? '')) ||
      (USE.test(words) && /^(?:with|against|on)$/i.test(atoms[index + 1]?.words ?? '')),
  );
  const before = atoms.slice(0, at);
  const who = before.findLastIndex(({ meaning }) => meaning.tag === 'database');
  const isRelative = who >= 0 && before.slice(who + 1).every((atom) => !isSaid(atom));
  if (at < 0 || !isRelative) return atoms;
  return atoms.map((atom, index) => (index > who && index <= at ? withMeaning(atom, { tag: 'filler' }) : atom));
}

const USE = /^(?:play|work|test|run|experiment|build|chew|operate)$/i;
const TALK = /^(?:talk|connect|speak|write)$/i;

/** `for the integration tests of cart`: where tests only say whose database it is, which of them does not matter. */
function withSuites(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    const next = atoms[at + 1]?.meaning;
    const isSuite = SUITE.test(atom.words) && next?.tag === 'check' && next.check === 'test' && next.isNoun;
    const before = atoms.slice(0, at).findLast(({ words }) => !/^(?:the|our|its|their|all)$/i.test(words));
    const isPurpose =
      /^(?:for|of|by|in|during|with)$/i.test(before?.words ?? '') ||
      /^(?:selector|language|path)$/.test(before?.meaning.tag ?? '');
    return isSuite && isPurpose ? withMeaning(atom, { tag: 'filler' }) : atom;
  });
}

const SUITE = /^(?:integration|functional|system|end-to-end|e2e|acceptance|backend)$/i;

/** `when the cart tests are running, there should be a Redis`: for the cart tests. */
function withRunningTests(atoms: readonly Atom[]): readonly Atom[] {
  const comma = atoms.findIndex(({ meaning }) => meaning.tag === 'join');
  const told = atoms.slice(1, Math.max(comma, 1));
  const wish = atoms.slice(comma + 1);
  const isWhen = atoms[0]?.meaning.tag === 'when' && comma > 0;
  const isOfTests =
    has(told, 'check') &&
    told
      .filter(isSaid)
      .every(
        ({ meaning, words }) =>
          /^(?:selector|language|path)$/.test(meaning.tag) || RUN.test(words) || isTest({ meaning, words }),
      );
  if (!isWhen || !isOfTests || !has(wish, 'database') || has(wish, 'check', 'selector', 'language', 'path'))
    return atoms;
  return [
    ...wish,
    { meaning: { tag: 'filler' }, words: 'for' },
    ...told.filter((atom) => isSaid(atom) && !RUN.test(atom.words)),
  ];
}

/** `when testing ledger`, `while the tests of ledger run`: for its tests. */
function withTesting(atoms: readonly Atom[]): readonly Atom[] {
  const from = atoms.findIndex(
    (atom, at) =>
      /^(?:when|whenever|while|during)$/i.test(atom.words) &&
      isTest(atoms.slice(at + 1).find((one) => isSaid(one) && !isName(one))),
  );
  const behind = atoms.slice(from + 1);
  const isPlain = behind.every((atom) => !isSaid(atom) || isTest(atom) || RUN.test(atom.words) || isName(atom));
  if (from < 0 || !isPlain || !has(atoms.slice(0, from), 'database')) return atoms;
  return [
    ...atoms.slice(0, from),
    { meaning: { tag: 'filler' }, words: 'for' },
    ...behind.filter((atom) => !RUN.test(atom.words)),
  ];
}

function isTest(atom: Atom | undefined): boolean {
  return atom?.meaning.tag === 'check' && atom.meaning.check === 'test' && atom.meaning.isNoun;
}

const RUN = /^(?:run|runs|running|executed|start|started|starting)$/i;
