import type { Meaning } from '../meaning.ts';
import { DATABASES, LANGUAGES } from '../words/things.ts';
import type { Token } from './tokens.ts';

const NUMBERS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS: Readonly<Record<string, string>> = {
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '100',
  'twenty-five': '25',
  'forty-five': '45',
  'seventy-five': '75',
  'eighty-five': '85',
  'ninety-five': '95',
};
const EXTENSION = /\.(json|ya?ml|toml|md|go|ts|js|py|java|rs|rb|sh|txt|xml|lock|mod|sum|cfg|ini|tf)$/;

/** `pg17`, `py3.12`: names that stand before a version in one word, with what they are names of. */
const SERVERS = namesOf(DATABASES.map(([service, words]) => [words, service]));
const TOOLS = namesOf(LANGUAGES.flatMap(([words, tool]) => (tool === null ? [] : [[words, tool] as const])));

function namesOf(rows: readonly (readonly [words: string, meant: string])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([words, meant]) => words.split('|').map((word) => [word, meant] as const)));
}

function alternatives(names: ReadonlyMap<string, string>): string {
  return [...names.keys()].map((name) => name.replace(/[.+*?]/g, '\\$&')).join('|');
}

type Reading = readonly [pattern: RegExp, read: (found: readonly string[], raw: string) => Meaning];

/** Values that are told by how they are written. Each pattern is anchored and reads a word once. */
const READINGS: readonly Reading[] = [
  [/^\d{1,9}$/, ([whole = '']) => ({ tag: 'number', value: whole })],
  [/^(\d{1,9}(?:\.\d{1,2})?)%$/, ([, value]) => ({ tag: 'percent', value: Number(value) })],
  [/^v?(\d+(?:\.\d+){1,3}(?:\.x)?|\d+\.x)$/, ([, value = '']) => ({ tag: 'versions', tool: null, values: [value] })],
  [
    /^v?(\d{1,4}(?:\.\d{1,4}){0,2})[-\u2013\u2014]v?(\d{1,4}(?:\.\d{1,4}){0,2})$/,
    ([, from = '', to = '']) => ({ tag: 'span', tool: null, from, to }),
  ],
  [/^(\d{1,2}):(\d{2})(utc|z)?$/, ([, hour, minute]) => timeOf(Number(hour), Number(minute))],
  [
    /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)$/,
    ([, hour, minute = '0', half]) => halfDay(Number(hour), Number(minute), half === 'pm'),
  ],
  [/^(\d{1,4})-?(?:minutes?|mins?)$/, ([, value]) => ({ tag: 'minutes', value: Number(value) })],
  [/^(\d{1,3})-?(?:hours?|hrs?|h)$/, ([, value]) => ({ tag: 'minutes', value: Number(value) * 60 })],
  [/^\d+(?:\.\d+)?(?:m|mi|gi|ki)$/, (_, raw) => ({ tag: 'quantity', value: raw })],
  [
    /^(\d{1,6})(mb|mib|gb|gib)$/,
    ([, value = '', unit = '']) => ({ tag: 'quantity', value: `${value}${binary(unit)}` }),
  ],
  [/^(?:ubuntu|macos|windows)-[\w.-]{1,40}$/, (_, raw) => ({ tag: 'label', label: raw })],
  [
    new RegExp(`^(${alternatives(SERVERS)})[:@-]?(\\d[\\w.-]{0,20})$`),
    ([, name = '', version = '']) => ({ tag: 'database', service: SERVERS.get(name) ?? name, version }),
  ],
  [
    new RegExp(`^(${alternatives(TOOLS)})[:@-]?v?(\\d+(?:\\.\\d+){0,2})$`),
    ([, name = '', version = '']) => ({ tag: 'versions', tool: TOOLS.get(name) ?? name, values: [version] }),
  ],
];

/** What a word is that is no word of the vocabulary; null where it is no value either. */
export function readValue({ text, raw }: Token): Meaning | null {
  if (text.length > 300) return null;
  const number = NUMBERS.indexOf(text);
  if (number >= 0) return { tag: 'number', value: String(number) };
  if (Object.hasOwn(TENS, text)) return { tag: 'number', value: TENS[text] ?? '' };
  for (const [pattern, read] of READINGS) {
    const found = pattern.exec(text);
    if (found) return read(found, raw);
  }
  return placeOf(text, raw);
}

/** A path, a pattern, or a host; nothing that names a version of an action or an address of the web. */
function placeOf(text: string, raw: string): Meaning | null {
  if (text.includes('@') || text.includes('://') || !/^[\w.*/:?[\]{}!+-]+$/.test(text)) return null;
  const [host = '', ...rest] = text.split('/');
  const isHost = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,24}(:\d{1,5})?$/.test(host) && !EXTENSION.test(text);
  if (isHost && !text.includes('*') && rest.every((step) => /^[a-z0-9._-]+$/.test(step)))
    return { tag: 'host', host: text };
  return text.includes('/') || text.includes('*') || EXTENSION.test(text) ? { tag: 'path', path: raw } : null;
}

function timeOf(hour: number, minute: number): Meaning {
  return hour < 24 && minute < 60 ? { tag: 'time', hour, minute } : { tag: 'unknown' };
}

/** `MB` and `gigs` of memory are meant as charts count them, by powers of two. */
export function binary(unit: string): 'Mi' | 'Gi' {
  return /^m/i.test(unit) ? 'Mi' : 'Gi';
}

/** The hours of a half of the day, of which the first is called twelve. */
export function halfDay(hour: number, minute: number, isAfternoon: boolean): Meaning {
  return hour >= 1 && hour <= 12 ? timeOf((hour % 12) + (isAfternoon ? 12 : 0), minute) : { tag: 'unknown' };
}
