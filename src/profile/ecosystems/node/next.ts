import type { ProfileWarning } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { declaredRelease } from './dependencies.ts';
import { startOf, unquoted } from './script-words.ts';

/** Its own linter, as a command. */
const LINT = startOf(String.raw`next[^\S\n]{1,8}lint(?![\w-])`);

/** Whether the text of a script calls a command that the package's release of Next.js has no more. (nextjs.org, "Upgrading: Version 16") */
export function callsRemovedLint(manifest: Manifest, text: string): boolean {
  return LINT.test(unquoted(text)) && (declaredRelease(manifest, 'next')?.major ?? 0) >= 16;
}

/** What is said of scripts that cannot run any more, by the names that are asked for. */
export function removedLints(manifest: Manifest, names: readonly string[]): ProfileWarning[] {
  const gone = names.filter((name) => callsRemovedLint(manifest, manifest.text(['scripts', name]) ?? ''));
  return gone.map((name) => ({
    file: manifest.file,
    line: manifest.lineOf(['scripts', name]),
    message: `the script ${name} is left out: Next.js has no \`next lint\` since its release 16. Call ESLint or Biome there.`,
  }));
}

/** The types of Next.js for its own files, which it writes itself and many do not commit. (nextjs.org, "TypeScript": next-env.d.ts) */
const TYPES = 'next-env.d.ts';

/**
 * What writes the types that a configuration of TypeScript includes; nothing (an empty text) where they are there or not asked for, and before
 * 15.5, where only a build does. (nextjs.org, "next CLI": typegen)
 */
export function typesMadeBy(snapshot: Snapshot, manifest: Manifest, config: Manifest): string {
  const included = config.oneOrMore(['include']).map((path) => path.replace(/^\.\//, ''));
  const isThere = snapshot.has(joinPath(directoryOf(config.file), TYPES) ?? TYPES);
  const { major, minor } = declaredRelease(manifest, 'next') ?? { major: 0, minor: 0 };
  const canBeMade = major > 15 || (major === 15 && minor >= 5);
  return canBeMade && !isThere && included.includes(TYPES) ? 'next typegen' : '';
}
