import { type Refusal, type RefusalRule, refusal } from '../../../domain/refusal.ts';
import { keptIn, withGatesKept, withoutDenied } from '../clauses/negation.ts';
import { SHOWN_OR_SENT } from '../words/exposures.ts';
import { PATTERNS } from '../words/refused.ts';
import { REMOVE } from '../words/removals.ts';

interface Compiled {
  readonly rule: RefusalRule;
  readonly all: readonly (readonly string[])[];
  readonly unless: readonly string[];
  readonly unlessNumber: boolean;
  /** Whether one wish has to say it all: `audit cart and stop linting web` takes no audit away. */
  readonly isOfOneWish: boolean;
}

const COMPILED: readonly Compiled[] = PATTERNS.map((pattern) => ({
  rule: pattern.rule,
  all: pattern.all.map(phrases),
  unless: pattern.unless === undefined ? [] : phrases(pattern.unless),
  unlessNumber: pattern.unlessNumber === true,
  isOfOneWish: pattern.isOfOneWish === true || pattern.all.some((some) => some.startsWith(REMOVE)),
}));

/** `|` parts phrases; `||` is a bar that is meant. */
function phrases(text: string): string[] {
  return text
    .replaceAll('||| ', '|\u0001\u0001 ')
    .replaceAll('|| ', '|\u0001 ')
    .replace(/^\| /, '\u0001 ')
    .split('|')
    .map((phrase) => phrase.replaceAll('\u0001', '|'));
}

/** What in some words may not be asked for: the first rule that they break. Pronouns are followed one sentence back: what was named there is meant. */
export function refusalsIn(words: string): readonly Refusal[] {
  const sentences = sentencesOf(words);
  const pairs = sentences.flatMap((sentence, index): (Sentence & { readonly last: string })[] => {
    const before = sentences[index - 1];
    return before && PRONOUN.test(sentence.text)
      ? [{ ...sentence, text: `${before.text}${sentence.text}`, last: sentence.text }]
      : [];
  });
  const whole = [...sentences, ...pairs];
  // `drop the linter. It slows the build`: the verb that takes away stands with its pronoun.
  const taking = [...sentences, ...pairs.filter(({ last }) => REMOVED.some((word) => says(last, word)))];
  const wishes = taking.flatMap(({ text, written }) => wishesOf(text).map((wish) => ({ text: wish, written })));
  const plain = whole.map((sentence) => ({ ...sentence, text: withoutCommas(sentence.text) }));
  for (const pattern of COMPILED) {
    const broken = (pattern.isOfOneWish ? wishes : plain).find(({ text }) =>
      isBroken(pattern, judged(pattern.rule, text)),
    );
    if (broken) return [refusal(pattern.rule, broken.written)];
  }
  return [];
}

const REMOVED = phrases(REMOVE);

/** A sentence to be read, and as somebody wrote it. */
interface Sentence {
  readonly text: string;
  readonly written: string;
}

const TOOL = 'go|node|node.js|python|java|jdk|ruby|php|rust|deno|bun|dotnet|.net|elixir|version|versions';

/** `on 3.9`, `under python 3`, `drop python 3.9`, but not `on 5 of 6 pull requests`. */
const VERSION = new RegExp(
  ` (?:(?:on|against|under|with|from|for) (?:v?\\d+\\.\\d+|(?:${TOOL}) v?\\d)|(?:remove|drop|delete|ditch|exclude|disable) (?:the )?(?:${TOOL}) v?\\d)`,
);

/** What nobody may ask for, and what everybody may forbid. */
const DENIABLE: ReadonlySet<RefusalRule> = new Set(['deploy-on-pull-request', 'exposes-secrets']);

function judged(rule: RefusalRule, text: string): string {
  const wished = DENIABLE.has(rule) ? withoutDenied(text) : text;
  return rule === 'exposes-secrets' ? withoutMeans(wished) : wished;
}

/** `publish web to npm with our token`: by what somebody is let in is shown to nobody, where no verb shows or sends it. */
function withoutMeans(sentence: string): string {
  return SHOWING.some((verb) => says(sentence, verb)) ? sentence : sentence.replace(MEANS, ' with means');
}

const SHOWING = phrases(SHOWN_OR_SENT);
const MEANS =
  / (?:with|using|via|by|use) (?:(?:the|a|an|our|its|my|their) )?(?:[\w.-]{1,30} ){0,2}(?:tokens?|secrets?|credentials?|passwords?|(?:api |access |signing |deploy |private )?keys?)(?= )/g;

