import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerfilesIn, dockerTag, dockerTagAbove } from '../../docker/base-tag.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { agreed, newestOfMatrix } from '../../harvest/set-ups.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { directoryOf } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import type { VersionSource } from '../../version-sources.ts';
import { devEnginePaths } from './declared.ts';
import { installedByJava } from './java-build.ts';
import type { Project } from './workspace.ts';

type Runtime = 'node' | 'bun';

/** Where a job is about such a package: nothing that is installed for the whole machine. */
const INSTALLS = {
  node: /^(?:npm (?:ci|i|install|run|test)\b(?!.*\s(?:-g|--global)\b)|pnpm\b|yarn\b)/,
  bun: /^bunx? /,
};

/** Where the version of Node stands, best first. (detection.md, "Version precedence") */
export const NODE_VERSIONS: readonly VersionSource<Project>[] = [
  versionFile('node', ['.nvmrc', '.node-version']),
  toolFiles('node', ['nodejs', 'node']),
  inManifest('node', (value) => !OPEN.test(value)),
  inImages('node', 'the folder', ({ directory }) => [directory]),
  {
    from: '`NODE_VERSION`, or the release of NodeSource that is installed, in the folder’s Dockerfiles',
    find: installedInImage,
  },
  {
    from: 'the Node that the build of Maven or Gradle around it installs',
    find: ({ snapshot, directory }) => installedByJava(snapshot, directory),
  },
  agreed('node', INSTALLS.node),
  inImages('node', 'the members', membersOf),
  newestOfMatrix('node', INSTALLS.node),
  {
    from: 'the tag of `node` in the Dockerfiles above that copy from the folder',
    find: ({ snapshot, directory }) => dockerTagAbove({ snapshot, directory, tool: 'node', images: ['node'] }),
  },
  { ...inManifest('node'), from: '`engines.node` that names nothing but the oldest one' },
];

const IN_IMAGE =
  /^\s{0,20}(?:ARG|ENV)\s{1,8}NODE_VERSION[= ]["']?v?(\d{1,3}(?:\.\d{1,5}){0,2})|\bdeb\.nodesource\.com\/(?:setup|node)_(\d{1,3})\.x\b/i;

/** An image of another language installs Node by itself. (github.com/nodesource/distributions) */
function installedInImage({ snapshot, directory }: Project): ToolVersion | null {
  for (const file of dockerfilesIn(snapshot, directory)) {
    const found = firstMatch(snapshot.text(file) ?? '', IN_IMAGE);
    const value = found?.match[1] ?? found?.match[2];
    if (found && value) return { tool: 'node', value, because: [snapshot.evidence(file, found.line)] };
  }
  return null;
}

/** The oldest that will do says nothing of what it is tested with. */
const OPEN = /^\s{0,8}>=?\s{0,8}v?\d[\d.x*]{0,20}\s{0,8}$/;

/** The Node that a project runs on. */
export function nodeVersion(project: Project): ToolVersion | null {
  return firstFound(NODE_VERSIONS, project);
}

/** Where the version of Bun stands, best first. */
export const BUN_VERSIONS: readonly VersionSource<Project>[] = [
  {
    from: 'the release that `packageManager` or `devEngines.packageManager` names',
    find: ({ choice }) => choice.version,
  },
  versionFile('bun', ['.bun-version']),
  toolFiles('bun', ['bun']),
  inManifest('bun'),
  inImages('bun', 'the folder', ({ directory }) => [directory]),
  agreed('bun', INSTALLS.bun),
  inImages('bun', 'the members', membersOf),
];

/** Where Bun is what installs and runs. */
export function bunVersion(project: Project): ToolVersion | null {
  return firstFound(BUN_VERSIONS, project);
}

/** One version a file; what follows `#` is a comment in nvm's own format. */
function versionFile(tool: Runtime, names: readonly string[]): VersionSource<Project> {
  return {
    from: `\`${names.join('`, then `')}\`, here or above`,
    find: ({ snapshot, directory }) => writtenIn(snapshot, nearest(snapshot, directory, names), tool),
  };
}

function writtenIn(snapshot: Snapshot, file: string | null, tool: Runtime): ToolVersion | null {
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

function inManifest(tool: Runtime, isMeant: (value: string) => boolean = () => true): VersionSource<Project> {
  return {
    from: `\`volta.${tool}\`, then \`devEngines.runtime\`, then \`engines.${tool}\` of \`package.json\``,
    find: ({ root }) => {
      const found = manifestVersion(root, tool);
      return found && isMeant(found.value) ? found : null;
    },
  };
}

function manifestVersion(manifest: Manifest, tool: Runtime): ToolVersion | null {
  const engines = devEnginePaths(manifest, 'runtime')
    .filter((path) => manifest.text([...path, 'name']) === tool)
    .map((path) => [...path, 'version']);
  const places = [['volta', tool], ...engines, ['engines', tool]];
  const path = places.find((place) => /\d/.test(manifest.text(place) ?? ''));
  const value = path && manifest.text(path);
  return path && value ? { tool, value: value.trim(), because: [manifest.evidence(path)] } : null;
}

function inImages(
  tool: Runtime,
  whose: string,
  foldersOf: (project: Project) => readonly string[],
): VersionSource<Project> {
  return {
    from: `the tag of \`${tool}\` in the Dockerfiles of ${whose}`,
    find: (project) => {
      for (const directory of foldersOf(project)) {
        const found = dockerTag({ snapshot: project.snapshot, directory, tool, images: [tool] });
        if (found) return found;
      }
      return null;
    },
  };
}

/** One member's image says less of a whole than what pipelines set up for it. */
function membersOf({ members }: Project): string[] {
  return members.map(({ file }) => directoryOf(file));
}
