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
const REMOVAL_VERBS =
  'remov|except|excluding|apart|aside|besides|unwant|drop|delet|disabl|deactivat|stop|skip|omit|rid|off|entfern|lösch|ohne|außer|kein|nicht|abschalt|ausschalt|weglass|supprim|enlev|retir|arrêt|sans|sauf|pas|désactiv|quitar|elimin|desactiv|excepto|salvo|sem|sin|não|nao|tirar|rimuov|togli|tranne|senza|verwijder|zonder|behalve|geen|niet|usuń|usun|bez|oprócz|nie|убер|удал|без|кроме|не|отключ';

/** The same where words are not parted by spaces: of Chinese, Japanese and Korean, as escapes, since what is built is ASCII. */
const UNPARTED =
  /\u5220|\u53bb\u6389|\u4e0d|\u505c|\u5173\u95ed|\u53d6\u6d88|\u79fb\u9664|\u524a\u9664|\u5916\u3057|\u306a\u3057|\u3084\u3081|\u6b62\u3081|\u3057\u306a\u3044|\uc81c\uac70|\uc0ad\uc81c|\ube7c|\uc5c6\uc774|\uc911\uc9c0/;

/** Words that deny only what comes soon after them. */
const DENIALS = /^(?:no|not|\p{L}+n't|dont|never|without|non)$/u;
const NOBODY = /^(?:nobody|neither)$/;
const NEAR = 6;
const FAR = 12;

/** These are followed by what they take away, but for `should be removed`. */
const BEFORE_ITS_NOUN =
  /^(?:remov(?:es?|ing)|drop(?:s|ping)?|delet(?:es?|ing)|disabl(?:es?|ing)|deactivat(?:es?|ing)|stop(?:s|ping)?|skip(?:s|ping)?|omit(?:s|ting)?|rid)$/;

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
  if (UNPARTED.test(clause)) return [clause];
  const words = clause
    .replace(FALLS, ' ')
    .split(/[^\p{L}\p{N}'+#]+/u)
    .filter(Boolean);
  return words.flatMap((word, at) => {
    if (isRemovalVerb(word)) {
      const isDenied = words.slice(Math.max(0, at - 3), at).some((one) => isDenial(one) || NOBODY.test(one));
      return isDenied ? [] : [BEFORE_ITS_NOUN.test(word) ? scopeOf(words.slice(at + 1, at + 1 + FAR)) : clause];
    }
    if (isWithinDenied(words.slice(0, at))) return [];
    const reach = NOBODY.test(word) ? 2 : reachOf(word, words[at + 1] ?? '');
    const next = words.slice(at + 1, at + 1 + reach);
    return next.length === 0 || next.some(isRemovalVerb) ? [] : [scopeOf(next)];
  });
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
  return (
    !isDenial(word) &&
    REMOVAL_VERBS.split('|').some((stem) => (stem.length < 4 ? word === stem : word.startsWith(stem)))
  );
}
