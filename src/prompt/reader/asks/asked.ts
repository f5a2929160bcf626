import type { Question } from '../../../domain/request.ts';
import type { Token } from '../text/tokens.ts';

/** Sentences that ask about the pipeline instead of wishing something of it: each a question back. */
export function askedIn(tokens: readonly Token[]): Question[] {
  return sentencesOf(tokens)
    .filter(isAsked)
    .map(({ words }) => ({
      about: words.map(({ raw }) => raw).join(' '),
      text: 'This asks something. Is it a wish? Then say it as one.',
      choices: wishIn(words.map(({ raw }) => raw).join(' ')),
    }));
}

/** `is it possible to lint web` may be the wish to lint it. */
function wishIn(sentence: string): string[] {
  const [, wish] = POSSIBLE.exec(sentence) ?? [];
  return wish === undefined ? [] : [`${wish.slice(0, 1).toUpperCase()}${wish.slice(1)}`];
}

const POSSIBLE = /^(?:is it possible to|is there a way to|is there any way to) (.+)$/i;

interface Sentence {
  readonly words: readonly Token[];
  /** Whether a question mark ends it. */
  readonly isMarked: boolean;
}

function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let words: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'stop') words.push(token);
    else if (words.length > 0) {
      sentences.push({ words, isMarked: token.text === '?' });
      words = [];
    }
  }
  return words.length > 0 ? [...sentences, { words, isMarked: false }] : sentences;
}

/** `Do we lint web?`, `Don't we lint it`, `Which tests run?`; `can you lint web?`, `do lint web` and `have web linted` are wishes. */
function isAsked({ words, isMarked }: Sentence): boolean {
  const text = words
    .map((word) => word.text)
    .join(' ')
    .replace(GREETING, '');
  if (!isMarked && CAUSING.test(text) && !OF_PEOPLE.test(text)) return false;
  return ASKING.test(text) || WONDERING.test(text) || POSSIBLE.test(text) || (isMarked && !POLITE.test(text));
}

/** `I want to know who lints web` asks it in other words; `whether` and `when` may name what a check finds. */
const WONDERING =
  /^(?:please )?(?:(?:i|we|i'd|we'd|i'm|we're|everyone|the team) (?:[a-z']+ ){0,4})?(?:know|understand|wonder|wondering|ask myself|ask ourselves|tell me|tell us|explain|explain to me) (?:who|why|how|what|where|since when|how long|if there (?:is|are))\b/;
/** `Have our dependencies checked for CVEs`, `Do the linting in web`: of what is done, and not whether it was. */
const CAUSING =
  /^(?:please )?(?:have (?:the|our|my|this|that) (?:(?!been |been$)[^ ]+ ){1,6}(?:linted|tested|checked|scanned|audited|formatted|signed|built|compiled|published|pushed|deployed|type-checked|typechecked|covered|measured|executed|verified|performed|go off|kick off|kicked off)(?: (?:for|by|with|on|against|in|at|every|each|before|when|whenever|to|and|too|from|,)(?: |$)|$)|have (?:it|them|everything) (?!been )(?!.* (?:yet|already)$)[a-z]+(?: |$)|do the (?:[^ ]+ing) )/;
const OF_PEOPLE =
  /^(?:please )?have (?:the|our|my) (?:[^ ]+ )?(?:team|developers?|maintainers?|people|colleagues|reviewers?|engineers|users|folks|others)\b/;
const GREETING = /^(?:(?:and|also|but|so|then|hi|hey|hello|ok|okay|well|,) )+/;
/** At the beginning, or behind a pause: `we forget the tests, can CI run them?`, `it hangs, so could you stop it?`. */
const POLITE =
  /(?:^|(?:[,:-]|\u2013|\u2014|\bso) )(?:can|could|may|might|please|(?:would|will) (?:you|it be|someone|somebody|anyone|anybody)|(?:how|what) about)\b/;
const WHO = 'we|you|i|they|it|he|she|there|any|anybody|somebody|anyone|someone';
const ASKING = new RegExp(
  [
    '^(?:does|did|should|shall|is|are|was|were|am|why|who|whose|which)\\b',
    "^(?:doesn't|didn't|isn't|aren't|wasn't|wouldn't|shouldn't|couldn't|haven't|hasn't) ",
    '^(?:what|how)\\b(?! about\\b)',
    `^(?:do|have|has|had) (?:${WHO}|the|our|your|my|this|that)\\b`,
    // `Don't lint web` is a wish.
    `^(?:don't|won't|can't|dont|wont|cant) (?:${WHO})\\b`,
  ].join('|'),
);
