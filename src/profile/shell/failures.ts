import { joinedLines, type Line } from '../lines.ts';

/** What ends a script, and fails it: told to, or by what failed before. */
const EXIT = String.raw`exit\s{1,8}(?:[1-9]\d{0,2}|"?\$\?"?)`;

/** Behind `||` an exit of no number is that of what failed. (POSIX, "exit") */
const FAILS = new RegExp(
  String.raw`^\s{0,8}(?:exit|${EXIT}|\{\s[^{}]{0,500}[;\s]${EXIT}\s{0,8};?\s{0,8}\})\s{0,8};?\s{0,8}$`,
);

/** A line without the words by which it ends a script where it fails: `|| exit 1`; null for any other line. */
export function withoutExit(text: string): string | null {
  const at = text.lastIndexOf('||');
  return at > 0 && FAILS.test(text.slice(at + 2)) ? text.slice(0, at).trimEnd() : null;
}

const STATUS = String.raw`\s"?\$\?"?\s`;
const SUCCEEDED = new RegExp(String.raw`^(?:\[\[?|test)${STATUS}(?:-eq|==?)\s"?0"?(?:\s\]\]?)?$`);
const FAILED = String.raw`(?:\[\[?|test)${STATUS}(?:-ne|-gt|!=)\s"?0"?(?:\s\]\]?)?`;
const FAILED_AND = new RegExp(String.raw`^${FAILED}\s{0,8}&&(.{1,500})$`);
const IF_FAILED = new RegExp(
  String.raw`^if\s${FAILED}\s{0,8}(?:;\s{0,8}then)?\s{0,8}(?:;?(?<rest>\s.{1,500});\s{0,8}fi)?$`,
);

/** Lines of a script in which a look at what the line before came to is written as `|| exit 1` behind that line, where it ends the script. */
export function withExits<T extends Line>(lines: readonly T[]): T[] {
  const found: T[] = [];
  const all = joinedLines(lines);
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] as T;
    const last = found.findLastIndex(({ text }) => !/^\s*(?:#|$)/.test(text));
    const before = found[last];
    const end = before && isPlain(before.text.trim()) ? endOfLook(all, at) : null;
    if (before === undefined || end === null) found.push(line);
    else {
      found[last] = { ...before, text: `${before.text} || exit 1` };
      at = end;
    }
  }
  return found;
}

/** Nothing that opens or closes a branch, a function or a text, and no comment behind it. */
function isPlain(text: string): boolean {
  return !/^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select|function)\b|[{}()#`]|\|\||(?:&&?|\|)$/.test(
    text,
  );
}

/** The last line of a look that ends the script where the command before it has failed; null where there is none at that line. */
function endOfLook(lines: readonly Line[], at: number): number | null {
  const text = lines[at]?.text.trim() ?? '';
  if (SUCCEEDED.test(withoutExit(text) ?? '')) return at;
  const [, then] = FAILED_AND.exec(text) ?? [];
  if (then !== undefined) return FAILS.test(then) && then.trim() !== 'exit' ? at : null;
  const look = IF_FAILED.exec(text);
  if (look === null) return null;
  const rest = look.groups?.rest;
  if (rest !== undefined) return ends(rest.split(';')) ? at : null;
  const length = lines.slice(at, at + MOST_LINES).findIndex((line) => line.text.trim() === 'fi');
  const inner = lines.slice(at + 1, at + Math.max(length, 1)).map((line) => line.text);
  return length > 0 && ends(inner) ? at + length : null;
}

/** A longer branch does more than to say what failed. */
const MOST_LINES = 8;

const ENDS = new RegExp(`^${EXIT}$`);
const TELLS = /^(?:then|(?:echo|printf|>&2 echo)\s.{0,500})$/;

/** Whether commands only say something, and end the script. */
function ends(commands: readonly string[]): boolean {
  const typed = commands.map((command) => command.trim()).filter((command) => command !== '' && command !== 'then');
  const last = typed.pop() ?? '';
  return ENDS.test(last) && typed.every((command) => TELLS.test(command));
}
