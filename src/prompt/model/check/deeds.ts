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
  "do not|don't|dont|never|without|instead of|rather than|except(?:ing)?|excluding|apart from|aside from|besides|other than|ohne|außer|sans|sauf|sin|excepto|salvo|sem|exceto|senza|tranne|zonder|behalve|bez|oprócz|без|кроме";

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
const DONE = 'push(?:es|ed|ing|s)?|deploy(?:s|ed|ing)?|releas(?:es|ed|ing|e)|publish(?:es|ed|ing)?|gepusht|merges?';
const WHEN =
  'on|upon|at|for|every|each|any|a|an|per|after|before|until|bei|beim|nach|vor|pro|jedem|jeder|jeden|jede|chaque|cada|ogni|elke|bij|przy|при';
const EACH = 'every|each|any|a|an|the|all|new|jedem|jeder|jeden|chaque|cada|ogni|elke|każdym|каждом';
const WHO =
  'we|i|you|they|he|she|one|somebody|someone|anybody|anyone|nobody|people|developers|wir|man|jemand|(?:(?:a|the) )?(?:tag|commit|branch|change|version)s? (?:is|are|was|gets?)';

const NOUNS =
  'script|process|job|step|team|manager|cycle|train|page|plan|module|code|service|endpoint|config|configuration|mode|branch|logic|handler|button|form|api|test|notes';

/** What only says when something is done: `on every push`, `when somebody pushes`, `push to main`, `release branch`. */
const MOMENT = new RegExp(
  [
    `(?<!\\p{L})(?:${WHEN}) (?:(?:${EACH}) )?(?:${DONE})(?!\\p{L})`,
    `(?<!\\p{L})(?:${WHO}) (?:${DONE})(?!\\p{L})`,
    '(?<!\\p{L})push(?:es)? (?:to|auf) (?:the )?(?:main|master|trunk|default)(?!\\p{L})',
    '(?<!\\p{L})pushes (?:to|on|of|auf)(?!\\p{L})',
    '(?<!\\p{L})(?:push|release) (?:event|trigger|build|run|image|branch|tag|note|candidate|version)(?:es|s)?(?!\\p{L})',
    `(?<!\\p{L})(?:publish(?:ing)?|releas(?:e|ing)|deploy(?:ing|ment)?|upload(?:ing)?|push(?:ing)?) (?:${NOUNS})s?(?!\\p{L})`,
    '(?<!\\p{L})upload(?:s|ed|ing)? (?:\\p{L}+ ){0,4}(?:report|result|artifact|artefact|log|coverage)s?(?!\\p{L})',
  ].join('|'),
  'gu',
);

/** `It is released weekly` tells; `make sure that it is released` asks. */
const TOLD =
  /(?<!\p{L})(?:is|are|was|were|got|been|being)(?: \p{L}{2,12})? (?:published|released|shipped|pushed|deployed|uploaded)(?!\p{L})/gu;
const ASKS = /(?<!\p{L})(?:sure|ensure|want|wants|should|must|needs?|like|please|so that|see|let|only)(?!\p{L})/u;

/** What holds a deed back in other words than a denial; it is judged where something leaves the pipeline. */
const HELD =
  /(?<!\p{L})(?:refus|hold |holds |holding |held back|withhold|ban |bans |banned|block|reject|prevent|fore?go |abstain|mistake|wrong|unnecessar|undesir|unwanted|unwelcome|used to |out of the question|off the table|off limits|off-limits|hands off|must fail|postpon|delay|freez|revok|revert|undo |simulat|discourag|bad idea|hate |has to wait|have to wait|wait with|leave (?:\p{L}+ ){1,4}out|keep (?:\p{L}+ ){1,4}from |until (?:last|further))/u;

/** Whether a clause asks for what it speaks of. */
export function isHeld(clause: string): boolean {
  return HELD.test(`${clause} `);
}

const GERUND = 'pushing|publishing|deploying|releasing|shipping|uploading|promoting';
/** `Postpone pushing`, `pushing it is a bad idea`, `the push of cart`, `the script that pushes`, `it can be deployed`: spoken of, and not asked for. */
const SPOKEN = new RegExp(
  [
    `(?<!\\p{L})(?<!(?:start|begin|keep|continue|enable|allow|automate|want|need|like|by|add|and|or|with|for)(?:s|ing)? )(?<!^ ?)(?:${GERUND})(?!\\p{L})`,
    `^ ?(?:${GERUND})(?= .{0,200} (?:is|are|was|would|has|will|must|should|can|could|may)(?!\\p{L}))`,
    '(?<!\\p{L})(?<!(?:add|enable|automate|want|need|start|with)(?: a| the)? )(?:push|releases?|deploy|rollout) of(?!\\p{L})',
    '(?<!\\p{L})the \\p{L}{2,20} that (?:pushes|publishes|deploys|releases|ships|uploads)(?!\\p{L})',
    '(?<!\\p{L})(?:can|could|may|might) be (?:pushed|published|deployed|released|shipped|uploaded)(?!\\p{L})',
    '^ ?who (?:pushes|publishes|deploys|releases|ships)(?!\\p{L})',
  ].join('|'),
  'gu',
);

