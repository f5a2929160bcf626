/** What somebody does who starts a pipeline. */
const DONE = 'push(?:es|ed|ing|s)?|deploy(?:s|ed|ing)?|releas(?:es|ed|ing|e)|publish(?:es|ed|ing)?|gepusht|merges?';
const WHEN =
  'on|upon|at|for|every|each|any|a|an|per|after|before|until|bei|beim|nach|vor|pro|jedem|jeder|jeden|jede|chaque|cada|ogni|elke|bij|przy|при';
const EACH = 'every|each|any|a|an|the|all|new|jedem|jeder|jeden|chaque|cada|ogni|elke|każdym|каждом';
const WHO =
  'we|i|you|they|he|she|one|somebody|someone|anybody|anyone|nobody|people|developers|wir|man|jemand|(?:(?:a|the) )?(?:tag|commit|branch|change|version)s? (?:is|are|was|gets?)';

const DEED_NOUNS =
  'script|process|job|step|team|manager|cycle|train|page|plan|module|code|service|endpoint|config|configuration|mode|branch|logic|handler|button|form|api|test|notes';

/** What only says when something is done: `on every push`, `when somebody pushes`, `push to main`, `release branch`. */
const OCCASION = new RegExp(
  [
    `(?<!\\p{L})(?:${WHEN}) (?:(?:${EACH}) )?(?:${DONE})(?!\\p{L})`,
    `(?<!\\p{L})(?:${WHO}) (?:${DONE})(?!\\p{L})`,
    '(?<!\\p{L})push(?:es)? (?:to|auf) (?:the )?(?:main|master|trunk|default)(?!\\p{L})',
    '(?<!\\p{L})pushes (?:to|on|of|auf)(?!\\p{L})',
    '(?<!\\p{L})(?:push|release) (?:event|trigger|build|run|image|branch|tag|note|candidate|version)(?:es|s)?(?!\\p{L})',
    `(?<!\\p{L})(?:publish(?:ing)?|releas(?:e|ing)|deploy(?:ing|ment)?|upload(?:ing)?|push(?:ing)?) (?:${DEED_NOUNS})s?(?!\\p{L})`,
    '(?<!\\p{L})upload(?:s|ed|ing)? (?:\\p{L}+ ){0,4}(?:report|result|artifact|artefact|log|coverage)s?(?!\\p{L})',
  ].join('|'),
  'gu',
);

/** `It is released weekly` tells; `make sure that it is released` asks. */
const NARRATED =
  /(?<!\p{L})(?:is|are|was|were|got|been|being)(?: \p{L}{2,12})? (?:published|released|shipped|pushed|deployed|uploaded)(?!\p{L})/gu;
const WISHED_FOR = /(?<!\p{L})(?:sure|ensure|want|wants|should|must|needs?|like|please|so that|see|let|only)(?!\p{L})/u;

/** What holds a deed back in other words than a denial; it is judged where something leaves the pipeline. */
const HELD_BACK =
  /(?<!\p{L})(?:refus|hold |holds |holding |held back|withhold|ban |bans |banned|block|reject|prevent|fore?go |abstain|mistake|wrong|unnecessar|undesir|unwanted|unwelcome|used to |out of the question|off the table|off limits|off-limits|hands off|must fail|postpon|delay|freez|revok|revert|undo |simulat|discourag|bad idea|hate |has to wait|have to wait|wait with|leave (?:\p{L}+ ){1,4}out|keep (?:\p{L}+ ){1,4}from |until (?:last|further))/u;

/** Whether a clause holds back what it speaks of. */
export function isHeldBack(clause: string): boolean {
  return HELD_BACK.test(`${clause} `);
}

const GERUND = 'pushing|publishing|deploying|releasing|shipping|uploading|promoting';
/** `Postpone pushing`, `pushing it is a bad idea`, `the push of cart`, `the script that pushes`, `it can be deployed`: spoken of, and not asked for. */
const MENTIONED = new RegExp(
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
export function withoutOccasions(clause: string): string {
  const deeds = clause.replace(OCCASION, ' ').replace(MENTIONED, ' ');
  return WISHED_FOR.test(deeds) ? deeds : deeds.replace(NARRATED, ' ');
}

/** Whether a clause says that one of these is pushed: `push it`, `push the cart`, `cart should be pushed`; or `push on tags`, which is said of images alone. */
export function isPushing(clause: string, names: (word: string) => boolean): boolean {
  const words = clause.split(/[\s'"`]+/);
  const isPushed =
    /(?<!\p{L})push (?:on (?:(?:every|each|new|a|all) )?tags?|from (?:main|master|trunk|the default))(?!\p{L})/u;
  return (
    isPushed.test(clause) ||
    words.some((word, at) => PUSH.test(word) && isNext(words.slice(at + 1, at + 4), names)) ||
    words.some((word, at) => word === 'pushed' && words.slice(Math.max(0, at - 4), at).some(names))
  );
}

/** In the languages in which people say so of an image. */
const PUSH = /^(?:push(?:es|ing|e|t|en)?|pouss(?:e|er|ez)|sub(?:e|ir)|schieb(?:e|t|en))$/;

function isNext(words: readonly string[], names: (word: string) => boolean): boolean {
  const end = words.findIndex((word) => /^(?:to|on|in|into|from|when|after|before|and|auf|nach)$/.test(word));
  return words.slice(0, end < 0 ? words.length : end).some(names);
}
