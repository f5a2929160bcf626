import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { setUpVersions } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { PhpPackage } from './package.ts';

/** .php-version, .tool-versions and mise, what composer.json is resolved for, what it asks for, the Dockerfile, the repository's own workflows. */
export function phpVersion(php: PhpPackage): ToolVersion | null {
  const { snapshot, directory } = php;
  return (
    pinned(php) ??
    toolVersion({ snapshot, directory, tool: 'php', names: ['php'] }) ??
    asked(php, ['config', 'platform', 'php']) ??
    asked(php, ['require', 'php']) ??
    dockerTag({ snapshot, directory, tool: 'php', images: ['php', 'frankenphp'] }) ??
    setUpVersions({ snapshot, directory, tool: 'php', runs: /^composer |^vendor\/bin\// })[0] ??
    null
  );
}

function pinned({ snapshot, directory }: PhpPackage): ToolVersion | null {
  const file = nearest(snapshot, directory, ['.php-version']);
  const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', /^\s{0,8}(\d[\d.]{0,20})/);
  return file !== null && found?.match[1]
    ? { tool: 'php', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}

function asked({ manifest }: PhpPackage, path: readonly string[]): ToolVersion | null {
  const value = manifest.text(path);
  return value === null || !/\d/.test(value) ? null : { tool: 'php', value, because: [manifest.evidence(path)] };
}
