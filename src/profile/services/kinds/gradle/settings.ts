import type { Script } from '../../../ecosystems/java/gradle-build.ts';
import { type Word, wordAt } from '../../../word.ts';

/** What a script sets, by its blocks and its name: `jib.container.user`. Patterns see what is written out, and no more. */
export interface GradleSetting {
  readonly path: string;
  /** Texts and truth values, as they are written. */
  readonly values: readonly Word[];
}

/** A block begins or ends, a value is set, or a text stands by itself, so that nothing in it is taken for a block. */
const TOKEN =
  /(?:["'<]([\w.-]{1,100})["'>](?:\(["'][\w.-]{1,100}["']\)|\))?|([\w.]{1,100})\s{0,4}(?:\([^(){}"']{0,60}\))?)\s{0,4}\{|\{|\}|([\w.]{1,100}?)(?:\s{0,4}=\s{0,4}|\.set\(\s{0,4}|\.convention\(\s{0,4})((?:\[|(?:listOf|setOf)\()?\s{0,4}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|true|false)[^\])}\n]{0,300})|"[^"\n]{0,300}"|'[^'\n]{0,300}'/g;

/** Deeper blocks are nobody's. */
const DEEPEST = 20;

/** All that a script sets to what is written out. */
export function settingsIn({ file, lines }: Script): GradleSetting[] {
  const blocks: string[] = [];
  return lines.flatMap(({ text, number }) =>
    [...text.matchAll(TOKEN)].flatMap(([token, named, plain, name, value]): GradleSetting[] => {
      const block = named ?? plain;
      if (token === '}') blocks.pop();
      else if (token === '{') blocks.push('');
      else if (block !== undefined) blocks.push(block);
      if (name === undefined || value === undefined || blocks.length > DEEPEST) return [];
      const values = [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'|\b(true|false)\b/g)];
      return [
        {
          path: [...blocks, name].filter((it) => it !== '').join('.'),
          values: values.map(([, double, single, word]) => wordAt(double ?? single ?? word ?? '', file, number)),
        },
      ];
    }),
  );
}

/** The values of the first setting of that path; none where it is not written out. */
export function valuesAt(settings: readonly GradleSetting[], path: string): readonly Word[] {
  const found = settings.find((it) => it.path === path)?.values ?? [];
  return found.filter(({ value }) => !value.includes('$'));
}

/** Whether a block or a setting of that path is there. */
export function isSet(settings: readonly GradleSetting[], path: string): boolean {
  return settings.some((it) => it.path === path || it.path.startsWith(`${path}.`));
}
