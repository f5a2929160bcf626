/** `Not only on tags` takes nothing away. */
const NOT_ONLY = new RegExp(
  [
    "(?:\\bnot|n't) (?:only|just|merely)\\b",
    '\\bnicht (?:nur|bloß|allein)\\b',
    '\\bpas (?:seulement|uniquement|que)\\b',
    '\\bno (?:solo|sólo|solamente)\\b',
    '\\bnão (?:só|apenas)',
    '\\bnon solo\\b',
    '\\bniet alleen\\b',
    '\\bnie tylko\\b',
    'не только|不仅|不只|だけでなく|뿐만 아니라',
  ].join('|'),
  'g',
);

export function withoutNotOnly(text: string): string {
  return text.replace(NOT_ONLY, ' ');
}

const BUT = 'but|though|sondern|aber|mais|pero|sino|mas|ma|maar|ale|но';
const DENIES =
  "do not|don't|dont|never|without|instead of|except(?:ing)?|excluding|apart from|aside from|besides|other than|ohne|außer|sans|sauf|sin|excepto|salvo|sem|exceto|senza|tranne|zonder|behalve|bez|oprócz|без|кроме";

/** `Remove the coverage check and lint cart`: what takes a noun is over where another deed begins. */
const NEXT_DEED =
  /(?<=(?<!\p{L})(?:remove|drop|delete|disable|stop) [^.,;:!?\n]{0,200}) and (?=(?:lint|test|run|build|push|publish|deploy|scan|sign|check|audit|format|add|use|give) )/u;

/** Where a clause ends. A dot or colon inside of a name ends none. */
const CLAUSE_ENDS = new RegExp(
  [
    '[.,;:!?](?= |$)',
    '[\\n—。、，；：！？]',
    `(?<!\\p{L})(?:${BUT})(?!\\p{L})`,
    `(?=(?<!\\p{L})(?:(?:and|or) )?(?:${DENIES}) )`,
  ].join('|'),
  'gu',
);

