/** Levels of lints by their short names, each with the lint behind a space: `--deny=warnings`, `-Dwarnings` and `-D warnings` are one. (doc.rust-lang.org/rustc, "Lint Levels") */
export function shortLevels(words: string): string {
  const levels = / (?:-|--(?=[adfw]))(?:(A|allow)|(D|deny)|(F|forbid)|(W|warn))[ =]?(?=[a-z])/g;
  return words.replace(levels, (_, a, d, f) => ` -${a ? 'A' : d ? 'D' : f ? 'F' : 'W'} `);
}
