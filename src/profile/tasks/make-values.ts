import type { Line } from '../lines.ts';

/** A variable whose value is plain words: no other variable, no function, nothing that a shell would expand. (GNU make manual, "Setting Variables") */
const SET =
  /^([A-Za-z_]\w{0,60})\s{0,20}(\?|\+|::?:?)?=\s{0,20}([\w./:@%+,=-]{1,200}(?: [\w./:@%+,=-]{1,200}){0,20})?\s{0,20}$/;

/** Anything that may give a variable a value. */
export const GIVES = /^\s{0,40}(?:(?:override|export|define)\s{1,8}){0,2}([A-Za-z_]\w{0,60})\s{0,20}(?:[?+!]|::?:?)?=/;

/** A value, and whether it gives way to that of the environment. */
export interface MakeValue {
  readonly name: string;
  readonly value: string;
  readonly isDefault: boolean;
}

/** The variables whose value stands in these lines of makefiles, once, in any case and in plain words. */
export function plainValues(lines: readonly Line[]): MakeValue[] {
  const given = new Map<string, number>();
  for (const { text } of lines) {
    const name = GIVES.exec(text)?.[1];
    if (name !== undefined) given.set(name, (given.get(name) ?? 0) + 1);
  }
  return unconditional(lines).flatMap(({ text }) => {
    const [, name, sign, value = ''] = SET.exec(text) ?? [];
    return name !== undefined && given.get(name) === 1
      ? [{ name, value, isDefault: sign === '?' || sign === '+' }]
      : [];
  });
}

/** A text with these values in the places of their names. */
export function withMakeValues(values: ReadonlyMap<string, string>, text: string): string {
  return text.replace(/\$[({]([A-Za-z_]\w{0,60})[)}]/g, (whole, name: string) => values.get(name) ?? whole);
}

/** The lines that make reads whatever holds. (GNU make manual, "Conditionals", "Defining Multi-Line Variables") */
function unconditional(lines: readonly Line[]): Line[] {
  let depth = 0;
  return lines.filter(({ text }) => {
    const [, word = ''] = /^ {0,40}(ifn?def|ifn?eq|define|override define|endif|endef)\b/.exec(text) ?? [];
    const before = depth;
    if (word !== '') depth = Math.max(0, depth + (word.startsWith('end') ? -1 : 1));
    return before === 0 && word === '';
  });
}
