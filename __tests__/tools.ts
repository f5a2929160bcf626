import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../.tools/bin/', import.meta.url));

/** The path of a pinned tool, or null where `make tools` has not brought it. */
export function toolPath(name: string): string | null {
  const path = `${folder}${name}`;
  return existsSync(path) ? path : null;
}

/**
 * Whether tests that need these tools can run. A missing one is said loudly on a person's machine, and is a failing test where CI is true:
 * there nothing is skipped.
 */
export function haveTools(...names: readonly string[]): boolean {
  const missing = names.filter((name) => toolPath(name) === null);
  if (missing.length > 0) console.warn(`NOT TESTED for want of ${missing.join(' and ')}: run \`make tools\`.`);
  it(`has ${names.join(' and ')}, at least where CI is true`, () => {
    expect(process.env.CI === 'true' ? missing : []).toEqual([]);
  });
  return missing.length === 0;
}
