/** Numbers that people write as words, from one; of a dozen languages those in which it is done most. */
const WORDS: readonly string[] = [
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

const VALUES = new Map(
  WORDS.flatMap((words, index) => words.split('|').map((word): [string, string] => [word, String(index + 1)])),
);

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'.split('|');
const UNITS = 'one|two|three|four|five|six|seven|eight|nine'.split('|');
const COMPOUND = new RegExp(`\\b(${TENS.join('|')})(?:[ -](${UNITS.join('|')}))?\\b`, 'g');

function compoundsIn(text: string): string[] {
  return [...text.matchAll(COMPOUND)].map(([, tens = '', unit = '']) =>
    String((TENS.indexOf(tens) + 2) * 10 + UNITS.indexOf(unit) + 1),
  );
}

/** All numbers of a plain text, as they are written, and those that words stand for. */
export function numbersIn(text: string, words: readonly string[]): string[] {
  return [
    ...(text.match(/\d+(?:\.\d+)*/g) ?? []),
    ...compoundsIn(text),
    ...words.flatMap((word) => VALUES.get(word) ?? []),
  ];
}
