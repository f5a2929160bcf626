import type { Atom } from '../meaning.ts';
import { isTold } from '../told/told.ts';
import { isSaid } from './chunks.ts';

const NOT =
  "don't|dont|do not|doesn't|does not|never|not|shouldn't|should not|mustn't|must not|won't|can't|cannot|may not|nobody may|nobody should|no one may|no one should";
const STOP =
  'stop|stops|stopping|skip|skips|skipping|remove|removes|removing|drop|drops|dropping|delete|deletes|disable|disables|deactivate|omit|leave out|turn off|switch off|take out|take away|get rid of|exclude|ditch|scrap|suppress|ignore|bypass|silence|mute|kill|cancel|hide|avoid|stopped|skipped|removed|dropped|disabled|deleted|switched off|turned off|left out';
/** A verb that is denied. */
export const DENIAL =
  /^(?:not|never|don't|do not|dont|must not|mustn't|should not|shouldn't|may not|can't|cannot|can not|won't)$/i;
const BETWEEN = /^(?:ever|please|just|simply|be|get)$/i;
const IS_NOT = new RegExp(`^(?:${NOT})$`, 'i');
const IS_STOP = new RegExp(`^(?:${STOP})$`, 'i');
const IS_FORGET = /^forget$/i;
const STOPPED = new RegExp(` (?:${NOT}) (?:ever |please |just |simply |be |get )?(?:${STOP}|forget)(?= )`, 'g');

/** `don't stop testing`: two turns of one verb want what is there; `don't forget to test` wishes it. */
export function withKept(atoms: readonly Atom[]): readonly Atom[] {
  const read: Atom[] = [];
  let at = 0;
  while (at < atoms.length) {
    const kept = keptAt(atoms, at);
    const atom = atoms[at];
    if (kept) read.push(kept.atom);
    else if (atom) read.push(atom);
    at = kept?.end ?? at + 1;
  }
  return read;
}

function keptAt(atoms: readonly Atom[], at: number): { readonly atom: Atom; readonly end: number } | null {
  if (!IS_NOT.test(atoms[at]?.words ?? '')) return null;
  const verb = BETWEEN.test(atoms[at + 1]?.words ?? '') ? at + 2 : at + 1;
  const words = atoms[verb]?.words ?? '';
  const isForgotten = IS_FORGET.test(words);
  if (!isForgotten && !IS_STOP.test(words)) return null;
  // `don't forget that cart has its own linter`.
  if (isForgotten && /^that$/i.test(atoms[verb + 1]?.words ?? '') && isTold(toldBehind(atoms, verb + 2))) return null;
  const said = atoms.slice(at, verb + 1).map((atom) => atom.words);
  return { atom: { meaning: { tag: 'do', isKept: !isForgotten }, words: said.join(' ') }, end: verb + 1 };
}

/** Up to the end of the sentence or its part. */
function toldBehind(atoms: readonly Atom[], from: number): readonly Atom[] {
  const behind = atoms.slice(from);
  const end = behind.findIndex(({ meaning }) => meaning.tag === 'join');
  return end < 0 ? behind : behind.slice(0, end);
}

/** `on pushes, but not on tags`, `lint web but not format it`: what is said behind it is no name that is left out, but is not to be. */
export function withTurns(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, at) => {
    // `without one its tests fail`: what happens then is told, and nothing behind it is to go.
    const isIfNot = /^(?:without|w\/o)$/i.test(atom.words) && THING.test(atoms[at + 1]?.words ?? '');
    if (isIfNot) return { ...atom, meaning: { tag: 'unknown' } };
    if (atom.meaning.tag !== 'except' || !/^(?:but|and) not(?: on| for)?$/i.test(atom.words)) return atom;
    const next = atoms.slice(at + 1).find(isSaid)?.meaning;
    const isTurned =
      next?.tag === 'event' ||
      next?.tag === 'push' ||
      (next?.tag === 'check' && /^(?:lint|format|typecheck)$/.test(next.check));
    return isTurned ? { ...atom, meaning: { tag: 'remove', isStop: false } } : atom;
  });
}

const THING = /^(?:one|it|them|that|this|those|these|any)$/i;

/** The same of a sentence in small letters. */
export function keptIn(sentence: string): string {
  return sentence.replace(STOPPED, ' keep');
}

/** `don't let a change go in that breaks the tests` takes no test away. */
export function withGatesKept(sentence: string): string {
  return sentence
    .replace(GATE, ' forbid')
    .replace(UNWANTED, ' forbid ')
    .replace(NOT_WITHOUT, '$1 unless ')
    .replace(/ make it impossible to (?=merge )/g, ' forbid to ');
}

/** `nothing should get to production without an approval` wants one. */
const NOT_WITHOUT =
  /( (?:nothing|nobody|no one|no|never|not|don't|do not|cannot|can't|mustn't|shouldn't)(?: (?!(?:and|but|then|so|or) )[\w'-]{1,30}){1,7}) (?:without|w\/o) (?=(?:(?:an?|the|any|our|manual|explicit|human|prior|somebody's|someone's) ){0,3}(?:approval|sign-off|confirmation|okay|ok) )/g;

/** `I don't want any broken builds on main`. */
const UNWANTED =
  / (?:don't|do not|dont|never) want (?:any |to see |to have )?(?:broken|failing|failed|red) (?=(?:builds?|tests?) (?:on|in) )/g;

const GATE =
  / (?:don't|do not|dont|never) (?:let|allow) (?:anyone|anybody|someone|somebody|people|us|me|a change|changes|a pull request|pull requests|code|anything)(?= (?:to )?(?:merge|go in|get in|land|in|be merged|through) )/g;

/** What must not be done is not asked for: `never deploy from a pull request`. */
export function withoutDenied(sentence: string): string {
  return sentence.replace(DENIED, ' withhold').replace(DENIED_MOMENT, ' withhold');
}

/** `…, never from a pull request`. */
const DENIED_MOMENT =
  / (?:never|not) (?:ever )?(?:from|on|for) (?:(?:a|any|every|each|the|our) )?(?:pull requests?|prs?|forks?)(?= )/g;

const DENIED = new RegExp(
  ` (?:${NOT}|nobody|no one|nothing) (?:ever |please |simply |be )?(?:deploys?|deployed|pushe?s?|pushed|publish|published|ships?|shipped|roll out|print|prints|printed|echo|log|logged|shows?|shown|expose|exposed|leak|leaked|reveal|revealed|output|dump|send|sent)(?= )`,
  'g',
);
