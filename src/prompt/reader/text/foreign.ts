/** Small words of other languages that none of English is; two of them make a sentence that is not English. */
const WORDS: ReadonlySet<string> = new Set(
  `bitte der das und mit nicht ein eine einen einem für auf auch soll sollen werden wird keine kein keinen wenn wir ist sind nur dem den alle jede jeden
  le les des un du une avec ajoute ajoutez pour dans pas sur doit doivent veuillez est sont nous chaque aussi et
  el los las por favor con para una puedes del todos cada ejecutar ejecuta quiero también y sin
  os em com não uma rode também todo seja
  il gli della per non che ogni
  het een voor met niet elke graag`
    .trim()
    .split(/\s+/),
);

/** Chinese, Japanese, Korean, Cyrillic, Arabic and the like. */
const OTHER_SCRIPT =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Devanagari}|\p{Script=Thai}|\p{Script=Greek}/gu;

/** Whether words are of another language, as far as their small words or letters tell. */
export function isForeign(words: string): boolean {
  const small = new Set(
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => WORDS.has(word)),
  );
  return small.size > 1 || (words.match(OTHER_SCRIPT) ?? []).length > 1;
}
