import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage } from '../../docker/base-tag.ts';
import { setUp } from '../../harvest/set-ups.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionSource } from '../../version-sources.ts';
import type { PhpPackage } from './package.ts';

/** What composer.json is resolved for says more than what it asks for. */
export const PHP_VERSIONS: readonly VersionSource<PhpPackage>[] = [
  pinFile('php', '.php-version', /^\s{0,8}(\d[\d.]{0,20})/),
  toolFiles('php', ['php']),
  inManifest(['config', 'platform', 'php']),
  inManifest(['require', 'php']),
  baseImage('php', ['php', 'frankenphp']),
  setUp('php', /^composer |^vendor\/bin\//),
];

/** The version of PHP that a package runs on. */
export function phpVersion(php: PhpPackage): ToolVersion | null {
  return firstFound(PHP_VERSIONS, php);
}

function inManifest(path: readonly string[]): VersionSource<PhpPackage> {
  return {
    from: `\`${path.join('.')}\` of \`composer.json\``,
    find: ({ manifest }) => {
      const value = manifest.text(path);
      return value === null || !/\d/.test(value) ? null : { tool: 'php', value, because: [manifest.evidence(path)] };
    },
  };
}