/** A clause without what only says when, or speaks of a deed that nobody asks for. */
export function withoutMoments(clause: string): string {
  const deeds = clause.replace(MOMENT, ' ').replace(SPOKEN, ' ');
  return ASKS.test(deeds) ? deeds : deeds.replace(TOLD, ' ');
}

/** Whether a clause says that one of these is pushed: `push it`, `push the cart`, `cart should be pushed`; or `push on tags`, which is said of images alone. */
export function isPushing(clause: string, names: (word: string) => boolean): boolean {
  const words = clause.split(/[\s'"`]+/);
  const isPushed =
    /(?<!\p{L})push (?:on (?:(?:every|each|new|a|all) )?tags?|from (?:main|master|trunk|the default))(?!\p{L})/u;
  return (
    isPushed.test(clause) ||
    words.some((word, at) => /^push(?:es|ing)?$/.test(word) && isNext(words.slice(at + 1, at + 4), names)) ||
    words.some((word, at) => word === 'pushed' && words.slice(Math.max(0, at - 4), at).some(names))
  );
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

/** `Never let cart run longer than 10 minutes`, `stop cart after 10 minutes`: limits, whose words are kept. */
const LIMITS = [
  /(?<!\p{L})(?:must|may|should|can|shall|do|does|will)(?: not|n't)((?: [\p{L}-]+){0,6}?) (?:longer|more) than(?!\p{L})/gu,
  /(?<!\p{L})(?:cannot|never|not|no)((?: [\p{L}-]+){0,6}?) (?:longer|more) than(?!\p{L})/gu,
  /(?<!\p{L})(?:stop|stops|kill|kills|cancel|cancels|abort|aborts)((?: [\p{L}-]+){1,5}?) after(?!\p{L})/gu,
];

/** `The linter does not run`, `cart has no linter`: how things are, which takes nothing away. */
const REPORT =
  /(?<!\p{L})(?:there (?:is|are) no|(?:has|have) no|do(?:es)?(?: not|n't)|(?:is|are|was|were)(?: not|n't)|(?:we|they) never|(?:is|are|was|were) never|(?:i|we|you) (?:can't|cannot|couldn't|could not)|why)(?!\p{L})/u;
const WISHED =
  /(?<!\p{L})(?:should|shall|must|needs?|want|wants|would|longer|more|any ?more|like|let|please|nobody|no one)(?!\p{L})/u;
const ADDS =
  /^ ?(?:(?:please|so|then|now|can you|could you) )*(?:add|fix|mend|change|introduce|do|lint|make|set)(?: \p{L}+){0,2} ?(?:it|that|this|one|some)?(?: |$)/u;

/** Whether a clause tells that something is missing. An order (`do not lint it`) has nobody before it, and nothing that is done `yet`. */
export function isReport(clause: string, before: string): boolean {
  if (/(?<!\p{L})yet(?!\p{L})/u.test(clause) && DENIAL.test(clause)) return true;
  const found = REPORT.exec(clause);
  if (found === null || WISHED.test(clause)) return false;
  if (/(?:^| )(?:we|they|you|i) ?$/.test(before)) return true;
  return (
    !/^(?:do|are|is)/.test(found[0]) ||
    /\p{L}/u.test(clause.slice(0, found.index).replace(/(?<!\p{L})(?:and|or|but|so|then)(?!\p{L})/gu, ''))
  );
}

/** Whether what is missing is wished for in the next clause: `… Add one`. */
export function isAdded(next: string | undefined): boolean {
  return next !== undefined && ADDS.test(next);
}

/** `Do not forget to lint`, `never skip the tests`: two turns are none. */
const KEPT =
  /(?<!\p{L})(?:(?:do|must|should|may|can) not|(?:do|must|should|may|ca)n't|dont|cannot|never)(?: ever)? (?:forget|fail|omit|neglect|skip|stop|remove|drop|disable|cancel|delete)(?: (?:to|about))?(?!\p{L})/gu;

export function withoutConditions(clause: string): string {
  const limited = LIMITS.reduce((text, limit) => text.replace(limit, '$1 at most '), clause);
  return limited.replace(KEPT, 'keep').replace(CONDITION, ' ');
}
