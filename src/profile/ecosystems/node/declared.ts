import type { Evidence } from '../../../domain/evidence.ts';
import type { DocumentPath } from '../../../domain/finding.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';

export type Family = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** A manager that a manifest names. */
export interface Declared {
  readonly family: Family;
  /** As written, where one is. */
  readonly version: string | null;
  readonly because: Evidence;
}

/** What `packageManager` says, else `devEngines`, else an `only-allow` that lets no other manager install. */
export function declaredManager(manifest: Manifest): Declared | null {
  return packageManager(manifest) ?? devEngine(manifest) ?? onlyAllowed(manifest);
}

/** `engines` may name versions of managers that nobody uses here: it is asked after lock files. */
export function engineManager(manifest: Manifest): Declared | null {
  const families: readonly Family[] = ['pnpm', 'bun', 'yarn'];
  const found = families.find((family) => isRange(manifest.text(['engines', family])));
  return found ? { family: found, version: null, because: manifest.evidence(['engines', found]) } : null;
}

/** Corepack's `name@version+hash`; a version may be an address, which says nothing. */
function packageManager(manifest: Manifest): Declared | null {
  const [name, version] = (manifest.text(['packageManager']) ?? '').split('@', 2);
  const family = familyOf(name);
  if (!family) return null;
  const [number = ''] = (version ?? '').split('+', 1);
  return { family, version: /^\d/.test(number) ? number : null, because: manifest.evidence(['packageManager']) };
}

function devEngine(manifest: Manifest): Declared | null {
  for (const path of devEnginePaths(manifest, 'packageManager')) {
    const family = familyOf(manifest.text([...path, 'name']));
    const version = manifest.text([...path, 'version']);
    if (family) return { family, version: isRange(version) ? version : null, because: manifest.evidence(path) };
  }
  return null;
}

/** `devEngines` holds an object, or a list of them, best first. */
export function devEnginePaths(manifest: Manifest, kind: 'packageManager' | 'runtime'): readonly DocumentPath[] {
  const path = ['devEngines', kind];
  return isMapping(manifest.at(path)) ? [path] : manifest.items(path);
}

function onlyAllowed(manifest: Manifest): Declared | null {
  const path = ['scripts', 'preinstall'];
  const family = familyOf(/\bonly-allow (npm|pnpm|yarn|bun)\b/.exec(manifest.text(path) ?? '')?.[1]);
  return family ? { family, version: null, because: manifest.evidence(path) } : null;
}

function familyOf(name: string | null | undefined): Family | null {
  return name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'bun' ? name : null;
}

/** `please-use-pnpm` is a common value of `engines.yarn`: only what has a number is a version. */
function isRange(text: string | null): text is string {
  return text !== null && /\d/.test(text) && /^[\s\d.<>=^~|xX*-]+(-[\w.]+)?$/.test(text);
}
