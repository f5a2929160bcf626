import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { linesOf } from '../../lines.ts';
import type { Manifest } from '../../manifest.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';

/** .nvmrc and .node-version, then .tool-versions and mise, then the manifest, then the Dockerfile. (detection.md, "Version precedence") */
export function nodeVersion(snapshot: Snapshot, manifest: Manifest): ToolVersion | null {
  const directory = directoryOf(manifest.file);
  return (
    versionFile(snapshot, nearest(snapshot, directory, ['.nvmrc', '.node-version'])) ??
    toolVersion({ snapshot, directory, tool: 'node', names: ['nodejs', 'node'] }) ??
    manifestVersion(manifest) ??
    dockerTag({ snapshot, directory, tool: 'node', images: ['node'] })
  );
}

/** One version a file; a line with `#` is a comment in nvm's own format. */
function versionFile(snapshot: Snapshot, file: string | null): ToolVersion | null {
  if (file === null) return null;
  const line = linesOf(snapshot.text(file) ?? '').find(({ text }) => text.replace(/#.*/, '').trim() !== '');
  const value = line?.text.replace(/#.*/, '').trim().replace(/^v/, '');
  return value ? { tool: 'node', value, because: [snapshot.evidence(file, line?.number ?? 1)] } : null;
}

const PLACES = [
  ['volta', 'node'],
  ['devEngines', 'runtime', 'version'],
  ['engines', 'node'],
];

function manifestVersion(manifest: Manifest): ToolVersion | null {
  const path = PLACES.find((place) => manifest.text(place) !== null);
  const value = path && manifest.text(path);
  return path && value ? { tool: 'node', value, because: [manifest.evidence(path)] } : null;
}
