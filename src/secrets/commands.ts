import { isLiteral } from './literal.ts';
import { FLAG, NAME, NO_LITERAL, PLAIN, QUOTED } from './names.ts';
import { REDACTED } from './suspicion.ts';

/** Of a command: in quotes, or up to a blank. */
const WORD = String.raw`(?:${QUOTED}|[^\s"']{1,400})`;
const GAP = String.raw`[ \t]{1,20}`;
/** What stands between a command and an option of it. */
const ON = String.raw`[^\n|]{0,200}?`;

/** An option that only with its command is one for a secret, with a blank or `=` before its argument. */
const OPTIONS: readonly (readonly [command: string, option: string])[] = [
  [`login|twine|nuget|mongosh|mongo|mongodump|mongorestore|mongoimport|mongoexport|useradd|usermod|keychain`, '-p'],
  [String.raw`openssl[ \t]+(?:enc|aes|des)[\w-]*`, '-[kK]'],
  ['nuget', '-k'],
  [`zip|unzip|security|sqlcmd|bcp`, '-P'],
  ['ssh-keygen', '-[NP]'],
  [`ldap(?:search|add|modify|delete|whoami|passwd)`, '-w'],
  [String.raw`codecov(?:\.io/bash)?`, '-t'],
  ['cypress', '--key'],
  ['signtool', '/p'],
];
const OPTION = String.raw`\b(?:${OPTIONS.map(([command, option]) => String.raw`(?:${command})\b${ON}\s${option}`).join('|')})(?:${GAP}|=)`;

/** A word that a command takes where it stands. */
const PLACES: readonly string[] = [
  `(?:vault|cargo)${GAP}login${GAP}`,
  `snyk${GAP}auth${GAP}`,
  String.raw`composer${GAP}config${ON}\s(?:[\w.-]*http-basic\S{0,100}${GAP}\S{1,100}|\S{0,100}(?:oauth|token|bearer)\S{0,100})${GAP}`,
  String.raw`poetry${GAP}config${GAP}(?:http-basic\S{1,100}${GAP}\S{1,100}|pypi-token\S{1,100})${GAP}`,
  String.raw`htpasswd${GAP}-\w*b\w*${GAP}\S{1,200}${GAP}\S{1,100}${GAP}`,
  String.raw`bundle${GAP}config${ON}\s\S{1,100}${GAP}[\w.-]{1,60}:`,
  String.raw`lftp\b${ON}\s-u${GAP}[^\s,]{1,60},`,
  String.raw`smbclient\b${ON}\s-U${GAP}[^\s%]{1,60}%`,
  String.raw`sshpass${GAP}-p[ \t]{0,4}`,
  String.raw`redis-cli\b${ON}\s-a${GAP}`,
  String.raw`(?:docker|podman)${GAP}login\b${ON}\s-p`,
  `7z[ar]?${GAP}${ON}-p`,
  String.raw`(?:setx${GAP}|set${GAP}-\w{1,4}${GAP}|(?:configure|config)${GAP}(?:set${GAP})?(?:-\w{1,10}${GAP})?)(?:\S{0,100}[:.])?(?:${NAME}|_auth)${GAP}`,
  String.raw`set\(${NAME}${GAP}`,
  String.raw`from-literal=[\w.-]{1,100}=`,
  String.raw`\bpass(?:in|out)?[ \t]["']?pass:`,
  `ConvertTo-SecureString${GAP}(?:-String${GAP})?`,
  String.raw`rabbitmqctl${GAP}(?:add_user|change_password)${GAP}\S{1,100}${GAP}`,
  String.raw`\bsecrets?${GAP}(?:set|put)\b${ON}(?:\s--body[ =]|\s-b[ =]?|<<<[ \t]{0,4}|<\(echo${GAP})`,
  '::add-mask::',
  String.raw`-stdin\b[^\n|]{0,100}<<<[ \t]{0,4}`,
  String.raw`--with-token\b[^\n|]{0,100}<<<[ \t]{0,4}`,
];

const BASIC_USER = String.raw`(?:^|\s)(?:-[a-zA-Z]{0,6}u|--user|--proxy-user|-a)[ \t=]{0,4}`;

const USER = String.raw`(?:\$\{\w{1,60}\}|\$?[^\s:"'{}$]{0,60})`;

