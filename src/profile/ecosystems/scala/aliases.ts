import type { SbtBuild } from './build.ts';

/** What names of a build's own stand for: `addCommandAlias("verify", "scalafmtCheckAll; test")`, on one line or the two after it. */
export function aliasesOf({ scripts }: SbtBuild): ReadonlyMap<string, string> {
  const all = scripts.flatMap(({ lines }) =>
    lines.flatMap(({ text }, at): [string, string][] => {
      if (!text.includes('addCommandAlias')) return [];
      const written = [text, lines[at + 1]?.text, lines[at + 2]?.text].join(' ');
      const [, name, commands] = ALIAS.exec(written) ?? [];
      return name && commands ? [[name, commands]] : [];
    }),
  );
  return new Map(all.reverse());
}

const ALIAS = /\baddCommandAlias\s{0,4}\(\s{0,40}"([\w-]{1,60})"\s{0,4},\s{0,40}"([^"]{1,500})"/;
