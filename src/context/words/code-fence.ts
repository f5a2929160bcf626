/** The begin of a block of code. (spec.commonmark.org, "Fenced code blocks") */
export interface CodeFence {
  readonly mark: string;
  readonly indent: number;
  /** What stands behind it, trimmed: a language, as a rule. */
  readonly info: string;
}

/** Null where a line begins none. */
export function fenceIn(line: string): CodeFence | null {
  const [, indent = '', mark = '', info = ''] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line) ?? [];
  return mark === '' ? null : { mark, indent: indent.length, info: info.trim() };
}

/** Whether a line ends the block that a fence has begun. */
export function endsFence(line: string, { mark }: CodeFence): boolean {
  const [, end = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return end.startsWith(mark);
}
