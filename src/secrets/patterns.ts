/**
 * Kinds of secrets that secretlint's preset does not know. (reference: measured misses of the preset on synthetic secrets)
 * Every repetition has a bound, so that a hostile text of a megabyte costs milliseconds. `(?!\$)` leaves expressions and variables alone.
 */
export const OWN_PATTERNS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/g],
  // A token has a digit or changes its case; a placeholder such as YOUR_TOKEN_GOES_RIGHT_HERE does neither, and words with hyphens are none.
  [
    'authorization header',
    /\b(?:[Aa]uthorization|AUTHORIZATION)["']?\s{0,4}[:=]\s{0,4}["']?(?:[Bb]earer|[Bb]asic|[Tt]oken)\s{1,4}(?=[A-Za-z._~+/-]{0,60}?(?:\d|[a-z][A-Z]))(?![a-z]{2,20}(?:[-_.](?:[a-z]{1,20}|[a-z]{0,3}\d[a-z]{0,3})){1,8}(?![\w.~+/=-]))[A-Za-z0-9._~+/=-]{20,2000}/g,
  ],
  [
    'password in an address',
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@$"']{1,100}:(?!\$)[^\s:/@$"'{}<>]{6,200}@[\w.-]{1,253}/gi,
  ],
];
