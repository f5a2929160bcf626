import { covered, depthOf, isBlank } from './lines.ts';
import { FLAG, NAME, NO_LITERAL, PLAIN, QUOTED, VALUE } from './names.ts';
import { REDACTED } from './suspicion.ts';

/** Before what a line says: a diff's sign, blanks, the sign of a list. */
const BEGIN = String.raw`^[+-]?[ \t]{0,200}(?:-[ \t]{1,20})?`;
const NAMED = String.raw`${BEGIN}["']?${NAME}["']?[ \t]{0,20}[:=][ \t]{0,20}`;
const COMMENT = String.raw`[ \t]{0,20}(?:#[^\n]{0,400})?\r?$`;
const SCALAR = String.raw`[|>][\d+-]{0,2}${COMMENT}`;

const PAIR_NAME = new RegExp(String.raw`${BEGIN}["']?(?:name|key)["']?[ \t]{0,20}[:=][ \t]{0,20}([^\n]{1,200})$`, 'i');
const SECRET_NAME = new RegExp(String.raw`^["']?${NAME}["']?[ \t]{0,20},?${COMMENT}`, 'i');
const PAIR_VALUE = String.raw`${BEGIN}["']?value["']?[ \t]{0,20}[:=][ \t]{0,20}`;
const PAIR = new RegExp(`(${PAIR_VALUE})${PLAIN}${VALUE}`, 'i');
const PAIR_SCALAR = new RegExp(`${PAIR_VALUE}${SCALAR}`, 'i');

