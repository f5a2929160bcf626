/** Numbers that people write as words, from one; of a dozen languages those in which it is done most. */
const NUMBER_WORDS: readonly string[] = [
  'one|ein|eine|einer|un|une|uno|una|um|uma|een|jeden|один',
  'two|zwei|deux|dos|dois|duas|due|twee|dwa|два|две',
  'three|drei|trois|tres|três|tre|drie|trzy|три',
  'four|vier|quatre|cuatro|quatro|quattro|cztery|четыре',
  'five|fünf|cinq|cinco|cinque|vijf|pięć|пять',
  'six|sechs|seis|sei|zes|sześć|шесть',
  'seven|sieben|sept|siete|sete|sette|zeven|siedem|семь',
  'eight|acht|huit|ocho|oito|otto|osiem|восемь',
  'nine|neun|neuf|nueve|nove|negen|dziewięć|девять',
  'ten|zehn|dix|diez|dez|dieci|tien|dziesięć|десять',
  'eleven|elf|onze|once|undici',
  'twelve|zwölf|douze|doce|doze|dodici|twaalf',
];

const NUMBER_OF_WORD = new Map(
  NUMBER_WORDS.flatMap((words, index) => words.split('|').map((word): [string, string] => [word, String(index + 1)])),
);

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');
const UNITS = 'one|two|three|four|five|six|seven|eight|nine'.split('|');
const COMPOUND = new RegExp(`\\b(${TENS.join('|')})(?:[ -](${UNITS.join('|')}))?\\b`, 'g');

function compoundsIn(text: string): string[] {
  return [...text.matchAll(COMPOUND)].map(([, tens = '', unit = '']) =>
    String((TENS.indexOf(tens) + 2) * 10 + UNITS.indexOf(unit) + 1),
  );
}

/** Words for a minute and an hour, as patterns. */
export const MINUTE = '(?:min(?:s|ut\\p{L}{0,3})?|\\u043c\\u0438\\u043d\\p{L}{0,4})';
export const HOUR =
  '(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|godzin\\p{L}?|\\u0447\\u0430\\u0441\\p{L}{0,2})';
const COUNTED = '(?<!\\p{L}|[\\d.])(\\d{1,4}(?:[.,]\\d{1,2})?|\\p{L}{2,12}(?:[ -]\\p{L}{3,6})?)[ -]?';
const SPANS_OF_TIME: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`${COUNTED}${MINUTE}(?!\\p{L})`, 'gu'), 1],
  [new RegExp(`${COUNTED}${HOUR}(?!\\p{L})`, 'gu'), 60],
  [/(\d{1,3})\s?(?:\u5206|\ubd84)/gu, 1],
  [/(\d{1,3})\s?(?:\u4e2a)?(?:\u5c0f\u65f6|\u5c0f\u6642|\u6642\u9593|\uc2dc\uac04)/gu, 60],
];

/** The minutes of all spans of time in a plain text that a number counts: 90 for `1.5 hours`. */
export function minutesIn(text: string): number[] {
  return SPANS_OF_TIME.flatMap(([span, minutes]) =>
    [...text.matchAll(span)].flatMap(([, count = '']) => valuesOf(count).map((value) => value * minutes)),
  );
}

/** All percentages of a plain text. */
export function percentsIn(text: string): number[] {
  const found = text.matchAll(
    /(\d{1,3}(?:[.,]\d{1,2})?|\p{L}{3,12}(?:[ -]\p{L}{3,6})?)[ -]?(?:%|per ?cent|prozent|pour ?cent|por ?cien|por ?cento|procent|\u043f\u0440\u043e\u0446)/gu,
  );
  return [...found].flatMap(([, count = '']) => valuesOf(count));
}

function valuesOf(count: string): number[] {
  if (/^\d/.test(count)) return [Number(count.replace(',', '.'))];
  return numbersIn(count, count.split(/[ -]/)).map(Number);
}

/** All numbers of a plain text, as they are written, and those that words stand for. */
export function numbersIn(text: string, words: readonly string[]): string[] {
  return [
    ...(text.match(/\d+(?:\.\d+)*/g) ?? []),
    ...compoundsIn(text),
    ...words.flatMap((word) => NUMBER_OF_WORD.get(word) ?? []),
  ];
}