/** Each with what stands in its place. Every repetition has a bound. */
const RULES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [
    new RegExp(String.raw`(${FLAG}[ \t]{1,4})(?!-|id=|type=)${NO_LITERAL}(?:${QUOTED}|[^\s"']{3,400})`, 'gi'),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(String.raw`(["'](?:${FLAG}|-a)["'][ \t]{0,4},[ \t]{0,4})(?!["']-)${NO_LITERAL}(?:${QUOTED})`, 'gi'),
    `$1${REDACTED}`,
  ],
  [new RegExp(`(${OPTION})(?!-)${NO_LITERAL}${WORD}`, 'g'), `$1${REDACTED}`],
  [new RegExp(String.raw`((?:${PLACES.join('|')}))(?![\s-])${NO_LITERAL}${WORD}`, 'gi'), `$1${REDACTED}`],
  // Numbers are a user and a group.
  [new RegExp(String.raw`(${BASIC_USER}(["'])${USER}:)${NO_LITERAL}[^"'\n]{1,200}(?=\2)`, 'gm'), `$1${REDACTED}`],
  [
    new RegExp(String.raw`(${BASIC_USER}["']?${USER}:)${NO_LITERAL}(?!\d{1,6}(?:\s|$)|//)[^\s"']{1,200}`, 'gm'),
    `$1${REDACTED}`,
  ],
  [
    /(\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-admin)\b[^\n]{0,200}?[\s"']-p)(?:(?![$%{<"'\s-]|\[redacted\])[^\s"']{1,400}|'[^'\n]{1,400}'|"(?!\$)[^"\n]{1,400}"(?!,))/g,
    `$1${REDACTED}`,
  ],
  // `ENV NAME value`, as Dockerfiles had it first: up to the end of the line.
  [
    new RegExp(
      String.raw`((?:^[+-]?[ \t]{0,8}|\n)(?:ENV|ARG)[ \t]{1,20}(?:\\\n[+ -]?[ \t]{0,40})?${NAME}[ \t]{1,20})${PLAIN}(?!=)[^\n\\]{1,400}`,
      'gim',
    ),
    `$1${REDACTED}`,
  ],
  // Of SQL, of Gradle and of `.netrc`; and a name with one word behind it that is no word of a language.
  [new RegExp(String.raw`(\bidentified[ \t]{1,4}by[ \t]{1,4})(?:${QUOTED})`, 'gi'), `$1${REDACTED}`],
  [
    new RegExp(
      String.raw`((?<![\w$/-])(?!pass\b)${NAME}[ \t]{1,4})(?!["']${NAME}["'])${NO_LITERAL}(?:"[^"\s]{1,400}"|'[^'\s]{1,400}')`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [/(\blogin[ \t]{1,20}\S{1,100}[ \t]{1,20}password[ \t]{1,20})(?![$%{<[])[^\s"']{1,400}/g, `$1${REDACTED}`],
  [
    new RegExp(
      String.raw`((?:^[+-]?[ \t]{0,40}(?:(?:#|//)[ \t]{0,4})?|[/|,][ \t]{1,4})${NAME}[ \t]{1,20})${PLAIN}(?=\S{0,100}\d)[^\s"'=:(]{4,400}(?=[ \t]*$)`,
      'gim',
    ),
    `$1${REDACTED}`,
  ],
  [new RegExp(String.raw`(\b${NAME}[ \t](?:is|was)[ \t])${PLAIN}(?=\S{0,100}\d)[^\s"']{4,400}`, 'gi'), `$1${REDACTED}`],
  // Arguments of functions: `getenv("NAME", "value")`, `setPassword("value")`, `auth=("name", "value")`.
  [
    new RegExp(
      String.raw`((?:\([ \t]{0,4}|\b(?:systemProperty|environment|property|env)[ \t]{1,4})["']${NAME}["'][ \t]{0,4},[ \t]{0,4})(?!["']-)${NO_LITERAL}(?:${QUOTED})`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(
      String.raw`((?:\bset\w{0,40}?(?:password|passwd|passphrase|secret|token|key)|\b${NAME}\.set)\(["'])${NO_LITERAL}[^"'\n]{1,400}`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(String.raw`(\bCredentials\((?:(?:${QUOTED})[ \t]{0,4},[ \t]{0,4}){3})(?:${QUOTED})`, 'g'),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(
      String.raw`(["']login["'][^\n\]]{0,200}?["']-p["'][ \t]{0,4},[ \t]{0,4})${NO_LITERAL}(?:${QUOTED})`,
      'g',
    ),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(
      String.raw`((?<!\w)${NAME}=["']?\$\((?:echo|printf)[ \t]{1,4}(?:-\w{1,4}[ \t]{1,4}){0,3})(?![ -])${NO_LITERAL}(?:${QUOTED}|[^\s"')|]{1,400})`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [new RegExp(String.raw`(\bauth=\([ \t]{0,4}(?:${QUOTED})[ \t]{0,4},[ \t]{0,4})(?:${QUOTED})`, 'g'), `$1${REDACTED}`],
];

/** What goes into a command that reads a password: `echo x | docker login --password-stdin`. */
const PIPED = new RegExp(
  String.raw`(\b(?:echo|printf)(?:[ \t]{1,4}-\w{1,4}){0,3}[ \t]{1,4})(${QUOTED}|[^\s"'|]{1,400})(?=[ \t]{0,4}\|[^\n|]{0,200}(?:-stdin\b|--with-token\b|\bchpasswd\b|\bpasswd\b|\bsudo[ \t]{1,4}-S|-passphrase-fd|\bsecret[ \t]{1,4}(?:put|set)\b))`,
  'g',
);

/** The text without what commands and functions are given in secret. */
export function withoutArguments(text: string): string {
  return RULES.reduce((so, [pattern, replacement]) => so.replace(pattern, replacement), text).replace(
    PIPED,
    (all, before: string, said: string) => {
      const value = said.replace(/^["']|["']$/g, '').replace(/^[\w.-]{1,60}:/, '');
      return isLiteral(value, { name: 'password', sign: ' ', isQuoted: true }) ? `${before}${REDACTED}` : all;
    },
  );
}
