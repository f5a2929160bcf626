/** Colours for a terminal, or none: pure functions of text. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Text as given where `color` is false; ANSI sequences around it otherwise. */
export function paintWith(color: boolean): Paint {
  const wrap = (open: number, close: number) => (text: string) =>
    color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    cyan: wrap(36, 39),
  };
}

/** Characters that a reader obeys or does not see; the one behind a picture that asks for its colours is part of the picture. */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}\p{Surrogate}]/gu;

/**
 * Text from a repository made safe to print: control characters, and the invisible ones that reorder or hide text, become visible escapes.
 * Names of files and commands are untrusted; a terminal obeys what it is sent.
 */
export function printable(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same for what must stay on one line, such as a file's name: line breaks and tabs become visible too. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\u{a}').replaceAll('\t', '\\u{9}');
}