/** `Push cart and skip the scan`: of what is done and what is not. */
const NEXT_REMOVAL = / (?=and (?:skip|drop|remove|disable|delete|omit|turn off) )/u;
const DENIAL = /(?<!\p{L})(?:not|never|no|\p{L}+n't|dont)(?!\p{L})/u;

/** Some words, and the sign or word that stands before them. */
export interface Clause {
  readonly text: string;
  readonly sign: string;
}

export function clausesOf(text: string): Clause[] {
  const ends = [...text.matchAll(CLAUSE_ENDS)];
  const starts = [{ from: 0, sign: '' }, ...ends.map((end) => ({ from: end.index + end[0].length, sign: end[0] }))];
  return starts
    .flatMap(({ from, sign }, at) => {
      const [first = '', ...more] = partsOf(text.slice(from, ends[at]?.index ?? text.length));
      return [{ text: first, sign }, ...more.map((part) => ({ text: part, sign: 'and' }))];
    })
    .filter((clause) => clause.text.trim() !== '');
}

function partsOf(clause: string): string[] {
  const parts = clause.split(NEXT_DEED);
  return parts.flatMap((part) => (DENIAL.test(part) ? [part] : part.split(NEXT_REMOVAL)));
}

const ANEW =
  /^ ?(?:(?:and|or|then|so|please|now|just|only|rather|instead) )*(?:only|just|please|instead|rather|on|from|for|we|i|the|lint|test|run|build|push|publish|deploy|scan|sign|check|audit|format|type|add|use|give|make|put|set|ship|release|roll|start|generate|nur|solo|seulement)(?!\p{L})/u;

/** Whether what is denied before it goes on in a clause: `never, ever, push it`, `not cart, web or ledger`, `all but cart`. */
export function goesOn({ text, sign }: Clause, before: Clause, isDenied: boolean): boolean {
  if (sign === 'but') return /(?<!\p{L})(?:all|every|any)/u.test(before.text) && text.trim().split(' ').length <= 3;
  const isBare =
    /(?<!\p{L})(?:not|never|n't|don't)$/u.test(before.text.trim()) || /^(?:ever|at all)$/.test(before.text.trim());
  return isDenied && /^[,:\u3001\uff0c\uff1a]/.test(sign) && (isBare || isAside(text, before) || !ANEW.test(text));
}

/** `Never, whatever happens, push it`. */
function isAside(text: string, before: Clause): boolean {
  return (
    /^[,\uff0c]/.test(before.sign) && /^ ?(?:whatever|no matter|under|in any|ever)/.test(before.text) && text !== ''
  );
}

/** What somebody does who starts a pipeline. */
const DONE = 'push(?:es|ed|ing|s)?|releas(?:es|ed|ing|e)|publish(?:es|ed|ing)?|gepusht|merges?';
const WHEN =
  'on|upon|at|for|every|each|any|a|an|per|after|before|until|bei|beim|nach|vor|pro|jedem|jeder|jeden|jede|chaque|cada|ogni|elke|bij|przy|при';
const EACH = 'every|each|any|a|an|the|all|new|jedem|jeder|jeden|chaque|cada|ogni|elke|każdym|каждом';
const WHO =
  'we|i|you|they|he|she|one|somebody|someone|anybody|anyone|nobody|people|developers|wir|man|jemand|(?:(?:a|the) )?(?:tag|commit|branch|change|version)s? (?:is|are|was|gets?)';

/** What only says when something is done: `on every push`, `when somebody pushes`, `push to main`, `release branch`. */
const MOMENT = new RegExp(
  [
    `(?<!\\p{L})(?:${WHEN}) (?:(?:${EACH}) )?(?:${DONE})(?!\\p{L})`,
    `(?<!\\p{L})(?:${WHO}) (?:${DONE})(?!\\p{L})`,
    '(?<!\\p{L})push(?:es)? (?:to|auf) (?:the )?(?:main|master|trunk|default)(?!\\p{L})',
    '(?<!\\p{L})pushes (?:to|on|of|auf)(?!\\p{L})',
    '(?<!\\p{L})(?:push|release) (?:event|trigger|build|run|image|branch|tag|note|candidate|version)(?:es|s)?(?!\\p{L})',
    '(?<!\\p{L})(?:publish|release|deploy) (?:script|process|job|step|team|manager|cycle|train|page|plan)s?(?!\\p{L})',
  ].join('|'),
  'gu',
);

export function withoutMoments(clause: string): string {
  return clause.replace(MOMENT, ' ');
}

/** Whether a clause says that somebody pushes one of these: `push it`, `push the cart`. */
export function isPushing(clause: string, names: (word: string) => boolean): boolean {
  const words = clause.split(/[\s'"`]+/);
  return words.some((word, at) => /^push(?:es|ing)?$/.test(word) && isNext(words.slice(at + 1, at + 4), names));
}

function isNext(words: readonly string[], names: (word: string) => boolean): boolean {
  const end = words.findIndex((word) => /^(?:to|on|in|into|from|when|after|before|and|auf|nach)$/.test(word));
  return words.slice(0, end < 0 ? words.length : end).some(names);
}

/** What is not denied by these: it must not fall, nothing that fails it is merged, it is stopped in time. */
const CONDITION = new RegExp(
  [
    "(?<!\\p{L})(?:(?:must|may|should|can)(?: not|n't)|cannot|never) (?:ever )?(?:drop|fall|sink|go|fail|break)(?: (?:below|under))?(?!\\p{L})",
    '(?<!\\p{L})(?:drops?|falls?) (?:below|under)(?!\\p{L})',
    '(?<!\\p{L})(?:nobody|no one) (?:should|may|can|must) merge(?!\\p{L})',
    '(?<!\\p{L})stop (?:it|them) after(?!\\p{L})',
  ].join('|'),
  'gu',
);

export function withoutConditions(clause: string): string {
  return clause.replace(CONDITION, ' ');
}
