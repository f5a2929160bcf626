/** Words for something secret, whatever stands before them. */
const PASSWORDS = `auth[_-]?ident|passwor[dt]|passwd|passphrase|passw|requirepass|masterauth|kennwort|senha|mot[_-]?de[_-]?passe|pwd|(?<![A-Za-z])pass|(?:db|root|user|admin|store|key|smtp|ssh)pass`;
const KEYS = `(?:api|access|private|signing|secret|encryption|master|app|fernet|account|session|hmac|jwt|storage|ssh|deploy|auth|cookie|cipher)[_-]?key|(?<![A-Za-z])key[_-]data|apikey`;
/** Whole words alone, and only where what follows does not look like a plain word. */
const WEAK = `(?<![A-Za-z])(?:auth|pat|pw|creds?|psk|login)`;
const WORDS = String.raw`(?:${PASSWORDS}|(?<!from_)secret|token|${KEYS}|credentials?|connection[_-]?string|authorization|\bdsn|${WEAK})s?`;

/** Whose it is, or which of several. */
const SUFFIX = String.raw`(?:[_.-]?(?:\d{1,3}|value|base|data|b64|base64|text|prod(?:uction)?|staging|stage|dev|test|local|live|main|old|new)(?![A-Za-z]))?`;

/** What looks like a name for something secret, before a value: `DB_PASSWORD: x`, `"api-key": "x"`, `--token=x`. */
export const NAME = String.raw`[\w.-]{0,60}?${WORDS}${SUFFIX}`;

/** A name whose last word only its capital parts from the others: `dbPass`. To be matched with small and capital letters told apart. */
export const CAMEL = /[a-z\d](?:Pass|Auth|Pat|Pw|Creds)s?$/;

/** A name that is also used of what everybody may know: `auth: basic`. */
export const WEAK_NAME = new RegExp(`(?:${WEAK})s?${SUFFIX}$|[a-z](?:auth|pat|pw|creds)s?$`, 'i');

/** A name of passwords, which may be numbers. */
export const OF_PASSWORD = new RegExp(`(?:${PASSWORDS})s?${SUFFIX}$`, 'i');

/** An option of a command whose argument is secret. */
export const FLAG = String.raw`(?<![\w.-])--?[\w.-]{0,40}?(?:password|passwd|passphrase|requirepass|masterauth|token|secret|api[_-]?key|access[_-]?key|(?:store|key|http-)?pass)`;

const END = String.raw`(?=[\s,;}\])<"']|$)`;

/**
 * What stands for a value that is elsewhere: `$NAME`, `${NAME}`, `$(command)`, `${{ expression }}`, `$1`, `$this->name`, `$env:NAME`. Any other
 * `$` begins a value.
 */
export const REFERENCE = String.raw`\${1,2}(?:[{(]|[\d@#*?!]${END}|env:|[A-Za-z_]\w{0,100}(?:${END}|->|[.[/\\$]|:\$))`;

/** No value, but a reference, a template or a placeholder, or what has gone already. */
export const NO_LITERAL = String.raw`(?!["']?(?:${REFERENCE}|[%{<]|\[redacted\]))`;

/** Words that no secret is: kinds of rights, of types, words that switch. */
export const PLAIN_WORD = `(?:true|false|null|none|nil|yes|no|on|off|read|write|inherit|required|optional|string|str|boolean|bool|number|env|secret|secrets|file|default|enabled|disabled|undefined)`;

/** Values that are no secret: references, kinds of rights, words that switch. */
export const PLAIN = String.raw`${NO_LITERAL}(?![*&!|>@]|#\s|["']?${PLAIN_WORD}${END}|\d{1,6}(?=[\s,;}\])<]|$))`;

export const QUOTED = String.raw`"[^"\n]{1,400}"|'[^'\n]{1,400}'`;

/** A value in quotes, or up to what ends one. */
export const VALUE = String.raw`(?:${QUOTED}|[^\s"',;}\])]{1,400})`;
