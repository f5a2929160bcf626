import type { ToolVersion } from '../../../domain/profile.ts';
import { baseImage } from '../../docker/base-tag.ts';
import { setUp } from '../../harvest/set-ups.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstFound } from '../../source.ts';
import { toolFiles } from '../../tool-versions.ts';
import { pinFile, type VersionPlace, type VersionSource, versionIn } from '../../version-sources.ts';
import type { Bundle } from './bundle.ts';

type VersionQuery = VersionPlace & Pick<Bundle, 'file' | 'gemspecs'>;

const IN_GEMFILE = /^\s{0,8}ruby[\s(]{1,8}["']([^"']{1,40})["']/;
const IN_GEMSPEC = /\brequired_ruby_version\s?=[^"']{0,80}["']([^"']{1,40})["']/;

/** Last the oldest Ruby that users of a gem may have. */
export const RUBY_VERSIONS: readonly VersionSource<VersionQuery>[] = [
  pinFile('ruby', '.ruby-version', /^\s{0,8}(?:ruby-)?([\w.-]{1,40})/),
  toolFiles('ruby', ['ruby']),
  {
    from: '`ruby` of the Gemfile',
    find: ({ snapshot, file }) => versionIn({ snapshot, file, tool: 'ruby', pattern: IN_GEMFILE }),
  },
  baseImage('ruby', ['ruby']),
  setUp('ruby', /^bundle |^rake\b/),
  {
    from: '`required_ruby_version` of the gemspec',
    find: ({ snapshot, gemspecs: [file = null] }) => versionIn({ snapshot, file, tool: 'ruby', pattern: IN_GEMSPEC }),
  },
];

/** The Ruby that a bundle runs on. */
export function rubyVersion(snapshot: Snapshot, bundle: Bundle): ToolVersion | null {
  return firstFound(RUBY_VERSIONS, { snapshot, ...bundle });
}
