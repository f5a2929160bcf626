import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Family } from './families.ts';
import type { Passage } from './passage.ts';
import { isNamed, namesAny } from './selectors.ts';
import type { Segment, Utterances } from './utterances.ts';

/** A speech act that asks for something: its words, and whom it is for. */
interface Directive {
  readonly words: string;
  /** What it begins with, up to the first name: `and cart from main` leaves it out. */
  readonly verb: string;
  readonly sentence: number;
  /** Words that name whom it is for: its own, or those that it goes on about; null where it names nobody. */
  readonly names: string | null;
}

/** What is said of somebody, of all that denies nothing; null where nothing names them. */
export function passageAbout(selector: Selector, utterances: Utterances, profile: ProjectProfile): Passage | null {
  const directives = directivesOf(utterances, profile);
  const isFor = (words: string) => isAbout(selector, utterances.passage(words), profile);
  const own = directives.filter(({ names }) => names !== null && isFor(names));
  // Who is only spoken of, in what is said of others, is told nothing but what is said of nobody.
  if (own.length === 0 && !isFor(utterances.affirmed.text)) return null;
  const about = directives.filter((directive) => directive.names === null || own.includes(directive));
  return utterances.passage(about.map(({ words }) => words).join(' \n '));
}

function isAbout(selector: Selector, words: Passage, profile: ProjectProfile): boolean {
  return 'all' in selector ? words.speaksOf('all') : isNamed(selector, words, profile);
}

/** An answer has many intents, and each asks for the directives of the same words. */
const cached = new WeakMap<
  Utterances,
  { readonly profile: ProjectProfile; readonly directives: readonly Directive[] }
>();

function directivesOf(utterances: Utterances, profile: ProjectProfile): readonly Directive[] {
  const before = cached.get(utterances);
  if (before?.profile === profile) return before.directives;
  const directives = directivesIn(utterances, profile);
  cached.set(utterances, { profile, directives });
  return directives;
}

/** Whether words name anybody whom something may be for. */
type NamesSomebody = (words: string) => boolean;

function directivesIn(utterances: Utterances, profile: ProjectProfile): readonly Directive[] {
  const namesSomebody = (words: string) =>
    namesAny(utterances.passage(words), profile) || utterances.passage(words).speaksOf('all');
  const directives: Directive[] = [];
  for (const segment of utterances.segments.filter(isNoContrast)) {
    const last = directives.pop();
    directives.push(
      ...(last === undefined
        ? [started(segment, null, namesSomebody)]
        : continued(segment, last, utterances, namesSomebody)),
    );
  }
  return directives;
}

/** `unlike ledger, which goes to production, push cart`: of those that somebody is unlike nothing is asked. */
function isNoContrast({ text, sentence }: Segment, at: number, all: readonly Segment[]): boolean {
  const before = all[at - 1];
  const isOn = before?.sentence === sentence && RELATIVE.test(text);
  return !CONTRAST.test(text) && !(isOn && CONTRAST.test(before.text));
}

const CONTRAST = /^(?:unlike|other than|anders als|contrairement|a diferencia)(?!\p{L})/u;
const RELATIVE = /^(?:which|who|whose|that)(?!\p{L})/u;

/** What a segment makes of the directive before it: the same with more words, or itself and the one that the segment begins. */
function continued(
  segment: Segment,
  last: Directive,
  utterances: Utterances,
  namesSomebody: NamesSomebody,
): readonly Directive[] {
  const { text, sentence } = segment;
  const isSameSentence = last.sentence === sentence;
  // `push web, which depends on cart, on tags`.
  if (isSameSentence && ASIDE.test(text)) return [{ ...last, words: `${last.words} \n ${text}` }];
  const hasName = namesSomebody(text);
  if (isDeed(text, utterances)) {
    const goesOn = isSameSentence || PRONOUN.test(text) ? last.names : null;
    const next = started(segment, goesOn, namesSomebody);
    // `lint and push cart`: what names nobody yet is for whom comes next.
    const isOpen = isSameSentence && last.names === null;
    return isOpen ? [{ ...next, words: `${last.words} \n ${text}` }] : [last, next];
  }
  if (hasName && isSameSentence && last.names !== null && hasValue(text) && hasValue(last.words)) {
    const words = `${last.verb} ${withUnit(text, last)}`;
    return [last, { words, verb: last.verb, sentence, names: text }];
  }
  if (hasName && !isSameSentence) return [last, started(segment, null, namesSomebody)];
  const names = hasName ? `${last.names ?? ''} ${text}`.trim() : last.names;
  return [{ ...last, words: `${last.words} \n ${text}`, sentence, names }];
}

/** `give cart 4 replicas and web 2`, `cart 10 minutes, 40 for web`: what is counted is said once. */
function withUnit(words: string, { words: before }: Directive): string {
  const [, unit = before.split(' ').at(-1)] = /\d (\p{L}+)/u.exec(before) ?? [];
  return words.replace(/(?<=\d)(?=$| (?:for|bei|f\u00fcr|pour|para|per|voor|dla) )/, ` ${unit}`);
}

/** What only tells of somebody: a relative clause, or what another one is like. */
const ASIDE = /^(?:which|who|whose|(?:\p{L}+ )?like|(?:the )?same as|similar to|because|since)(?!\p{L})/u;

/** The directive that a segment begins; `goesOn` are the names that it goes on about where it has none of its own. */
function started({ text, sentence }: Segment, goesOn: string | null, namesSomebody: NamesSomebody): Directive {
  const words = text.split(' ');
  const end = words.findIndex(namesSomebody);
  const verb = (end < 0 ? words : words.slice(0, end)).join(' ').replace(/\d+/g, '');
  return {
    words: text,
    verb,
    sentence,
    names: !ASIDE.test(text) && namesSomebody(text) ? mainClauseOf(text, namesSomebody) : goesOn,
  };
}

/** `push ledger on tags once cart passes`: behind such a word stands nobody whom the directive is for, where somebody is named before it. */
const SUBORDINATE =
  / (?:once|if|after|before|because|since|(?<!well )as(?! well)|using|which|whose|when|whenever|unless|until|like|provided|the way|now that|than)(?= )/;

function mainClauseOf(words: string, namesSomebody: NamesSomebody): string {
  const [main = ''] = words.split(SUBORDINATE, 1);
  return namesSomebody(main.replace(/(?<!\p{L})(?:ci|pipeline)(?!\p{L})/gu, '')) ? main : words;
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
const IMPERATIVES =
  /^(?:give|set|limit|use|run|start|add|make|put|let|roll|ship|need|require|stop|kill|keep|check|create|expose|scale|autoscale|measure|fail|attach|generate|remove|drop|skip|bring|move|leave|hold|refuse|wait|block|prevent)/;
const FILLERS =
  /^(?:also|then|please|just|only|always|to|we|i|you|should|must|can|could|will|have|the|a|an|and|or|plus|so|now|finally|und|et|y|e|en|auch|bitte)$/;

/** Whether words begin with something to be done. */
function isDeed(words: string, { passage }: Utterances): boolean {
  const first = words.split(/[^\p{L}\p{N}'-]+/u).find((word) => word !== '' && !FILLERS.test(word)) ?? '';
  return IMPERATIVES.test(first) || (first !== '' && DEEDS.some((family) => passage(first).speaksOf(family)));
}
