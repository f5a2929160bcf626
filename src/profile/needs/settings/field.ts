import { type Field, told, written } from './server-settings.ts';

const LITERAL = String.raw`(?:"([^"#\n]{0,200})(?:#\{[^\n]{0,100})?"|'([^'\n]{0,200})'|(\d{1,5})\b)`;

/** `"a"`, `'a'`, `5432`; what Elixir and Ruby put into a text at its end is left out. */
const WRITTEN = new RegExp(`^${LITERAL}`);

/** `os.environ["A"]`, `int(os.getenv("A", …`, `System.get_env("A")`, `ENV.fetch("A")`, `config("A", …`. */
const VARIABLE = /^(?:[\w.]{1,40}[!?]?[([]\s{0,4}){1,3}["']([A-Za-z_]\w{0,80})["']/;

/** What stands in for it: `, "a")`, `, default="a")`, `) || "a"`, `] or "a"`, `) { "a" }`. */
const INSTEAD = new RegExp(
  String.raw`^(?:\s{0,4},\s{0,4}(?:default\s{0,4}=\s{0,4})?|\s{0,4}[)\]]\s{0,4}(?:\|\||or\b|\{)\s{0,4})${LITERAL}`,
);

/** The value that a program in Python, Ruby or Elixir writes for a setting; null where it is made in another way. */
export function fieldIn(text: string): Field | null {
  const plain = literal(WRITTEN.exec(text));
  if (plain !== null) return written(plain);
  const [read, variable] = VARIABLE.exec(text) ?? [];
  if (read === undefined || variable === undefined) return null;
  return told(variable, literal(INSTEAD.exec(text.slice(read.length))));
}

function literal(found: RegExpExecArray | null): string | null {
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}
