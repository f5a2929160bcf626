import { REDACTED } from './suspicion.ts';

/** What looks like a name for something secret, before a value: `DB_PASSWORD: x`, `"api-key": "x"`, `--token=x`. */
const NAME = String.raw`[\w.-]{0,60}?(?:passwor[dt]|passwd|passphrase|pwd|(?<![A-Za-z])pass|secret|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|signing[_-]?key|credentials?|client[_-]?secret|connection[_-]?string|\bdsn)s?`;

/** Values that are none: references, kinds of rights, words that switch. */
const PLAIN = String.raw`(?![$%{<*&!|>@]|(?:true|false|null|none|nil|yes|no|on|off|read|write|inherit|required|optional|string|str|env|secret|secrets|file|default|enabled|disabled|undefined)\b["']?(?=[\s,;}\])]|$)|\d{1,6}(?=[\s,;}\])]|$)|\[redacted\]|["'](?:[$%{<]|\[redacted\]))`;

/**
 * What is no secret to a scanner, and still leaves nobody's machine: each with what stands in its place. Every repetition has a bound, so that
 * a hostile text costs time in its length alone. (reference/system.md, section 5: what secretlint's preset was measured to miss)
 */
const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [
    new RegExp(
      String.raw`\b(${NAME})(["']?[ \t]{0,4}(?::=|[:=])[ \t]{0,4})${PLAIN}(?:"[^"\n]{1,400}"|'[^'\n]{1,400}'|[^\s"',;}\])]{1,400})`,
      'gi',
    ),
    `$1$2${REDACTED}`,
  ],
  [
    /(--?(?:password|passwd|token|secret|api-?key|access-?key)[ \t]{1,4})(?![$%{<"'-]|\[redacted\])[^\s"']{3,400}/gi,
    `$1${REDACTED}`,
  ],
  // `ENV NAME value`, as Dockerfiles had it first.
  [
    new RegExp(String.raw`^([ \t]{0,8}(?:ENV|ARG)[ \t]{1,4}${NAME}[ \t]{1,4})${PLAIN}[^\s=]{1,400}`, 'gim'),
    `$1${REDACTED}`,
  ],
  // `curl -u name:password`; numbers are a user and a group.
  [
    /((?:^|\s)(?:-u|--user)[ \t=]{0,4}["']?[^\s:"'$]{1,60}:)(?![$%{<]|\d{1,6}(?:\s|$)|\[redacted\])[^\s"']{1,200}/gm,
    `$1${REDACTED}`,
  ],
  [/(\blogin\b[^\n]{0,200}?\s-p[ \t]{1,4})(?![$%{<"'-]|\[redacted\])[^\s"']{1,400}/g, `$1${REDACTED}`],
  [
    /(\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n]{0,200}?\s-p)(?![$%{<"'\s-]|\[redacted\])[^\s"']{1,400}/g,
    `$1${REDACTED}`,
  ],
  [/\b([Bb]earer[ \t]{1,4})(?![$%{<]|\[redacted\])[A-Za-z0-9._~+/=-]{12,2000}/g, `$1${REDACTED}`],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@$"'<>]{1,200}@(?=[\w[])/gi, `$1${REDACTED}@`],
  [
    /\b[A-Za-z0-9][\w.+-]{0,63}@(?=[A-Za-z0-9])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}\b/g,
    '[e-mail]',
  ],
  [/(?<![\w.])(?!127\.|0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g, '[address]'],
  [/(?<![\w/])((?:\/home|\/Users|\/var\/home)\/|[A-Za-z]:\\{1,2}Users\\{1,2})[\w.-]{1,64}/g, '$1[user]'],
];

/** The text without passwords that stand by their name, and without what tells of people and networks: e-mail, addresses, home folders. */
export function withoutPrivate(text: string): string {
  const clean = RULES.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text);
  return withoutSecretData(withoutKeys(clean));
}

const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const KEY_ENDS = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** What may stand of a key on a line, behind a sign of a comment or of a list. */
const KEY_LINE = /^[\s#/*;+>"'-]{0,20}[A-Za-z0-9+/=\\]{0,2000}["',\s]{0,5}$/;

/** Private keys whose lines do not stand alone, such as those in comments: a scanner knows a key only as a block. */
function withoutKeys(text: string): string {
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
function withoutSecretData(text: string): string {
  if (!/^[ \t]{0,20}kind:[ \t]{0,4}["']?Secret\b/m.test(text)) return text;
  let depth = -1;
  return text
    .split('\n')
    .map((line) => {
      const indent = line.length - line.trimStart().length;
      if (line.trim() !== '' && indent <= depth) depth = -1;
      if (/^\s*(?:data|stringData):/.test(line)) {
        depth = indent;
        return line.replace(/(:\s*)\S.*$/, `$1${REDACTED}`);
      }
      if (depth < 0 || line.trim() === '') return line;
      const named = /^(\s*[\w."'-]{1,200}:\s?)/.exec(line)?.[1];
      return named === undefined ? `${' '.repeat(indent)}${REDACTED}` : `${named}${REDACTED}`;
    })
    .join('\n');
}
