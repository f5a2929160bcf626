import { joinedLines } from '../lines.ts';
import { joinPath } from '../paths.ts';
import { unquoted } from '../shell-word.ts';
import type { Snapshot } from '../snapshot.ts';
import type { AutomationLine } from './automation.ts';
import { type CiStep, readCiSteps } from './steps.ts';
import { withSettings } from './with-settings.ts';

/** A line of a script of one of the repository's own GitHub workflows. */
export interface CiLine extends AutomationLine {
  /** Where it runs, as far as `cd` to a written folder tells. */
  readonly base: string;
}

/** The lines of the scripts of those workflows that match, where every change starts them. */
export function readCiLines(snapshot: Snapshot, mentions: RegExp): CiLine[] {
  return ciLines(readCiSteps(snapshot, mentions));
}

/** The lines of the scripts of those of the steps that every change starts, continuations joined. */
export function ciLines(steps: readonly CiStep[]): CiLine[] {
  return steps
    .filter(({ isUsual }) => isUsual)
    .flatMap(({ file, script, directory, environment }) => {
      let base = directory ?? '.';
      return joinedLines(script).flatMap((one) => {
        if (/^\s*#/.test(one.text)) return [];
        const folder = CHANGE.exec(one.text)?.[1];
        base = folder === undefined ? base : (joinPath(base, unquoted(folder)) ?? base);
        return [{ ...one, text: withSettings(one.text, environment), file, base }];
      });
    });
}

const CHANGE = /(?:^|&&)\s{0,40}cd\s{1,4}(\S{1,200}?)\/?\s{0,4}(?:$|&&|;)/;

/** The folder that a word of a command means; a variable at its start is most often the repository's root. Null for what is known only when it runs. */
export function placeOf(word: string, base: string): string | null {
  const path = unquoted(word).replace(/^\$(?:\{\w{1,60}\}|\(\w{1,60}\)|\w{1,60})\//, '/');
  return /[$`{}=,]|:\/\//.test(path) ? null : joinPath(base, path);
}
