import { firstFound } from './source.ts';
import { pinFile, type VersionPlace, type VersionSource } from './version-sources.ts';

/** In the order in which they are asked, each with what stands between a tool and its version. (asdf, "Configuration"; mise, "Configuration") */
const FILES: readonly (readonly [file: string, separator: string])[] = [
  ['.tool-versions', '\\s+'],
  ['mise.toml', '\\s*=\\s*"'],
  ['.mise.toml', '\\s*=\\s*"'],
];

/** Globs of them, for what an ecosystem reads. */
export const TOOL_FILES: readonly string[] = FILES.map(([file]) => `**/${file}`);

/** What these files say of a tool as a source: `names` are those that asdf and mise give it. */
export function toolFiles(tool: string, names: readonly string[]): VersionSource<VersionPlace> {
  const places = FILES.map(([file, separator]) =>
    pinFile(tool, file, new RegExp(`^(?:${names.join('|')})${separator}([^\\s"]+)`)),
  );
  return {
    from: `\`${FILES.map(([file]) => file).join('`, then `')}\`, here or above`,
    find: (place) => firstFound(places, place),
  };
}
