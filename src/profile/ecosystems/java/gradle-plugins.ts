import type { GradleBuild, Script } from './gradle-build.ts';
import { accessor } from './gradle-catalogue.ts';

/** A plugin that a script names, by its full id. */
export interface GradlePlugin {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

/** The plugins that the scripts of a build name, in every spelling: `id`, `kotlin("…")`, `alias`, `apply plugin` and a bare word. */
export function pluginsIn({ scripts, catalogue }: GradleBuild): GradlePlugin[] {
  const byAlias = new Map(
    (catalogue?.keys(['plugins']) ?? []).map((alias) => {
      const short = catalogue?.text(['plugins', alias])?.split(':')[0];
      return [accessor(alias), catalogue?.text(['plugins', alias, 'id']) ?? short ?? alias] as const;
    }),
  );
  return scripts
    .filter(isOfProjects)
    .flatMap(({ file, lines }) =>
      lines.flatMap(({ text, number }) =>
        idsIn(text).map((id) => ({ id: byAlias.get(id.replace(/^libs\.plugins\./, '')) ?? id, file, line: number })),
      ),
    );
}

/** What `buildSrc` itself is built with says nothing of the projects; the plugins that it makes do. */
function isOfProjects({ file }: Script): boolean {
  return !/(^|\/)buildSrc\/[^/]+$/.test(file);
}

const KOTLIN = 'org.jetbrains.kotlin.';

function idsIn(text: string): string[] {
  const direct = [...text.matchAll(/\b(?:id|plugin)\s*(?:\(|=|:)?\s*["']([\w.-]+)["']/g)].map(([, id = '']) => id);
  const kotlin = [...text.matchAll(/\bkotlin\(\s*"([\w.-]+)"\s*\)/g)].map(([, name]) => `${KOTLIN}${name}`);
  const alias = [...text.matchAll(/\balias\s*\(?\s*(libs\.plugins\.[\w.]+)/g)].map(([, id = '']) => id);
  const bare = /^\s*`?(checkstyle|pmd|codenarc)`?\s*$/.exec(text)?.[1];
  return [...direct, ...kotlin, ...alias, ...(bare === undefined ? [] : [bare])];
}
