import { endOfReferences, isLiteral } from './literal.ts';
import { CAMEL, NAME, QUOTED } from './names.ts';
import { REDACTED } from './suspicion.ts';

const TYPE = String.raw`&?(?:string|str|String|SecretStr|bytes)\??`;
const BLANK = String.raw`[ \t\u00a0]`;
/** What parts a name from its value, behind the quote or the bracket that ends the name. */
const SETS = String.raw`(\\?["'\`]\]?|\])?${BLANK}{0,40}(:=|[?+|]{1,2}=|=>|={1,3}|!=|:${BLANK}{0,4}${TYPE}${BLANK}{0,4}=|${BLANK}${TYPE}${BLANK}{0,4}=|:(?!:)|\uff1a)${BLANK}{0,40}`;
const ASSIGNED = new RegExp(String.raw`(?<!\w)(${NAME}|[\w.-]{1,60}?(?:pass|auth|pat|pw|creds)s?)${SETS}`, 'gi');
const NAMED = new RegExp(`^${NAME}$`, 'i');

/** What an expression is made of or falls back to: `${{ secrets.X || 'x' }}`, `env.X ?? "x"`, `default('x')`, `a ? b : "x"`. */
const INTO = String.raw`\|\||\?\?|\bor\b|\?:|\?[^\n:"']{1,200}:|\bdefault[ (]{1,2}|\w*encode\w*\(|\bcoalesce\([^\n"')]{0,200},|\bformat\(["'][^"'\n]{0,60}["'],|\$?\{\{`;
const FALLBACK = new RegExp(
  String.raw`((?<!\w)${NAME}${SETS}[^\n]{0,300}?(?:${INTO})${BLANK}{0,4})(?:${QUOTED})`,
  'gi',
);

/** The text without the values of names that say that they are secret, as far as they begin on the line of their name. */
export function withoutAssigned(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(ASSIGNED)) {
    if (match.index < at) continue;
    const place = placeOf(match, text);
    const end = place === null ? null : endOf(text, place);
    if (place === null || end === null) continue;
    parts.push(text.slice(at, place.start), REDACTED);
    at = end;
  }
  return [...parts, text.slice(at)].join('').replace(FALLBACK, `$1${REDACTED}`);
}

interface Place {
  readonly name: string;
  readonly sign: string;
  /** Of the value. */
  readonly start: number;
  /** The quote that name and value stand in together: `"NAME=value"`. */
  readonly quote: string | null;
  /** Whether the value goes on to the end of its line. */
  readonly isWide: boolean;
}

