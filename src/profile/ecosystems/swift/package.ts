import type { Evidence } from '../../../domain/evidence.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { firstMatch, type Line, linesOf } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';

/** What patterns safely read of a Package.swift, which is a program. */
export interface SwiftPackage {
  readonly directory: string;
  /** The oldest release that may read it. */
  readonly tools: { readonly value: string; readonly because: Evidence };
  /** The line of platforms among which neither macOS nor a server is, null where there is none such. */
  readonly devices: Evidence | null;
  /** Folders of packages that it depends on. */
  readonly folders: readonly string[];
  readonly dependencies: UnitDraft['dependencies'];
}

/** All manifests: the comment with the tools' version makes one of a file of that name. What is checked out for a build is none. (Swift Package Manager, "Swift tools version") */
export function readPackages(snapshot: Snapshot): SwiftPackage[] {
  const files = snapshot.paths.filter(
    (path) => baseName(path) === 'Package.swift' && !/(^|\/)(?:\.build|Pods|Carthage)\//.test(path),
  );
  return files.flatMap((file) => readPackage(snapshot, file));
}

const TOOLS = /^\s{0,8}\/\/\s{0,8}swift-tools-version\s{0,4}:\s{0,4}(\d+(?:\.\d+){0,2})/i;

function readPackage(snapshot: Snapshot, file: string): SwiftPackage[] {
  const text = snapshot.text(file) ?? '';
  const tools = firstMatch(text, TOOLS);
  if (!tools?.match[1]) return [];
  const directory = directoryOf(file);
  const lines = linesOf(text).filter((line) => !/^\s*\/\//.test(line.text));
  return [
    {
      directory,
      tools: { value: tools.match[1], because: snapshot.evidence(file, tools.line) },
      devices: devicesOf(snapshot, file, lines),
      folders: lines.flatMap(({ text: line }) => {
        const path = /\.package\s{0,4}\([^()]{0,200}\bpath:\s{0,8}"([^"]{1,200})"/.exec(line)?.[1];
        return path === undefined ? [] : (joinPath(directory, path) ?? []);
      }),
      dependencies: lines.flatMap((line) => dependencyAt(file, line)),
    },
  ];
}

/** `platforms: [.iOS(.v15), .watchOS(.v8)]`, on one line or on those after it. */
function devicesOf(snapshot: Snapshot, file: string, lines: readonly Line[]): Evidence | null {
  const at = lines.findIndex(({ text }) => /\bplatforms\s{0,4}:\s{0,4}\[/.test(text));
  const first = lines[at];
  if (!first) return null;
  const rest = lines
    .slice(at, at + 12)
    .map(({ text }) => text)
    .join(' ');
  const [, list = ''] = /\bplatforms\s{0,4}:\s{0,4}\[([^\]]{0,600})/.exec(rest) ?? [];
  const names = [...list.matchAll(/\.([A-Za-z]{2,20})\s{0,4}\(/g)].map(([, name]) => name);
  const isDevice = names.length > 0 && !names.some((name) => name === 'macOS' || name === 'linux' || name === 'custom');
  return isDevice ? snapshot.evidence(file, first.number) : null;
}

/** `.package(url: "https://github.com/vapor/fluent.git", from: "4.0.0")`: its name, and its name with its owner. */
function dependencyAt(file: string, { text, number }: Line): UnitDraft['dependencies'] {
  const address = /\burl:\s{0,8}"([^"\s]{1,300})"/.exec(text)?.[1]?.replace(/(?:\.git)?\/?$/, '');
  const [name, owner] = address?.split(/[/:]/).reverse() ?? [];
  if (!name || !owner || name.endsWith('.zip')) return [];
  return [name, `${owner}/${name}`].map((one) => ({ name: one.toLowerCase(), file, line: number }));
}
