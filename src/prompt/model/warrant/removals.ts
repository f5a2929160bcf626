import { type Passage, passageOf } from './passage.ts';
import { type PolarClause, tellsWhatIs } from './polarity.ts';

/** Something that is taken away. */
export interface Removal {
  /** What the removing word is about. */
  readonly scope: Passage;
  /** The clause that it stands in. */
  readonly clause: Passage;
  /** The clause before it: `all but cart` leaves the verb there. */
  readonly before: Passage | null;
}

/** What a clause takes away. */
export function removalsIn(clause: PolarClause, previous: PolarClause | undefined): Removal[] {
  const { text, sign } = clause;
  // `Merge nothing without tests` takes no tests away.
  if (previous?.isDenied && sign === '' && WITHOUT.test(text)) return [];
  const scopes = tellsWhatIs(clause, previous) ? [] : [...new Set(removalScopes(text))];
  if (scopes.length === 0) return [];
  const whole = passageOf(text, []);
  const before = previous === undefined ? null : passageOf(previous.text, []);
  return scopes.map((scope) => ({ scope: scope === text ? whole : passageOf(scope, []), clause: whole, before }));
}

const WITHOUT = /^ ?(?:without|ohne|sans|sin|sem|senza|zonder|bez|\u0431\u0435\u0437) /;

/** Words that take something away wherever they stand in a clause; beginnings of words. */
const REMOVING =
  'remov|except|excluding|apart|aside|besides|unwant|drop|delet|disabl|deactivat|stop|skip|omit|rid|off|außer|sauf|excepto|salvo|tranne|behalve|oprócz|кроме';

/** Verbs that do so in other languages, and words that deny there: `n'enlève pas le lint` takes nothing away. */
const FOREIGN_VERBS =
  'entfern|lösch|abschalt|ausschalt|weglass|supprim|enlev|enlèv|retir|arrêt|désactiv|quitar|quita.|elimin|desactiv|tirar|remov|rimuov|togli|verwijder|usuń|usun|usuwa|убер|убир|удал|отключ';
const FOREIGN_DENIALS =
  'ohne|kein|nicht|niemals|nie|sans|pas|ne|jamais|sin|nunca|sem|não|nao|senza|mai|zonder|geen|niet|nooit|bez|без|не|никогда';
const STEMS = `${REMOVING}|${FOREIGN_VERBS}|${FOREIGN_DENIALS}`.split('|');

/** The same where words are not parted by spaces: of Chinese, Japanese and Korean, as escapes, since what is built is ASCII. */
const UNPARTED_VERB =
  /\u5220|\u53bb\u6389|\u505c|\u5173\u95ed|\u53d6\u6d88|\u79fb\u9664|\u524a\u9664|\u5916\u3057|\u5916\u3055|\u3084\u3081|\u6b62\u3081|\uc81c\uac70|\uc0ad\uc81c|\ube7c|\uc911\uc9c0/;
const UNPARTED_WITHOUT = /\u4e0d|\u306a\u3057|\u3057\u306a\u3044|\uc5c6\uc774/;
/** What denies such a verb; it takes nothing away alone, for it is a part of other words. */
const UNPARTED_DENIAL = /\u4e0d|\u522b|\u52ff|\u306a\u3044|\uc9c0 \ub9c8|\uc9c0 \ub9d0/;

