import { withoutValuesBelow } from './across-lines.ts';
import { withoutAssigned } from './assigned.ts';
import { withoutKeys, withoutSecretData } from './blocks.ts';
import { withoutArguments } from './commands.ts';
import { isLiteral } from './literal.ts';
import { NAME, NO_LITERAL, PLAIN, REFERENCE, VALUE } from './names.ts';
import { REDACTED } from './suspicion.ts';

const SETS = String.raw`["']?[ \t]{0,4}(?::=|[:=])[ \t]{0,4}`;
/** Not at each part of a name that has many. */
const START = String.raw`(?<![\w.-])`;
const DEFAULTS = String.raw`(?:\$\{\w{1,100}:?[-=+]){1,4}`;

/**
 * What is no secret to a scanner, and still leaves nobody's machine: each with what stands in its place. Every repetition has a bound, so that
 * a hostile text costs time in its length alone. It finds what the preset of secretlint was measured to miss.
 */
const BEFORE: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // `${NAME:-value}`, where the variable or what it is given to has such a name.
  [new RegExp(String.raw`${START}(${NAME}${SETS}["']?${DEFAULTS}["']?)${PLAIN}[^}\n"']{1,400}`, 'gi'), `$1${REDACTED}`],
  [new RegExp(String.raw`(\$\{${NAME}(?::?[-=+]|:(?![-=+?]))["']?)${PLAIN}[^}\n"']{1,400}`, 'gi'), `$1${REDACTED}`],
  [new RegExp(String.raw`(\bpassword\([^()\n]{0,200}?\bdefaultValue${SETS})${PLAIN}${VALUE}`, 'gi'), `$1${REDACTED}`],
  // `name: DB_PASSWORD, value: x`
  [
    new RegExp(
      String.raw`(\b(?:name|key)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?${NAME}["']?(?=[\s,])[^{}<>\n]{0,100}?\b(?:default|value|defaultValue)${SETS})${PLAIN}${VALUE}`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(
      String.raw`(\bvalue${SETS})${PLAIN}${VALUE}(?=[^{}<>\n]{0,100}?\b(?:name|key)["']?[ \t]{0,4}[:=][ \t]{0,4}["']${NAME}["'])`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(
      String.raw`(\bvariable[ \t]{1,4}["']${NAME}["'][ \t]{0,4}\{[^{}\n]{0,200}?\bdefault[ \t]{0,20}=[ \t]{0,20})${PLAIN}${VALUE}`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
];

/** Behind `://`, up to the host; with or without a name before it. */
const IN_ADDRESS = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/@"'<>]{1,200})@(?=[\w[{$<%])/gi;

const AFTER: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [
    new RegExp(
      String.raw`(<(?:(?:[\w.-]{1,40}:)?${NAME}(?:\s[^<>]{0,200})?|[\w.:-]{1,60}\s[^<>]{0,100}?\bname=["']${NAME}["'][^<>]{0,100})>\s{0,100}(?:<!\[CDATA\[)?)(?!${REFERENCE}|[@%{]{2}|@[\w.]{1,100}@|\[redacted\])(?:(?=\{)|${PLAIN})[^<\s\]][^<\]]{0,400}(?=\s{0,100}(?:\]\]>)?\s{0,100}<\/)`,
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
  [/(["'](?:github|gitlab|bitbucket)-(?:oauth|token)["'][^\n]{0,200}?:[ \t]{0,4})"[^"\n]{1,400}"/g, `$1${REDACTED}`],
  [/\b([Cc]ookie:[ \t]{0,4}[\w.-]{1,60}=)(?![$%{<[])[^\s"']{4,400}/g, `$1${REDACTED}`],
  [
    /\b([Bb]earer[ \t]{1,4})(?![$%{<]|\[redacted\])(?=[A-Za-z._~+/-]{0,60}?(?:\d|[a-z][A-Z])|[a-z]{12})[A-Za-z0-9._~+/=-]{6,2000}/g,
    `$1${REDACTED}`,
  ],
  // In the address itself, of web hooks and of what is signed.
  [/([?&](?:sig|signature|key|code|auth)=)(?![$%{<[])[^\s"'&<>]{6,400}/gi, `$1${REDACTED}`],
  [
    /(\bhttps?:\/\/[^\s"'<>/]{1,200}\/(?:[^\s"'<>/]{1,60}\/){0,3}webhooks?(?:b2)?\/)(?![$%{<[])(?=[^\s"'<>]{0,200}\d)[^\s"'<>]{8,400}/gi,
    `$1${REDACTED}`,
  ],
  [/(\bapi\.telegram\.org\/bot)(?![$%{<[])[\w:-]{8,200}/g, `$1${REDACTED}`],
  // Of `.pgpass`.
  [
    /^([+-]?[ \t]{0,40}[\w.*-]{1,100}:(?:\d{2,5}|\*):[^\s:]{1,60}:[^\s:]{1,60}:)(?![$%{<[])[^\s:]{3,200}$/gm,
    `$1${REDACTED}`,
  ],
  [/\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g, REDACTED],
  [/\bAGE-SECRET-KEY-1[A-Z\d]{10,100}/g, REDACTED],
  [
    /\b(?!git@)[A-Za-z0-9][\w.+-]{0,63}@(?=[A-Za-z0-9])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}\b/g,
    '[e-mail]',
  ],
  [/(?<![\w.])(?!127\.|0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g, '[address]'],
  // Those that images of runners and of containers bring along are nobody's.
  [
    /(?<![\w/])((?:\/home|\/Users|\/var\/home)\/|[A-Za-z]:\\{1,2}Users\\{1,2})(?!(?:runner|linuxbrew|node|vscode|nonroot|app|user)\b)[\w.-]{1,64}/g,
    '$1[user]',
  ],
];

/** A value that has the form of a variable: small letters with digits are more often a password. */
const LIKE_VARIABLE = new RegExp(String.raw`${START}(${NAME}${SETS}["']?)(\$[a-z_]\w{1,100})(?=[\s"',;}\])]|$)`, 'gi');

/** The text without passwords that stand by their name, and without what tells of people and networks: e-mail, addresses, home folders. */
export function withoutPrivate(text: string): string {
  const named = withoutArguments(withoutAssigned(replaced(text, BEFORE)));
  const clean = replaced(named.replace(IN_ADDRESS, withoutUser), AFTER).replace(
    LIKE_VARIABLE,
    (all, before: string, value: string) => (/[a-z]/.test(value) && /\d/.test(value) ? `${before}${REDACTED}` : all),
  );
  return withoutValuesBelow(withoutSecretData(withoutKeys(clean)));
}

function replaced(text: string, rules: typeof AFTER): string {
  return rules.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text);
}

function withoutUser(all: string, scheme: string, user: string): string {
  const password = user.replace(/:$/, '').replace(/^[^:]*:/, '');
  return isLiteral(password, { name: 'password', sign: '@', isQuoted: true }) ? `${scheme}${REDACTED}@` : all;
}
