import type { ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../automation.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { PhpPackage } from './package.ts';

/** .php-version, .tool-versions and mise, what composer.json is resolved for, what it asks for, the Dockerfile, the repository's own workflows. */
export function phpVersion(php: PhpPackage, automation: readonly AutomationLine[]): ToolVersion | null {
  const { snapshot, directory } = php;
  const called = firstCall(snapshot, automation, /\bphp-version["']?\s?:\s?[["'\s]{0,4}(\d+\.\d+)/);
  return (
    pinned(php) ??
    toolVersion({ snapshot, directory, tool: 'php', names: ['php'] }) ??
    asked(php, ['config', 'platform', 'php']) ??
    asked(php, ['require', 'php']) ??
    dockerTag({ snapshot, directory, tool: 'php', images: ['php', 'frankenphp'] }) ??
    (called?.match[1] ? { tool: 'php', value: called.match[1], because: [called.because] } : null)
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
