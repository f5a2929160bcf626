import { type AutomationLine, readJoinedAutomation } from '../../../ci/automation.ts';
import { directoryOf } from '../../../paths.ts';
import { takenWords, unquoted } from '../../../shell-word.ts';
import type { Snapshot } from '../../../snapshot.ts';
import type { Place } from '../../../word.ts';

/** What a call of ko builds: the packages that it names, or all that the manifests in some folders name. */
export interface KoCall {
  readonly packages: readonly string[];
  readonly manifests: readonly string[];
  /** Folders that its paths may be seen from, the likelier first. */
  readonly bases: readonly string[];
  readonly at: Place;
}

/** `$(KO)` of a Makefile is ko too. */
const CALL = /(?:(?:^|[\s;&|("'@`])(?:\.\/)?ko|\$[({]KO[)}])\s{1,4}(build|publish|apply|resolve|create)\s/;

/** Options that stand alone. */
const ALONE =
  /^(?:-[BLPRW]+|--(?:bare|base-import-paths|preserve-import-paths|local|push|recursive|watch|insecure-registry|disable-optimizations|debug|tag-only))$/;

/** The calls of ko in the repository's own pipelines, task runners and scripts. (ko.build, "CLI reference") */
export function koCalls(snapshot: Snapshot): KoCall[] {
  return readJoinedAutomation(snapshot).flatMap((line) => callIn(line) ?? []);
}

function callIn({ text, file, number }: AutomationLine): KoCall | null {
  const start = CALL.exec(text);
  if (!start) return null;
  const { plain, options } = takenWords(wordsOf(text.slice(start.index + start[0].length)), ALONE);
  const isBuild = /^(?:build|publish)$/.test(start[1] ?? '');
  return {
    packages: isBuild ? (plain.length > 0 ? plain : ['.']) : [],
    manifests: ['-f', '--filename'].flatMap((name) => options.get(name) ?? []),
    bases: ['.', directoryOf(file)],
    at: { file, line: number },
  };
}

/** Words up to the end of the command, without their quotes. */
function wordsOf(text: string): string[] {
  const end = /\s(?:&&|\|\||\||;|\d?>|<|--\s)|[;)`]/.exec(text);
  const command = end ? text.slice(0, end.index) : text;
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => unquoted(word));
}
