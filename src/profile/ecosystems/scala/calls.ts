import type { Evidence } from '../../../domain/evidence.ts';
import type { AutomationLine } from '../../ci/automation.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A call of sbt that the repository makes itself. */
export interface SbtCall {
  /** Its words, each as sbt is given it: a task, or commands with spaces or semicolons. None of them holds a variable. */
  readonly words: readonly string[];
  /** A matrix or variable chose the release of Scala. */
  readonly isSwitched: boolean;
  /** Where the line itself goes before; null where it does not say. */
  readonly directory: string | null;
  readonly because: Evidence;
}

/** The calls of pipelines, task runners and scripts, pipelines first. Those that publish, watch or wait for somebody are left out. */
export function sbtCalls(snapshot: Snapshot, automation: readonly AutomationLine[]): readonly SbtCall[] {
  return automation.flatMap(({ text, file, number }) => {
    const rest = START.exec(plain(text))?.[1];
    if (rest === undefined) return [];
    const written = wordsOf(rest);
    const words = written.filter((word) => !word.includes('$'));
    if (words.length === 0 || words.some((word) => UNUSABLE.test(word) || !SAFE.test(word))) return [];
    const isSwitched = written.some((word) => word.startsWith('++') && word.includes('$'));
    const folder = FOLDER.exec(text)?.[1];
    const directory = folder === undefined ? null : joinPath('.', folder);
    return [{ words, isSwitched, directory, because: snapshot.evidence(file, number) }];
  });
}

const FOLDER = /\bcd\s{1,4}([\w./-]{1,200})\s{0,4}(?:&&|;)/;

const START = /(?:^|[\s"'`(])(?:\.\/)?sbt\s+(\S.{0,600})/;

/** Without the quotes of YAML, and with one word for an expression. */
function plain(text: string): string {
  const quoted = /^\s{0,40}(?:-\s{1,4})?run:\s{1,4}'(.{1,800})'\s{0,8}$/.exec(text)?.[1]?.replaceAll("''", "'");
  return (quoted ?? text).replace(/\$\{\{[^}]{0,200}\}\}/g, '$_');
}

const WORD = /\s*(?:'([^']{0,300})'|"([^"]{0,300})"|([^\s'"|&;<>#()]{1,300}))/y;

/** Up to what ends the command; options of the launcher, and the way back to the root, are left out. */
function wordsOf(rest: string): string[] {
  const words: string[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(rest); match; match = WORD.exec(rest))
    words.push((match[1] ?? match[2] ?? match[3] ?? '').trim());
  return words.filter((word) => word !== '' && !/^-|^\d+$|^\\$|^project \/$/.test(word));
}

const SAFE = /^[\w+./:;=@*,\s-]{1,300}$/;

const UNUSABLE =
  /publish|release|deploy|sonatype|^~|\bconsole\b|\bshell\b|\bproject\b|\bproject\/|(?:^|[;\s/:])(?:run|runMain|bgRun|reStart|server|client)\b/i;
