import { linesOf } from '../../lines.ts';

/** A section of an INI file as Python's configparser reads it. */
export interface IniSection {
  readonly name: string;
  /** Of its header, from 1. */
  readonly line: number;
  /** The lines of each value, without comments; the first is what stands behind `=`. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const HEADER = /^\[([^\]\n]{1,200})\]/;
const KEY = /^([\w.-]{1,100})\s{0,20}[=:]\s{0,20}(.{0,2000})$/;

/** The sections of an INI file: an indented line goes on with the value above it. (docs.python.org, "configparser") */
export function iniSections(text: string): IniSection[] {
  const sections: { name: string; line: number; values: Map<string, string[]> }[] = [];
  let value: string[] | undefined;
  for (const { text: line, number } of linesOf(text)) {
    const bare = line.replace(/(?:^|\s)[#;].*$/s, '');
    const [, name] = HEADER.exec(bare) ?? [];
    if (name !== undefined) {
      sections.push({ name, line: number, values: new Map() });
      value = undefined;
    } else if (/^\s/.test(bare)) value?.push(bare.trim());
    else {
      const [, key, first = ''] = KEY.exec(bare) ?? [];
      value = key === undefined ? undefined : [first.trim()];
      if (key !== undefined && value) sections.at(-1)?.values.set(key, value);
    }
  }
  return sections;
}