const PRONOUN = / (them|it|this|that|those|these|they|all that) /;

function isBroken({ all, unless, unlessNumber }: Compiled, sentence: string): boolean {
  if (unlessNumber && VERSION.test(sentence)) return false;
  return (
    all.every((some) => some.some((phrase) => says(sentence, phrase))) &&
    !unless.some((phrase) => says(sentence, phrase))
  );
}

/** Each with what is joined to it: a part that begins with a verb and what it is for, or says what stays, is a wish of its own, all else goes on with the one before. */
function wishesOf(sentence: string): string[] {
  const wishes: string[] = [];
  for (const part of sentence.split(/(?= (?:,|and|but|then|so) )/)) {
    const isOwn = NO_MORE.test(part) || STAYING.test(part) || (OWN_WISH.test(part) && !PRONOUN.test(`${part} `));
    if (wishes.length === 0 || isOwn) wishes.push(part);
    else wishes.push(`${wishes.pop()}${part}`);
  }
  return wishes.map((wish) => withoutCommas(`${wish} `.replace(/ +/g, ' ')));
}

/** `test web but don't build it` takes no test away, whatever `it` is. */
const NO_MORE =
  /^(?: (?:,|and|but|then|so|also|please))+ (?:do not|don't|dont|never|stop|skip) (?:test|build|lint|format|audit|scan|push|publish|deploy)(?:t?ing)? /;

const OWN_WISH = new RegExp(
  `^(?: (?:,|and|but|then|so|also|please|just|only|instead))+ (?:${[
    'test|audit|build|scan|lint|format|check|publish|deploy|push|give|set|run|use|add|enable|turn on|switch on|keep|leave|list|show|report',
    "remove|drop|delete|disable|turn off|switch off|get rid of|stop|skip|do not|don't",
  ].join(
    '|',
  )}) (?!(?:for(?! secrets)|of|on|in|with|and|or|suites?|runs?|jobs?|cases?|steps?|stages?|by|too|as|either|out|,) |(?:all|both|everything) *$)[\\w.-]`,
);

/** `drop the nightly run, the status checks stay`. */
const STAYING =
  /^ (?:,|and|but) (?:the|our|all|every|each) [\w -]{1,60} (?:stays?|remains?|(?:must|should|has to|have to) (?:stay|remain))(?: |$)/;

function withoutCommas(sentence: string): string {
  return sentence.replaceAll(' , ', ' ');
}

/** Words stand whole; what begins with a sign may stand inside of one. */
function says(sentence: string, phrase: string): boolean {
  return /^[@$|<~.]/.test(phrase) ? sentence.includes(phrase) : sentence.includes(` ${phrase} `);
}

/** Lower case, one space around every word and comma, other punctuation away. */
function sentencesOf(words: string): Sentence[] {
  return words
    .split(/[.!?;](?=\s|$)|\n/)
    .map((written) => ({ text: withGatesKept(keptIn(plainOf(written))), written }));
}

function plainOf(sentence: string): string {
  return ` ${sentence
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replace(/'s(?=[\s,])/g, '')
    .replace(/\bsign(?:s|ed|ing)? off\b/g, 'sign-off')
    .replace(/\blog(?:s|ged|ging)? in(?= (?:to|at|with|on) )/g, 'authenticate')
    .replace(/\b(\d{1,4}) ?(?:mins?|h|hrs?|hours?)\b/g, '$1 minutes')
    .replace(/\b(\d{1,3}|three|four|six|seven|eight|nine) out of (?=(?:\d{1,3}|four|five|ten)\b)/g, '$1 of ')
    .replace(/\broll(s|ed|ing)? (it |them |that |this )?out\b/g, 'deploy$1 $2')
    .replace(/\bgo(?:es|ing)? out\b/g, 'go live')
    .replace(/(?:\b(?:not|never|no longer|without)|n't)(?: be| being| get)? mask(?:s|ed|ing)?\b/g, ' unmasked')
    .replace(
      /(?:\$\{?)?\b[a-z0-9_]{1,60}_(?:password|token|secret|credentials|api_key|access_key|private_key)\b\}?/g,
      'secret',
    )
    .replace(/,(?=\s|$)/g, ' , ')
    .replace(/[:()"\u201c\u201d`]+(?=\s|$)/g, ' ')
    .replace(/(^|\s)[("\u201c\u201d`]+/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')} `;
}