/** Words that deny only what comes soon after them. */
const DENIALS = /^(?:no|not|\p{L}+n't|dont|never|without|non)$/u;
const NOBODY = /^(?:nobody|neither)$/;
const NEAR = 6;
const FAR = 12;

/** These are followed by what they take away, but for `should be removed`. */
const BEFORE_ITS_NOUN =
  /^(?:remov(?:es?|ing)|drop(?:s|ping)?|delet(?:es?|ing)|disabl(?:es?|ing)|deactivat(?:es?|ing)|stop(?:s|ping)?|skip(?:s|ping)?|omit(?:s|ting)?|rid)$/;

/** Words of other languages that deny what comes behind them. */
const BEFORE_ITS_VERB = /^(?:ne|\u043d\u0435|n\u00e3o|nao)$/;
const BEHIND_NE = /^(?:pas|jamais|plus)$/;

/** `Never push it unsigned`, `do not push what is not signed`: what is denied is the push. */
const END =
  /^(?:when|if|unless|until|before|after|while|because|that|which|what|whatever|un(?:sign|scan|test|lint|format|check).*)$/;

/** What a verb is about ends where it is said when, or how it would be without. */
function scopeOf(words: readonly string[]): string {
  const end = words.findIndex((word) => END.test(word));
  return words.slice(0, end < 0 ? words.length : end).join(' ');
}

/** What is not taken away: it falls, or ends in time. */
const FALLS =
  /(?<!\p{L})(?:drop|fall|go)(?:s|es|ped|ping)? (?:below|under|beneath|to)(?!\p{L})|(?<!\p{L})stop(?:s)? (?:it|them) after(?!\p{L})/gu;

/** The parts of a clause that take something away; empty where it takes nothing. Who must `never skip` it takes nothing away. */
function removalScopes(clause: string): string[] {
  const hasUnpartedVerb = UNPARTED_VERB.test(clause);
  if (hasUnpartedVerb || UNPARTED_WITHOUT.test(clause))
    return hasUnpartedVerb && UNPARTED_DENIAL.test(clause) ? [] : [clause];
  const words = clause
    .replace(FALLS, ' ')
    .split(/[^\p{L}\p{N}'+#]+/u)
    .filter(Boolean);
  return isForeignVerbDenied(words) ? [] : words.flatMap((word, at) => scopesOf(word, at, words) ?? [clause]);
}

/** What one word of a clause takes away; null where that is all of the clause. */
function scopesOf(word: string, at: number, words: readonly string[]): string[] | null {
  const behind = (reach: number) => words.slice(at + 1, at + 1 + reach);
  const before = words.slice(0, at);
  if (BEFORE_ITS_VERB.test(word)) return [scopeOf(behind(FAR))];
  if (BEHIND_NE.test(word) && before.includes('ne')) return [];
  if (isRemovalVerb(word)) {
    if (before.slice(-3).some((one) => isDenial(one) || NOBODY.test(one))) return [];
    return BEFORE_ITS_NOUN.test(word) ? [scopeOf(behind(FAR))] : null;
  }
  if (isWithinDenied(before)) return [];
  const next = behind(NOBODY.test(word) ? 2 : reachOf(word, words[at + 1] ?? ''));
  return next.length === 0 || next.some(isRemovalVerb) ? [] : [scopeOf(next)];
}

/** Of what is denied already: `images that are not signed`. */
function isWithinDenied(before: readonly string[]): boolean {
  const relative = before.findIndex((word) => /^(?:that|which|who|what|if|unless)$/.test(word));
  return relative > 0 && before.slice(0, relative).some((word) => isDenial(word) || NOBODY.test(word));
}

function reachOf(word: string, next: string): number {
  if (!isDenial(word)) return 0;
  return word === 'no' && !/^(?:longer|more)$/.test(next) ? 2 : NEAR;
}

function isDenial(word: string): boolean {
  return DENIALS.test(word);
}

function isRemovalVerb(word: string): boolean {
  return !isDenial(word) && STEMS.some((stem) => begins(word, stem));
}

/** Short stems are whole words. */
function begins(word: string, stem: string): boolean {
  return stem.length < 4 || stem.endsWith('.') ? word === stem.replace('.', '') : word.startsWith(stem);
}

/** Whether a word that removes is denied in another language than English: where it stands does not tell what it denies. */
function isForeignVerbDenied(words: readonly string[]): boolean {
  return [FOREIGN_VERBS, FOREIGN_DENIALS].every((stems) =>
    words.some((word) => stems.split('|').some((stem) => begins(word.replace(/^n'/, ''), stem))),
  );
}
