/** A text without the words that look like a denial or a removal, and are none. */
export function withoutPseudoNegations(text: string): string {
  const limited = LIMITS.reduce((rest, limit) => rest.replace(limit, '$1 at most '), text);
  return withoutNotOnly(
    limited.replace(KEPT, 'keep').replace(NOT_FORGOTTEN, ' keep ').replace(MUST, ' ').replace(CONDITION, ' '),
  );
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

/** `Do not forget to lint`, `never skip the tests`: two turns are none. */
const KEPT =
  /(?<!\p{L})(?:(?:do|must|should|may|can) not|(?:do|must|should|may|ca)n't|dont|cannot|never)(?: ever)? (?:forget|fail|omit|neglect|skip|stop|remove|drop|disable|cancel|delete)(?: (?:to|about))?(?!\p{L})/gu;

/** What must be done is said by two denials there. */
const MUST =
  /(?:\u306a\u3051\u308c\u3070|\u306a\u304f\u3066\u306f|\u306a\u304f\u3061\u3083|\u306a\u3044\u3068)(?:\u306a\u308a\u307e\u305b\u3093|\u306a\u3089\u306a\u3044|\u3044\u3051\u307e\u305b\u3093|\u3044\u3051\u306a\u3044|\u3060\u3081|\u30c0\u30e1)|\u4e0d\u5f97\u4e0d|\u4e0d\u80fd\u4e0d|(?:\uc9c0 \uc54a\uc73c\uba74|\uc548 \ud558\uba74) \uc548 ?(?:\ub3fc|\ub41c\ub2e4|\ub429\ub2c8\ub2e4)/gu;

/** The same in other languages. */
const NOT_FORGOTTEN =
  /(?<!\p{L})(?:verg(?:iss|esst|essen sie) (?:bitte )?nicht|nicht (?:zu )?vergessen|n'oublie[zs]? pas(?: d[e'])?|no (?:te |se )?olvid(?:es|e|en)(?: de)?|n\u00e3o (?:se |te )?esque\u00e7(?:as?|am)(?: de)?|non dimenticar(?:e|ti)(?: di)?|vergeet niet(?: om)?|nie zapomnij|\u043d\u0435 \u0437\u0430\u0431\u0443\u0434\u044c(?:\u0442\u0435)?)(?!\p{L}),?|(?:\u4e0d\u8981|\u522b|\u52ff)\u5fd8(?:\u4e86|\u8bb0)?|\u5fd8\u308c\u305a(?:\u306b)?|\u5fd8\u308c\u306a\u3044\u3067|\uc78a\uc9c0 ?(?:\ub9c8|\ub9d0)(?:\uc138\uc694|\uace0)?/gu;

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
