import type { DocumentPath } from '../../../domain/finding.ts';
import type { ProfileWarning } from '../../../domain/profile.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';

const TABLES = ['scripts', 'dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'engines'];

/** Fields of a package.json whose types npm does not allow: what they say is not used. */
export function faultsOf(manifest: Manifest): ProfileWarning[] {
  if (manifest.value === undefined) return [];
  const warn = (path: DocumentPath, message: string) => ({ file: manifest.file, line: manifest.lineOf(path), message });
  if (!isMapping(manifest.value)) return [warn([], 'a package.json holds an object; it is left out.')];
  return TABLES.flatMap((key) => {
    const table = manifest.at([key]);
    if (table === undefined) return [];
    if (!isMapping(table)) return [warn([key], `\`${key}\` is no object; it is left out.`)];
    const wrong = Object.keys(table).filter((name) => typeof table[name] !== 'string');
    return wrong.map((name) => warn([key, name], `\`${key}.${name}\` is no text; it is left out.`));
  });
}
