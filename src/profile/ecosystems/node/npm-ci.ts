import intersects from 'semver/ranges/intersects.js';
import validRange from 'semver/ranges/valid.js';
import type { ToolVersion } from '../../../domain/profile.ts';

/** The releases of Node whose own npm is 5.7 or newer. (nodejs.org/dist/index.json, "npm"; npm, "v5.7.0") */
const WITH_CI = '>=8.12.0 <9.0.0 || >=10.3.0';

/** The last names of release lines without it. (github.com/nodejs/release, "End-of-Life Releases") */
const BEFORE = /^lts\/(?:argon|boron)$/i;

/** Whether the npm that comes with a release of Node knows `npm ci`: of a range the newest one is installed. */
export function knowsCi(version: ToolVersion | null): boolean {
  const value = version?.value ?? '';
  return !BEFORE.test(value) && (validRange(value) === null || intersects(value, WITH_CI));
}
