import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import { isNamed, namesAny } from './aim.ts';
import type { Family } from './families.ts';
import type { Piece, Said } from './said.ts';
import type { Spoken } from './spoken.ts';

/** One wish: its words, and whom it is for. */
interface Wish {
  readonly words: string;
  /** What it begins with, up to the first name: `and cart from main` leaves it out. */
  readonly verb: string;
  readonly sentence: number;
  /** Words that name whom it is for: its own, or those that it goes on about; null where it names nobody. */
  readonly names: string | null;
}

/** What is said of somebody, of all that denies nothing; null where no wish names them. */
export function saidOf(selector: Selector, said: Said, profile: ProjectProfile): Spoken | null {
  const wishes = wishesOf(said, profile);
  const own = wishes.filter(({ names }) => names !== null && isFor(selector, said.spoken(names), profile));
  // Who is only spoken of, in what is said of others, is told nothing but what is said of nobody.
  if (own.length === 0 && !wishes.some(({ words }) => isFor(selector, said.spoken(words), profile))) return null;
  return said.spoken(
    wishes
      .filter((wish) => wish.names === null || own.includes(wish))
      .map(({ words }) => words)
      .join(' \n '),
  );
}

function isFor(selector: Selector, names: Spoken, profile: ProjectProfile): boolean {
  return 'all' in selector ? names.speaksOf('all') : isNamed(selector, names, profile);
}

/** Of what was said, gone through once. */
const known = new WeakMap<Said, { readonly profile: ProjectProfile; readonly wishes: readonly Wish[] }>();

function wishesOf(said: Said, profile: ProjectProfile): readonly Wish[] {
  const before = known.get(said);
  if (before?.profile === profile) return before.wishes;
  const wishes = wishesIn(said, profile);
  known.set(said, { profile, wishes });
  return wishes;
}

type IsAim = (words: string) => boolean;

function wishesIn(said: Said, profile: ProjectProfile): readonly Wish[] {
  const isAim = (words: string) => namesAny(said.spoken(words), profile) || said.spoken(words).speaksOf('all');
  const wishes: Wish[] = [];
  for (const piece of said.pieces) {
    const last = wishes.at(-1);
    const { wish, isNew } =
      last === undefined ? { wish: begun(piece, null, isAim), isNew: true } : next(piece, last, said, isAim);
    wishes.splice(isNew ? wishes.length : -1, isNew ? 0 : 1, wish);
  }
  return wishes;
}

/** What a piece makes of the wish before it, or the wish that it begins. */
function next(piece: Piece, last: Wish, said: Said, isAim: IsAim): { readonly wish: Wish; readonly isNew: boolean } {
  const { text, sentence } = piece;
  const isOn = last.sentence === sentence;
  const isNamed = isAim(text);
  if (isDeed(text, said)) {
    const wish = begun(piece, isOn || PRONOUN.test(text) ? last.names : null, isAim);
    // `lint and push cart`: what names nobody yet is for whom comes next.
    const isOpen = isOn && last.names === null;
    return { wish: isOpen ? { ...wish, words: `${last.words} \n ${text}` } : wish, isNew: !isOpen };
  }
  if (isNamed && isOn && last.names !== null && hasValue(text) && hasValue(last.words)) {
    const words = `${last.verb} ${text} ${unitOf(text, last)}`;
    return { wish: { words, verb: last.verb, sentence, names: text }, isNew: true };
  }
  if (isNamed && !isOn) return { wish: begun(piece, null, isAim), isNew: true };
  const names = isNamed ? `${last.names ?? ''} ${text}`.trim() : last.names;
  return { wish: { ...last, words: `${last.words} \n ${text}`, sentence, names }, isNew: false };
}

/** `give cart 4 replicas and web 2`: what is counted is said once. */
function unitOf(words: string, { words: before }: Wish): string {
  return /\d$/.test(words) ? (before.split(' ').at(-1) ?? '') : '';
}

/** `push ledger on tags once cart passes`: behind such a word stands nobody whom the wish is for, where somebody is named before it. */
const ASIDE =
  / (?:once|if|after|before|because|since|(?<!well )as(?! well)|using|which|whose|when|whenever|unless|until|like|provided)(?= )/;

function mainOf(words: string, isAim: IsAim): string {
  const [main = ''] = words.split(ASIDE, 1);
  return isAim(main.replace(/(?<!\p{L})(?:ci|pipeline)(?!\p{L})/gu, '')) ? main : words;
}

function begun({ text, sentence }: Piece, goesOn: string | null, isAim: IsAim): Wish {
  const all = text.split(' ');
  const end = all.findIndex(isAim);
  const verb = (end < 0 ? all : all.slice(0, end)).join(' ').replace(/\d+/g, '');
  return { words: text, verb, sentence, names: isAim(text) ? mainOf(text, isAim) : goesOn };
}

const PRONOUN = /(?<!\p{L})(?:it|its|them|they|this|that|these|those|one|es|sie|le|la|les|lo|los)(?!\p{L})/u;

/** A number, or where, when and how. */
function hasValue(words: string): boolean {
  return /\d|(?<!\p{L})(?:to|on|from|with|at|in|after|when|through|via|by|auf|nach|bei|von|mit|sur|vers|depuis|avec|en|a|con|desde)(?= \p{L})/u.test(
    words,
  );
}

const DEEDS: readonly Family[] = [
  'lint',
  'format',
  'typecheck',
  'test',
  'build',
  'audit',
  'coverage',
  'push',
  'publish',
  'deploy',
  'sign',
  'scan',
];
const VERBS =
  /^(?:give|set|limit|use|run|start|add|make|put|let|roll|ship|need|require|stop|kill|keep|check|create|expose|scale|autoscale|measure|fail|attach|generate|remove|drop|skip|bring|move|leave|hold|refuse|wait|block|prevent)/;
const BEFORE =
  /^(?:also|then|please|just|only|always|to|we|i|you|should|must|can|could|will|have|the|a|an|and|or|plus|so|now|finally|und|et|y|e|en|auch|bitte)$/;

/** Whether words begin with something to be done. */
function isDeed(words: string, said: Said): boolean {
  const first = words.split(/[^\p{L}\p{N}'-]+/u).find((word) => word !== '' && !BEFORE.test(word)) ?? '';
  return VERBS.test(first) || (first !== '' && DEEDS.some((family) => said.spoken(first).speaksOf(family)));
}
