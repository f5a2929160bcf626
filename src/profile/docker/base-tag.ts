import type { ToolVersion } from '../../domain/profile.ts';
import { linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import { ancestors, joinPath, relativeTo } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { VersionPlace, VersionSource } from '../version-sources.ts';
import { basesIn } from './dockerfile.ts';
import { imageName, shortName } from './image-name.ts';

export interface BaseTagQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly tool: string;
  /** Names of official images whose tag begins with the tool's version. */
  readonly images: readonly string[];
}

/** Folders in which projects keep the Dockerfiles of what lies around them. */
const KEPT = ['docker', '.docker', 'deploy/docker', 'build/package'];

/** The version of a tool as the Dockerfile of that folder has it in `FROM` (with `ARG` put in): the last place to look. */
export function dockerTag(query: BaseTagQuery): ToolVersion | null {
  return tagIn(query, keptAt(query.snapshot, query.directory));
}

/** The same of the Dockerfiles in the folders above that copy something of it into their image. */
export function dockerTagAbove(query: BaseTagQuery): ToolVersion | null {
  const { snapshot, directory } = query;
  const [, ...above] = ancestors(directory);
  const files = above.flatMap((folder) => {
    const copied = relativeTo(folder, directory);
    return keptAt(snapshot, folder).filter((file) =>
      copiesOf(snapshot, file).some((path) => path === copied || path.startsWith(`${copied}/`)),
    );
  });
  return tagIn(query, files);
}

/** What the lines of a Dockerfile copy, as they name it. */
const copiesOf = oncePerFile((snapshot, file): readonly string[] =>
  linesOf(snapshot.text(file) ?? '').flatMap(({ text }) => {
    if (!/^\s{0,20}(?:COPY|ADD)(?=\s)(?!.*\s--from=)/i.test(text)) return [];
    const words = text
      .replace(/["',[\]\\]+/g, ' ')
      .trim()
      .split(/\s+/);
    // The last one is where it goes to, if the line is not continued.
    return words
      .slice(1, /\\\s*$/.test(text) ? undefined : -1)
      .map((word) => word.replace(/^\.\//, '').replace(/\/$/, ''));
  }),
);

function keptAt(snapshot: Snapshot, directory: string): string[] {
  const folders = ['.', ...KEPT].flatMap((name) => joinPath(directory, name) ?? []);
  return folders.flatMap((folder) => dockerfilesIn(snapshot, folder));
}

/** Their tags are releases of what starts the program: `azure-functions/node:3.0` holds Node.js 14. (learn.microsoft.com, "Azure Functions runtime versions") */
const OF_HOSTS = /(?:^|\/)azure-functions\//;

function tagIn({ snapshot, tool, images }: BaseTagQuery, files: readonly string[]): ToolVersion | null {
  for (const { value, at } of files.flatMap((file) => basesIn(snapshot, file))) {
    const { repository, tag } = imageName(value);
    const isOfTool = images.includes(shortName(value)) && !OF_HOSTS.test(repository);
    const version = isOfTool ? /^\d+(\.\d+)*/.exec(tag ?? '')?.[0] : undefined;
    const { file, line } = at[1] ?? at[0];
    if (version) return { tool, value: version, because: [snapshot.evidence(file, line)] };
  }
  return null;
}

/** The same as a source. @param parts of the version that count: two of them, and `3.9.10` is `3.9` */
export function baseImage(tool: string, images: readonly string[], parts = Infinity): VersionSource<VersionPlace> {
  return {
    from: `the tag of ${images.map((image) => `\`${image}\``).join(', ')} in the folder’s Dockerfiles, and those that lie in its \`${KEPT[0]}\`, else in those above that copy from it`,
    find: ({ snapshot, directory }) => {
      const query = { snapshot, directory, tool, images };
      const found = dockerTag(query) ?? dockerTagAbove(query);
      return found && { ...found, value: found.value.split('.').slice(0, parts).join('.') };
    },
  };
}

/** What is about Dockerfiles, or becomes one when somebody fills it in. */
const NO_DOCKERFILE = /\.(md|txt|ya?ml|json|dockerignore|tmpl|tpl|template|in|j2|jinja2?|erb|orig|bak|snap)$/i;

/** The source of a program that reads Dockerfiles: `Dockerfile.go`, with its capital, may build a program in Go. */
const SOURCE =
  /^(dockerfile|containerfile)(\.\w+)*\.([cm]?[jt]sx?|py|rb|rs|go|java|kts?|scala|cs|php|ex|swift|lua|vim|c|h)$/;

/** `Dockerfile`, `Containerfile`, `Dockerfile.x`, `x.Dockerfile`, `Dockerfile-x`. */
export function isDockerfileName(name: string): boolean {
  const isNamed = /^(Dockerfile|Containerfile)([.-][\w.-]+)?$|^[\w.-]+\.Dockerfile$/i.test(name);
  return isNamed && !NO_DOCKERFILE.test(name) && !SOURCE.test(name);
}

/** The Dockerfiles that stand directly in a folder, sorted. */
export function dockerfilesIn(snapshot: Snapshot, directory: string): string[] {
  return snapshot
    .namesIn(directory)
    .filter(isDockerfileName)
    .flatMap((name) => joinPath(directory, name) ?? []);
}
