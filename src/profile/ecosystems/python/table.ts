import type { Evidence } from '../../../domain/evidence.ts';
import { isMapping, type Manifest } from '../../manifest.ts';
import type { Snapshot } from '../../snapshot.ts';

/**
 * The line that shows a table. One that is only written through the tables below it (`[tool.ty.rules]` makes `tool.ty`) has no line of its
 * own: the first of those is it.
 */
export function tableEvidence(snapshot: Snapshot, manifest: Manifest, path: readonly string[]): Evidence {
  return snapshot.evidence(manifest.file, lineOf(manifest, path));
}

function lineOf(manifest: Manifest, path: readonly string[]): number {
  const own = manifest.lineOf(path);
  if (own !== manifest.lineOf(path.slice(0, -1)) || !isMapping(manifest.at(path))) return own;
  const below = manifest.keys(path).map((key) => lineOf(manifest, [...path, key]));
  return below.length > 0 ? Math.min(...below) : own;
}
