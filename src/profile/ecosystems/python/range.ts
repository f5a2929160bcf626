import coerce from 'semver/functions/coerce.js';
import satisfies from 'semver/functions/satisfies.js';

/** A version, and no range of them: `3.12`, `==3.12.*`. */
export function isExact(range: string): boolean {
  return /^\s*(?:={1,3}\s*)?\d+\.\d+(?:\.(?:\d+|\*))?\s*$/.test(range);
}

/** Whether a range as pyproject.toml has it (PEP 440's or Poetry's) allows a version such as `3.9`; no where it is not understood. */
export function isWithinRange(version: string, range: string): boolean {
  const plain = coerce(version);
  return plain !== null && range.length < MOST && satisfies(plain, asNpmRange(range));
}

/** Longer is no person's range. */
const MOST = 100;

/** `>=3.9,<4` is `>=3.9 <4`; `~=3.9` is `^3.9`, and `~=3.9.1` is `~3.9.1`; what `!=` leaves out is one release. */
export function asNpmRange(range: string): string {
  const parts = range.split(',').map((part) =>
    part
      .trim()
      .replace(/^~=\s*(?=\d+\.\d+\.)/, '~')
      .replace(/^~=\s*/, '^')
      .replace(/^={2,3}/, '='),
  );
  return parts.filter((part) => !part.startsWith('!=')).join(' ');
}
