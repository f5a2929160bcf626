/** What looks like a name for something secret, before a value: `DB_PASSWORD: x`, `"api-key": "x"`, `--token=x`. */
export const NAME = String.raw`[\w.-]{0,60}?(?:passwor[dt]|passwd|passphrase|requirepass|pwd|(?<![A-Za-z])pass|secret|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|signing[_-]?key|credentials?|client[_-]?secret|connection[_-]?string|\bdsn)s?`;

/** An option of a command whose argument is secret. */
export const FLAG = String.raw`(?<![\w.-])--?[\w.-]{0,40}?(?:password|passwd|passphrase|requirepass|masterauth|token|secret|api[_-]?key|access[_-]?key)`;

const END = String.raw`(?=[\s,;}\])<"']|$)`;

/**
 * What stands for a value that is elsewhere: `$NAME`, `${NAME}`, `$(command)`, `${{ expression }}`, `$1`, `$this->name`, `$env:NAME`. Any other
 * `$` begins a value.
 */
export const REFERENCE = String.raw`\${1,2}(?:[{(]|[\d@#*?!]${END}|env:|[A-Za-z_]\w{0,100}(?:${END}|->|[.[/\\$]|:\$))`;

/** No value, but a reference, a template or a placeholder, or what has gone already. */
export const NO_LITERAL = String.raw`(?!["']?(?:${REFERENCE}|[%{<]|\[redacted\]))`;

/** Values that are no secret: references, kinds of rights, words that switch. */
export const PLAIN = String.raw`${NO_LITERAL}(?![*&!|>@]|#\s|["']?(?:true|false|null|none|nil|yes|no|on|off|read|write|inherit|required|optional|string|str|env|secret|secrets|file|default|enabled|disabled|undefined)${END}|\d{1,6}(?=[\s,;}\])<]|$))`;

export const QUOTED = String.raw`"[^"\n]{1,400}"|'[^'\n]{1,400}'`;

/** A value in quotes, or up to what ends one. */
export const VALUE = String.raw`(?:${QUOTED}|[^\s"',;}\])]{1,400})`;
