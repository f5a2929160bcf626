/** Digests, and pins by commit: long, without pattern, and public. */
const PUBLIC =
  /\b(?:sha(?:1|224|256|384|512)|h1|md5|blake2b|blake3)[-:=][A-Za-z0-9+/=_-]{16,200}|@[0-9a-f]{40}\b|\b[0-9a-f]{40}(?=\b)/g;

/** A checksum that stands by its name: `GO_SHA256=…`, `sha256sum … | grep …`. */
const CHECKSUM = /\b(?=[\da-f]{0,128}\d)[\da-f]{32,128}\b/gi;
const NAMES_CHECKSUM = /sha-?(?:1|224|256|384|512)|check_?sum|digest|md5/i;

const TOKEN = /[A-Za-z0-9+/_-]{20,2000}={0,2}/g;

/** Of a token. */
const SHORTEST = 20;

/** Bits for a character, and changes between capitals, small letters, digits and signs for each: chance gives 4 or more, and 0.6; names 0.3. */
const MANY_BITS = 3.5;
const MANY_CHANGES = 0.4;

/**
 * Whether something in a line looks like chance has made it: a token of at least 20 characters with digits and letters of both cases, or of
 * hexadecimal digits alone, in which nearly every character is another one. What no pattern knows is found by this.
 */
export function looksRandom(line: string): boolean {
  const rest = line.replace(PUBLIC, '');
  return ((NAMES_CHECKSUM.test(line) ? rest.replace(CHECKSUM, '') : rest).match(TOKEN) ?? []).some(isRandom);
}

function isRandom(token: string): boolean {
  if (/^-?[A-Za-z]?\//.test(token)) return token.split('/').some((part) => part.length >= SHORTEST && isRandom(part));
  if (/^[0-9a-f]{32,}$/i.test(token)) return /\d/.test(token) && /[a-f]/i.test(token) && bits(token) > 3;
  if (!/\d/.test(token) || !/[a-z]/.test(token) || !/[A-Z]/.test(token)) return false;
  return bits(token) > MANY_BITS && changes(token) > MANY_CHANGES * token.length;
}

function changes(token: string): number {
  const kinds = token
    .replace(/[A-Z]/g, 'A')
    .replace(/[a-z]/g, 'a')
    .replace(/\d/g, '0')
    .replace(/[^Aa0]/g, '-');
  return [...kinds].filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
}

/** Shannon's entropy, in bits for a character. */
function bits(token: string): number {
  const counts = new Map<string, number>();
  for (const character of token) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / token.length) * Math.log2(count / token.length), 0);
}
