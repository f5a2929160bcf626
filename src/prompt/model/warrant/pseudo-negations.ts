/** A text without the words that look like a denial or a removal, and are none. */
export function withoutPseudoNegations(text: string): string {
  const limited = LIMITS.reduce((rest, limit) => rest.replace(limit, '$1 at most '), text);
  return withoutNotOnly(limited.replace(KEPT, 'keep').replace(CONDITION, ' '));
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