/** Null where the name is the one of a variable that is only used, of `${NAME:-value}`, or a part of a path. */
function placeOf(match: RegExpExecArray, text: string): Place | null {
  const [all, name = '', closing = '', sign = ''] = match;
  const before = text.slice(Math.max(0, match.index - LINE_START), match.index);
  const isColon = sign === ':' || sign === '\uff1a';
  if (!NAMED.test(name) && !CAMEL.test(name)) return null;
  if (before.endsWith('${') || (isColon && (closing === '`' || /[$/]$/.test(before)))) return null;
  const quote = closing === '' ? (/["'`]$/.exec(before)?.[0] ?? null) : null;
  const start = match.index + all.length;
  const isSpaced = /[ \t\u00a0]$/.test(all);
  const isProperty = sign === '=' && !isSpaced && /^[a-z][\w-]*\./.test(name);
  const isWide = STARTS_LINE.test(before) && (isProperty || (isSpaced && (isColon || /^[?+:]?=$/.test(sign))));
  return { name, sign: isColon ? ':' : sign, start, quote, isWide };
}

const LINE_START = 200;
/** A sign of a diff, of a list or of a comment, and a word that sets. */
const STARTS_LINE =
  /(?:^|\n)[+-]?[ \t]*(?:(?:-|#|\/\/|;)[ \t]+)?(?:(?:export|set|let|const|var|val|def)[ \t]+)?["'$]?$/;

/** Where the value ends; null where it is none that is secret. */
function endOf(text: string, place: Place): number | null {
  const { name, sign, start, quote } = place;
  if (/^#(?:\s|$)/.test(text.slice(start, start + 2)) && text[start - 1] !== sign) return null;
  const heredoc = HEREDOC.exec(text.slice(start, start + MOST));
  if (heredoc !== null) return start + heredoc[0].length;
  const scheme = /authorization$/i.test(name) ? (SCHEME.exec(text.slice(start, start + 20))?.[0].length ?? 0) : 0;
  const tag = scheme + (PREFIX.exec(text.slice(start, start + 100))?.[0].length ?? 0);
  const from =
    start + (sign === ':' || scheme > 0 ? tag : (STRING.exec(text.slice(start, start + 3))?.[0].length ?? 0));
  const inside =
    listAt(text, from, /(?:secret|credential)s?$/i.test(name)) ??
    quotedAt(text, from) ??
    (quote === null ? null : toQuote(text, from, quote));
  if (inside !== null) {
    const all = sign === '=' ? withNext(text, inside) : inside;
    return isAny(all, { name, sign, isQuoted: true }) ? all.end : null;
  }
  if (/^={2,3}$|^!=$/.test(sign)) return null;
  const said = { name, sign, isQuoted: false };
  const whole = wordAt(text, from);
  const word = withoutClosers(whole);
  if (!isLiteral(word, said) || !isLiteral(whole, said)) return null;
  const end = from + word.length + (whole.length < JUDGED ? 0 : lengthOfRest(text, from + word.length));
  return place.isWide ? Math.max(end, endOfLine(text, end)) : end;
}

interface Inside {
  readonly end: number;
  readonly values: readonly string[];
}

/** With what a shell reads as a part of the same word: `"x"'y'z`. */
function withNext(text: string, { end, values }: Inside): Inside {
  const [next = ''] = NEXT.exec(text.slice(end, end + 1000)) ?? [];
  return { end: end + next.length, values: [...values, next.replace(/["']/g, '')] };
}

const NEXT = /^(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[\w.@%+*-]{1,300}){0,4}/;

function isAny({ values }: Inside, said: Parameters<typeof isLiteral>[1]): boolean {
  return values.some((value) => isLiteral(value, said));
}

/** Characters of a value that goes over lines. */
const MOST = 4000;
const HEREDOC = /^<<[-~]?["']?([A-Za-z_]\w{0,40})["']?[^\n]{0,100}\n[\s\S]{0,2000}?\n[+-]?[ \t]*\1(?=\s|$)/;
const TRIPLE = /^("""|''')[\s\S]{0,2000}?\1/;
const SCHEME = /^(?:bearer|basic|token|apikey|digest|bot)[ \t]{1,4}/i;
/** Anchors and tags of YAML. */
const PREFIX = /^(?:(?:&[\w-]{1,60}|!!\w{1,20})[ \t]{1,4}){1,3}/;
const STRING = /^[bfru]{1,2}(?=["'])/i;
const LIST = /^\[([^[\]{}]{1,2000})\]/;
const QUOTE = {
  '"': /^"((?:[^"\\\n]|\\.){0,2000})(?:"|$|(?=\n))/,
  "'": /^'((?:[^'\\\n]|\\.|''){0,2000})(?:'|$|(?=\n))/,
  '`': /^`([^`\n]{0,2000})(?:`|$|(?=\n))/,
  '\\': /^\\["']((?:[^"'\\\n]|\\\\.){0,2000})(?:\\["']|$|(?=\n))/,
} as const;
/** A text in quotes that ends on one of the next lines, with nothing behind it. */
const OPEN = /^(["'])[^"'\n]{0,400}(?:\n[^"'\n]{0,400}){1,5}\1[,;)]?(?=\s*(?:\n|$))/;

/** A list on one line or on several, without another inside; `isOfNames` where it may be one of names alone. */
function listAt(text: string, at: number, isOfNames: boolean): Inside | null {
  if (text[at] !== '[') return null;
  const [all, inside = ''] = LIST.exec(text.slice(at, at + MOST)) ?? [];
  if (all === undefined || all === REDACTED || /^[+-]?\s*\w+:/m.test(inside)) return null;
  const values = inside.split(/[,\n]/).map((item) => item.replace(/^[+-]?\s+|["']|\s+$/g, ''));
  return { end: at + all.length, values: values.filter((value) => !isOfNames || !/^[A-Za-z][\w-]*$/.test(value)) };
}

function quotedAt(text: string, at: number): Inside | null {
  const form = QUOTE[text[at] as keyof typeof QUOTE];
  if (form === undefined || (text[at] === '\\' && !/["']/.test(text[at + 1] ?? ''))) return null;
  const rest = text.slice(at, at + MOST);
  const [long] = TRIPLE.exec(rest) ?? [];
  if (long !== undefined) return { end: at + long.length, values: [long.slice(3, -3).trim()] };
  const [all = '', inside = ''] = form.exec(rest) ?? [];
  const open = /["'`]$/.test(all) && all.length > 1 ? null : OPEN.exec(rest);
  return open === null
    ? { end: at + all.length, values: [inside] }
    : { end: at + open[0].length, values: [open[0].slice(1)] };
}

/** Of a form or an address: `token=x&project=y`. */
const NEXT_FIELD = /&(?=[\w.-]{1,60}=)/;

function toQuote(text: string, at: number, quote: string): Inside | null {
  const rest = text.slice(at, at + MOST);
  const end = rest.search(/["'`\n]/);
  if (end < 0 || rest[end] !== quote) return null;
  const [value = ''] = rest.slice(0, end).split(NEXT_FIELD);
  return { end: at + value.length, values: [value] };
}

/** A reference may have blanks in it. */
const WORD =
  /^(?:\$\{\{(?:[^{}\n]|\{\d?\}){0,400}\}\}|\{\{[^{}\n]{0,300}\}\}|\$\([^()\n]{0,300}\)|\$\{[^{}\n]{0,300}\}|\\[^\n]|[^\s\\])+/;

/** Characters of a word that are looked at; what is longer goes as a whole. */
const JUDGED = 300;

function wordAt(text: string, at: number): string {
  const [word = ''] = WORD.exec(text.slice(at, at + JUDGED)) ?? [];
  const tag = word.indexOf('</');
  return tag > 0 ? word.slice(0, tag) : word;
}

function lengthOfRest(text: string, from: number): number {
  return /^\S{0,4000}/.exec(text.slice(from, from + MOST))?.[0].length ?? 0;
}

/** Without what ends the text, the list or the statement that a word stands in. */
function withoutClosers(word: string): string {
  const closers = /[\\"'`,;)}\]]*$/.exec(word.slice(-CLOSERS))?.[0].length ?? 0;
  return word.slice(0, Math.max(endOfReferences(word), word.length - closers));
}

const CLOSERS = 20;

function endOfLine(text: string, from: number): number {
  const [rest = ''] = /^(?:(?![ \t]#)[^\n\r]){0,2000}/.exec(text.slice(from, from + 2000)) ?? [];
  return from + rest.replace(/[ \t"',;]+$/, '').length;
}
