import { covered, depthOf, isBlank } from './lines.ts';
import { REDACTED } from './suspicion.ts';

const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const KEY_ENDS = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** What may stand of a key on a line, behind a sign of a comment, of a list or of a text in quotes, and before those of one that goes on. */
const KEY_LINE =
  /^(?:[+-]?[ \t]{0,40}(?:echo|printf)[ \t]{1,4})?[\s#/*;+>"'`-]{0,40}[A-Za-z0-9+/=\\]{0,2000}["'`,;\s+.)\\]{0,10}(?:>{1,2}[ \t]{0,4}\S{1,200})?$/;

/** PuTTY's way, where a line says how many there are of the key. */
const PUTTY = /^[+-]?[ \t]{0,40}Private-Lines: \d/;

/** Private keys whose lines do not stand alone, such as those in comments: a scanner knows a key only as a block. */
export function withoutKeys(text: string): string {
  if (!KEY_BEGINS.test(text) && !text.includes('Private-Lines:')) return text;
  let isInside = false;
  return text
    .split('\n')
    .map((line) => {
      const begins = KEY_BEGINS.exec(line);
      const ends = KEY_ENDS.test(line);
      const isPart = begins !== null || ends || (isInside && (KEY_LINE.test(line) || line.includes(':')));
      isInside = (isPart && !ends) || PUTTY.test(line);
      if (begins !== null) return `${line.slice(0, begins.index)}${REDACTED}`;
      return isPart ? REDACTED : line;
    })
    .join('\n');
}

const IS_SECRET =
  /^[+-]?[ \t]{0,20}(?:- )?["']?kind["']?:[ \t]{0,4}["']?Secret\b|^[+-]?[ \t]{0,20}(?:- )?secretGenerator:/m;
/** On one line, as tools print it. */
const SECRET_LINE = /["']kind["']:[ \t]{0,4}["']Secret["']/;
const DATA = /^[+-]?\s*["']?(?:data|stringData|literals)["']?:/;

/** The values of a Secret of Kubernetes: only encoded, and by no pattern to be told from any other word. */
export function withoutSecretData(text: string): string {
  if (!IS_SECRET.test(text) && !SECRET_LINE.test(text)) return text;
  let depth = -1;
  return text
    .split('\n')
    .map((line) => {
      const indent = depthOf(line);
      if (SECRET_LINE.test(line) && /["'](?:stringD|d)ata["']:/.test(line)) return covered(line);
      if (!isBlank(line) && indent <= depth) depth = -1;
      if (DATA.test(line)) {
        depth = indent;
        return line.replace(/(:\s*)(?![{[]\s*$)\S.*$/, `$1${REDACTED}`);
      }
      if (depth < 0 || isBlank(line)) return line;
      const named = /^([+-]?\s*[\w."'-]{1,200}:\s?)/.exec(line)?.[1];
      return named === undefined ? covered(line) : `${named}${REDACTED}`;
    })
    .join('\n');
}
