import { OF_PASSWORD, PLAIN_WORD, REFERENCE, WEAK_NAME } from './names.ts';
import { REDACTED } from './suspicion.ts';

/** A reference as a whole. Every repetition has a bound. */
const WHOLE_REFERENCE = new RegExp(
  String.raw`\$\{\{(?:[^{}\n]|\{\d?\}){0,400}\}\}|\${1,2}\{[^{}\n]{0,300}(?:\}|$)|\${1,2}\((?:[^()\n]|\([^()\n]{0,200}\)){0,300}(?:\)|$)|\{\{[^{}\n]{0,300}\}\}|<%[^<>\n]{0,300}%>|%\([\w.]{1,100}\)s|%\{[^{}\n]{0,100}\}|%[A-Za-z_]\w{0,100}%|(?:${REFERENCE})`,
  'g',
);

const PLAIN = new RegExp(`^${PLAIN_WORD}$`, 'i');
/** What is there to be replaced or read: `<token>`, `***`, `%s`; the sign of a comment. */
const PLACEHOLDER = /^(?:<[^<>]{1,200}>|[*.x_-]+|%[sdvq]|<<.*|#|[{}[\]()]+)$/;
const PATH = /^(?:(?:~|\.{1,2}|@)\/[\w.@~+:/-]*|\/[\w.@~+-]+[/:][\w.@~+:/-]*)$/;
/** Of YAML: what is said elsewhere in the file, or by whoever reads it. */
const ALIAS =
  /^(?:\*[A-Za-z_][\w-]*|!(?:Ref|Sub|GetAtt|ImportValue|Join|reference|secret|env|env_var|include|vault)\b.*|&[\w-]*|[|>][\d+-]{0,2})$/;
const CALL = /^(?:(?:await|new|&)[ \t]?)?\$?[A-Za-z_][\w$]*(?:\??(?:\.|::|->)[A-Za-z_$][\w$]*)*!?[([]|^&[\w.]+\{/;
const MEMBER =
  /^(?:process|os|env|secrets|vars|inputs|steps|needs|github|gitlab|runner|matrix|local|var|data|module|self|this|config|settings|project|rootProject|props|properties|params|args|options|opts|ctx|context|req|request|System|Environment|import|each|parameters|Values)\??\.[\w.?$-]+;?$/;

/** Of a package that has such a name. */
const VERSION =
  /^(?:[\^~<>=v]{0,2}\d+(?:\.[\dx*]+){1,3}(?:[-+][\w.+-]*)?|latest|(?:workspace|npm|file|link|catalog):.*)$/;

/** Words that go before a secret, or that belong to a name and not to a value. */
const AROUND =
  /\b(?:bearer|basic|token|oauth2?|x-access-token|x-token-auth|bot|https?)\b|[-_.]?\b(?:secrets?|tokens?|keys?|passwords?|credentials?|api|auth|tls|cert|db|name|default)\b/gi;

/** Where the last whole reference of a word ends, 0 where there is none. */
export function endOfReferences(word: string): number {
  if (!/[$%{<]/.test(word)) return 0;
  return [...word.matchAll(WHOLE_REFERENCE)].map((match) => match.index + match[0].length).at(-1) ?? 0;
}

export interface Said {
  readonly name: string;
  /** `:`, `=`, `:=` and the like. */
  readonly sign: string;
  readonly isQuoted: boolean;
}

/** Whether a value, without its quotes, is itself what its name says, and does not only tell where that is. */
export function isLiteral(value: string, { name, sign, isQuoted }: Said): boolean {
  if (value === '' || value.includes(REDACTED) || PLAIN.test(value) || PLACEHOLDER.test(value) || PATH.test(value))
    return false;
  if (VERSION.test(value)) return false;
  if (/^\d{1,6}$/.test(value)) return value.length > 3 && OF_PASSWORD.test(name);
  if (WEAK_NAME.test(name) && !/\d|[:/]|[a-z][A-Z]/.test(value)) return false;
  if (!isQuoted && isExpression(value, sign)) return false;
  const rest = value.replace(WHOLE_REFERENCE, '\n');
  return rest === value ? /[^\s\\]/.test(value) : isMore(rest);
}

function isExpression(value: string, sign: string): boolean {
  if (MEMBER.test(value) || (CALL.test(value) && /[)\]}]/.test(value))) return true;
  return (sign === ':' && ALIAS.test(value)) || (sign !== '=' && CALL.test(value));
}

/** Whether what stands around references is more than signs, a path, or words that go before a secret. */
function isMore(rest: string): boolean {
  if (/^\n?[\n\w./@~+-]*$/.test(rest) && /\n[\w.@~+-]*\//.test(rest)) return false;
  const letters = rest.replace(AROUND, '').match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length >= (rest.startsWith('\n') ? 4 : 3);
}
