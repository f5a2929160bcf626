import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { agreedSetUp } from '../../harvest/set-ups.ts';
import { linesOf } from '../../lines.ts';
import type { Manifest } from '../../manifest.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import { devEnginePaths } from './declared.ts';
import { installedByJava } from './java-build.ts';
import type { Project } from './workspace.ts';

/** .nvmrc and .node-version, then .tool-versions and mise, then the manifest, the Dockerfile, a Java build around it, the pipelines. (detection.md, "Version precedence") */
export function nodeVersion(project: Project): ToolVersion | null {
  const { snapshot, directory, root } = project;
  return (
    versionFile(snapshot, nearest(snapshot, directory, ['.nvmrc', '.node-version']), 'node') ??
    toolVersion({ snapshot, directory, tool: 'node', names: ['nodejs', 'node'] }) ??
    manifestVersion(root, 'node') ??
    imageVersion(project, 'node') ??
    installedByJava(snapshot, directory) ??
    agreedSetUp({ snapshot, directory, tool: 'node', runs: INSTALLS.node })
  );
}

/** Where Bun is what installs and runs. */
export function bunVersion(project: Project): ToolVersion | null {
  const { snapshot, directory, root, choice } = project;
  return (
    choice.version ??
    versionFile(snapshot, nearest(snapshot, directory, ['.bun-version']), 'bun') ??
    toolVersion({ snapshot, directory, tool: 'bun', names: ['bun'] }) ??
    manifestVersion(root, 'bun') ??
    imageVersion(project, 'bun') ??
    agreedSetUp({ snapshot, directory, tool: 'bun', runs: INSTALLS.bun })
  );
}

/** One version a file; what follows `#` is a comment in nvm's own format. */
function versionFile(snapshot: Snapshot, file: string | null, tool: string): ToolVersion | null {
  if (file === null) return null;
  for (const { text, number } of linesOf(snapshot.text(file) ?? '')) {
    const value = text
      .replace(/#.*/, '')
      .trim()
      .replace(/^v(?=\d)/, '');
    if (/^[\w./*-]+$/.test(value)) return { tool, value, because: [snapshot.evidence(file, number)] };
  }
  return null;
}

function manifestVersion(manifest: Manifest, tool: 'node' | 'bun'): ToolVersion | null {
  const engines = devEnginePaths(manifest, 'runtime')
    .filter((path) => manifest.text([...path, 'name']) === tool)
    .map((path) => [...path, 'version']);
  const places = [['volta', tool], ...engines, ['engines', tool]];
  const path = places.find((place) => /\d/.test(manifest.text(place) ?? ''));
  const value = path && manifest.text(path);
  return path && value ? { tool, value: value.trim(), because: [manifest.evidence(path)] } : null;
}

/** The Dockerfiles of the root, then of the members. */
function imageVersion({ snapshot, directory, members }: Project, tool: 'node' | 'bun'): ToolVersion | null {
  const directories = [directory, ...members.map(({ file }) => directoryOf(file))];
  for (const folder of directories) {
    const found = dockerTag({ snapshot, directory: folder, tool, images: [tool] });
    if (found) return found;
  }
  return null;
}

/** What shows that a job is about such a package: nothing that is installed for the whole machine. */
const INSTALLS = {
  node: /^(?:npm (?:ci|i|install|run|test)\b(?!.*\s(?:-g|--global)\b)|pnpm\b|yarn\b)/,
  bun: /^bunx? /,
};
