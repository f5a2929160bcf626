import { covered, depthOf, isBlank } from './lines.ts';
import { REDACTED } from './suspicion.ts';

const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const KEY_ENDS = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** What may stand of a key on a line, behind a sign of a comment or of a list. */
const KEY_LINE = /^[\s#/*;+>"'-]{0,20}[A-Za-z0-9+/=\\]{0,2000}["',\s]{0,5}$/;

/** Private keys whose lines do not stand alone, such as those in comments: a scanner knows a key only as a block. */
export function withoutKeys(text: string): string {
  if (!KEY_BEGINS.test(text)) return text;
  let isInside = false;
  return text
    .split('\n')
    .map((line) => {
      const begins = KEY_BEGINS.exec(line);
      const ends = KEY_ENDS.test(line);
      const isPart = begins !== null || ends || (isInside && (KEY_LINE.test(line) || line.includes(':')));
      isInside = isPart && !ends;
      if (begins !== null) return `${line.slice(0, begins.index)}${REDACTED}`;
      return isPart ? REDACTED : line;
    })
    .join('\n');
}

/** The values of a Secret of Kubernetes: only encoded, and by no pattern to be told from any other word. */
export function withoutSecretData(text: string): string {
  if (!/^[+-]?[ \t]{0,20}(?:- )?kind:[ \t]{0,4}["']?Secret\b/m.test(text)) return text;
  let depth = -1;
  return text
    .split('\n')
    .map((line) => {
      const indent = depthOf(line);
      if (!isBlank(line) && indent <= depth) depth = -1;
      if (/^[+-]?\s*(?:data|stringData):/.test(line)) {
        depth = indent;
        return line.replace(/(:\s*)\S.*$/, `$1${REDACTED}`);
      }
      if (depth < 0 || isBlank(line)) return line;
      const named = /^([+-]?\s*[\w."'-]{1,200}:\s?)/.exec(line)?.[1];
      return named === undefined ? covered(line) : `${named}${REDACTED}`;
    })
    .join('\n');
}
