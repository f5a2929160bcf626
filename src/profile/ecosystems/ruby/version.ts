import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { setUpVersions } from '../../harvest/set-ups.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import type { Bundle } from './bundle.ts';

/**
 * .ruby-version, .tool-versions and mise, what the Gemfile says, the Dockerfile, the repository's own workflows; last the oldest Ruby that
 * users of a gem may have.
 */
export function rubyVersion(snapshot: Snapshot, { directory, file, gemspec }: Bundle): ToolVersion | null {
  const pinned = nearest(snapshot, directory, ['.ruby-version']);
  return (
    (pinned === null ? null : written(snapshot, pinned, /^\s{0,8}(?:ruby-)?([\w.-]{1,40})/)) ??
    toolVersion({ snapshot, directory, tool: 'ruby', names: ['ruby'] }) ??
    written(snapshot, file, /^\s{0,8}ruby[\s(]{1,8}["']([^"']{1,40})["']/) ??
    dockerTag({ snapshot, directory, tool: 'ruby', images: ['ruby'] }) ??
    setUpVersions({ snapshot, directory, tool: 'ruby', runs: /^bundle |^rake\b/ })[0] ??
    (gemspec === null
      ? null
      : written(snapshot, gemspec, /\brequired_ruby_version\s?=[^"']{0,80}["']([^"']{1,40})["']/))
  );
}

function written(snapshot: Snapshot, file: string, pattern: RegExp): ToolVersion | null {
  const found = firstMatch(snapshot.text(file) ?? '', pattern);
  return found?.match[1]
    ? { tool: 'ruby', value: found.match[1], because: [snapshot.evidence(file, found.line)] }
    : null;
}