/** A value that comes first in its pair: behind the sign of a list, or in JSON, where a brace parts pairs. */
const VALUE_FIRST = /^[+-]?[ \t]{0,200}(?:-[ \t]{1,20}["']?|["'])value["']?[ \t]{0,20}[:=]/i;
/** The sign of a list, behind another sign or blanks: another pair begins. */
const ITEM = /^(?:[+-][ \t]{0,200}|[ \t]{1,200})-[ \t]/;

const NAMED_SCALAR = new RegExp(`${NAMED}${SCALAR}`, 'i');
const NAME_ALONE = new RegExp(`${NAMED}${COMMENT}`, 'i');
const FLAG_CONTINUED = new RegExp(String.raw`(?:${FLAG}[ \t]{1,20}|${NAME}=)\\[ \t]{0,20}\r?$`, 'i');
/** A flag that is an item of its own: of a list of YAML, or in quotes. */
const FLAG_ITEM = new RegExp(
  String.raw`^[+-]?[ \t]{0,200}(?:-[ \t]{1,20}["']?|["'])${FLAG}["']?[ \t]{0,20},?[ \t]{0,20}\r?$`,
  'i',
);

const ARGUMENT = String.raw`(?!["']?[+-])${NO_LITERAL}(?:${QUOTED}|[^\s"',]{1,400})`;
/** Where a line that says what is asked for is covered. */
const BELOW = {
  /** The only thing that its line says; without quotes it has no blank and no colon, and stands deeper than its name. */
  value: new RegExp(
    String.raw`(^[+-]?[ \t]{0,200})(?![+-])${PLAIN}(?:${QUOTED}|[^\s"',:;#(){}[\]]{1,400})(?=,?[ \t]{0,20}\r?$)`,
    'i',
  ),
  item: new RegExp(String.raw`(^[+-]?[ \t]{0,200}(?:-[ \t]{1,20}|(?=["'])))${ARGUMENT}`),
  continued: new RegExp(String.raw`(^[+-]?[ \t]{0,200})${ARGUMENT}`),
};

/** A line of a block that only says where the value is, such as `npm=${{ secrets.NPM_TOKEN }}`. */
const REFERS =
  /^[+-]?[ \t]{0,200}["']?(?:[\w.-]{1,100}[ \t]{0,4}[=:][ \t]{0,4})?["']?\$(?:\{\{[^{}]{1,200}\}\}|\{\w{1,100}\}|\([^()]{1,200}\)|[A-Z_][A-Z\d_]{0,100}|[A-Za-z_]{1,100})["']{0,2}\s{0,20}$/;

const COMMENT_ALONE = /^[+-]?[ \t]{0,200}#/;

/** How many lines a value may stand below its name. */
const PAIR_REACH = 8;

/** A block of an input or of a variable whose name is secret: what it is when nobody gives it. */
const VARIABLE = new RegExp(String.raw`${BEGIN}variable[ \t]{1,20}["']?${NAME}["']?[ \t]{0,20}\{${COMMENT}`, 'i');
const DEFAULT = new RegExp(
  String.raw`(${BEGIN}["']?(?:default|defaultValue|value|example|content)["']?[ \t]{0,20}[:=][ \t]{0,20})${PLAIN}${VALUE}`,
  'i',
);
/** A list of values; one of `secrets` or `credentials` is more often one of names. */
const LIST_NAME = /(?:passwor[dt]|passwd|passphrase|token|key)s?["']?[ \t]{0,20}:[^:]{0,400}$/i;
const LIST_ITEM = new RegExp(
  String.raw`(^[+-]?[ \t]{0,200}-[ \t]{1,20})${PLAIN}(?:${QUOTED}|[^\s"':#{}[\]]{1,400})(?=[ \t]{0,20}\r?$)`,
  'i',
);
/** What YAML reads on below a value without quotes: deeper lines that begin no pair, no list, nothing else. */
const GOES_ON = new RegExp(String.raw`${NAMED}\[redacted\]\r?$`, 'i');
const MORE = /^[+-]?[ \t]{1,200}(?![-#}\])])[^:(){}[\]]{1,400}$/;

/** What earlier lines say of the next. */
interface State {
  /** Inside of what belongs to a secret name, by its depth; `isList` where its items are values. */
  readonly within: { readonly depth: number; readonly isList: boolean } | null;
  /** Deeper lines go on with a value. */
  readonly more: number | null;
  /** Deeper lines than this are a secret. */
  readonly block: number | null;
  /** The name of a pair is secret: how many lines may yet hold its value, and how deep it stands. */
  readonly pair: { readonly left: number; readonly depth: number } | null;
  /** What is secret in the next line. */
  readonly next: { readonly kind: keyof typeof BELOW; readonly depth: number } | null;
}

/**
 * The text, a file or a diff, without secrets whose name stands on an earlier line: the values of pairs (`name: DB_PASSWORD`, `value: x`), blocks of
 * YAML, values below their name, arguments below their flag. Above its name a value is known where it comes first.
 */
export function withoutValuesBelow(text: string): string {
  let state: State = { within: null, more: null, block: null, pair: null, next: null };
  return text
    .split('\n')
    .map((line, at, lines) => {
      if (isBlank(line)) return line;
      const depth = depthOf(line);
      if (state.block !== null && depth > state.block) return REFERS.test(line) ? line : covered(line);
      if (state.more !== null && depth > state.more && MORE.test(line)) return covered(line);
      const within = withinAt(line, depth, state.within);
      const pair = pairAt(line, depth, state.pair);
      const isAbove = VALUE_FIRST.test(line) && isNameBelow(lines[at + 1] ?? '');
      const clean = without(withoutDefault(line, within), depth, {
        pair: isAbove ? { left: 0, depth } : pair,
        next: state.next,
      });
      const isKept = COMMENT_ALONE.test(line) || (clean !== line && isReplaced(line, state.next));
      const next = isKept ? state.next : nextOf(line, depth);
      state = { within, more: GOES_ON.test(clean) ? depth : null, block: blockAt(line, depth, pair), pair, next };
      return clean;
    })
    .join('\n');
}

function without(line: string, depth: number, { pair, next }: Pick<State, 'pair' | 'next'>): string {
  const so = pair === null ? line : line.replace(PAIR, `$1${REDACTED}`);
  if (next === null) return so;
  const isBeside = next.kind === 'value' && depth <= next.depth && !/^[+-]?[ \t]*["']/.test(so);
  return isBeside ? so : so.replace(BELOW[next.kind], `$1${REDACTED}`);
}

function withinAt(line: string, depth: number, before: State['within']): State['within'] {
  const inside = before !== null && depth > before.depth ? before : null;
  if (VARIABLE.test(line)) return { depth, isList: false };
  return NAME_ALONE.test(line) ? { depth, isList: LIST_NAME.test(line) } : inside;
}

function withoutDefault(line: string, within: State['within']): string {
  if (within === null) return line;
  const clean = line.replace(DEFAULT, `$1${REDACTED}`);
  return within.isList ? clean.replace(LIST_ITEM, `$1${REDACTED}`) : clean;
}

/** Whether the name of a pair that stands in a line is one of a secret; null where none stands. */
function namesSecret(line: string): boolean | null {
  const name = PAIR_NAME.exec(line)?.[1];
  return name === undefined ? null : SECRET_NAME.test(name);
}

function isNameBelow(line: string): boolean {
  return !ITEM.test(line) && namesSecret(line) === true;
}

function pairAt(line: string, depth: number, before: State['pair']): State['pair'] {
  const isSecret = namesSecret(line);
  if (isSecret !== null) return isSecret ? { left: PAIR_REACH, depth } : null;
  if (before === null || before.left === 0 || depth < before.depth) return null;
  return { left: before.left - 1, depth: before.depth };
}

function blockAt(line: string, depth: number, pair: State['pair']): number | null {
  return NAMED_SCALAR.test(line) || (pair !== null && PAIR_SCALAR.test(line)) ? depth : null;
}

/** Whether a diff takes the line away: what stands in its place may follow. In a list, the sign of the list may look like that of a diff. */
function isReplaced(line: string, next: State['next']): boolean {
  return next !== null && line.startsWith('-') && (next.kind !== 'item' || ITEM.test(line));
}

function nextOf(line: string, depth: number): State['next'] {
  if (NAME_ALONE.test(line)) return { kind: 'value', depth };
  if (FLAG_ITEM.test(line)) return { kind: 'item', depth };
  return FLAG_CONTINUED.test(line) ? { kind: 'continued', depth } : null;
}
