import { withoutValuesBelow } from './across-lines.ts';
import { withoutKeys, withoutSecretData } from './blocks.ts';
import { FLAG, NAME, NO_LITERAL, PLAIN, QUOTED, REFERENCE, VALUE } from './names.ts';
import { REDACTED } from './suspicion.ts';

const SETS = String.raw`["']?[ \t]{0,4}(?::=|[:=])[ \t]{0,4}`;
/** Not at each part of a name that has many. */
const START = String.raw`(?<![\w.-])`;
/** Of a command: in quotes, or up to a blank. */
const WORD = String.raw`(?:${QUOTED}|[^\s"']{1,400})`;
const DEFAULTS = String.raw`(?:\$\{\w{1,100}:?[-=]){1,4}`;

/**
 * What is no secret to a scanner, and still leaves nobody's machine: each with what stands in its place. Every repetition has a bound, so that
 * a hostile text costs time in its length alone. (reference/system.md, section 5: what secretlint's preset was measured to miss)
 */
const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // `${NAME:-value}`, where the variable or what it is given to has such a name.
  [new RegExp(String.raw`${START}(${NAME}${SETS}["']?${DEFAULTS}["']?)${PLAIN}[^}\n"']{1,400}`, 'gi'), `$1${REDACTED}`],
  [new RegExp(String.raw`(\$\{${NAME}:?[-=]["']?)${PLAIN}[^}\n"']{1,400}`, 'gi'), `$1${REDACTED}`],
  // `name: DB_PASSWORD, value: x`
  [
    new RegExp(
      String.raw`(\b(?:name|key)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?${NAME}["']?(?=[\s,])[^{}<>\n]{0,100}?\bvalue${SETS})${PLAIN}${VALUE}`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [new RegExp(String.raw`(?<!\$\{)\b(${NAME}${SETS})${PLAIN}${VALUE}`, 'gi'), `$1${REDACTED}`],
  [
    new RegExp(
      String.raw`(<(?:(?:[\w.-]{1,40}:)?${NAME}(?:\s[^<>]{0,200})?|[\w.:-]{1,60}\s[^<>]{0,100}?\bname=["']${NAME}["'][^<>]{0,100})>\s{0,100}(?:<!\[CDATA\[)?)(?!${REFERENCE}|[@%{]{2}|@[\w.]{1,100}@|\[redacted\])${PLAIN}[^<\s\]][^<\]]{0,400}(?=\s{0,100}(?:\]\]>)?\s{0,100}<\/)`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  // What tools of containers and packages keep of a log-in: the name and the password, in base64.
  [
    /(["']auth["']\s{0,10}:\s{0,10})"(?=[a-z+/]{0,400}[A-Z\d=])(?:[\w+/-]{4}){2,500}[\w+/-]{0,3}={0,2}"/g,
    `$1${REDACTED}`,
  ],
  [new RegExp(String.raw`((?:^|[\s:])_auth[ \t]{0,4}=[ \t]{0,4})${NO_LITERAL}${VALUE}`, 'gm'), `$1${REDACTED}`],
  [
    new RegExp(String.raw`(${FLAG}[ \t]{1,4})(?!-|id=|type=)${NO_LITERAL}(?:${QUOTED}|[^\s"']{3,400})`, 'gi'),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(String.raw`(["']${FLAG}["'][ \t]{0,4},[ \t]{0,4})(?!["']-)${NO_LITERAL}(?:${QUOTED})`, 'gi'),
    `$1${REDACTED}`,
  ],
  // `ENV NAME value`, as Dockerfiles had it first.
  [
    new RegExp(String.raw`^([+-]?[ \t]{0,8}(?:ENV|ARG)[ \t]{1,4}${NAME}[ \t]{1,4})${PLAIN}[^\s=]{1,400}`, 'gim'),
    `$1${REDACTED}`,
  ],
  // `curl -u name:password`; numbers are a user and a group.
  [
    new RegExp(
      String.raw`((?:^|\s)(?:-u|--user)[ \t=]{0,4}["']?[^\s:"'$]{1,60}:)${NO_LITERAL}(?!\d{1,6}(?:\s|$))[^\s"']{1,200}`,
      'gm',
    ),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(
      String.raw`(\b(?:sshpass[ \t]{1,4}-p|redis-cli\b[^\n]{0,200}?\s-a[ \t])[ \t]{0,4})(?!-)${NO_LITERAL}${WORD}`,
      'g',
    ),
    `$1${REDACTED}`,
  ],
  [new RegExp(String.raw`(\blogin\b[^\n]{0,200}?\s-p[ \t]{1,4})(?!-)${NO_LITERAL}${WORD}`, 'g'), `$1${REDACTED}`],
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

/** A value that has the form of a variable: small letters with digits are more often a password. */
const LIKE_VARIABLE = new RegExp(String.raw`${START}(${NAME}${SETS}["']?)(\$[a-z_]\w{1,100})(?=[\s"',;}\])]|$)`, 'gi');

/** The text without passwords that stand by their name, and without what tells of people and networks: e-mail, addresses, home folders. */
export function withoutPrivate(text: string): string {
  const clean = RULES.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text).replace(
    LIKE_VARIABLE,
    (all, before: string, value: string) => (/[a-z]/.test(value) && /\d/.test(value) ? `${before}${REDACTED}` : all),
  );
  return withoutValuesBelow(withoutSecretData(withoutKeys(clean)));
}
