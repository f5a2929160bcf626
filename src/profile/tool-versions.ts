import { firstFound } from './source.ts';
import { pinFile, type VersionPlace, type VersionSource } from './version-sources.ts';

/** A text, the first of a list, or the version of a table. */
const IN_TOML = '\\s{0,8}=\\s{0,8}(?:\\[\\s{0,8}|\\{\\s{0,8}version\\s{0,8}=\\s{0,8})?["\']';

/** In the order in which they are asked, each with what stands between a tool and its version. (asdf, "Configuration"; mise, "Configuration") */
const FILES: readonly (readonly [file: string, separator: string])[] = [
  ['.tool-versions', '\\s+'],
  ['mise.toml', IN_TOML],
  ['.mise.toml', IN_TOML],
];

/** Globs of them, for what an ecosystem reads. */
export const TOOL_FILES: readonly string[] = FILES.map(([file]) => `**/${file}`);

/** What these files say of a tool as a source: `names` are those that asdf and mise give it. */
export function toolFiles(tool: string, names: readonly string[]): VersionSource<VersionPlace> {
  const places = FILES.map(([file, separator]) =>
    pinFile(tool, file, new RegExp(`^(?:${names.join('|')})${separator}([^\\s"']+)`)),
  );
  return {
    from: `\`${FILES.map(([file]) => file).join('`, then `')}\`, here or above`,
    find: (place) => firstFound(places, place),
  };
}
