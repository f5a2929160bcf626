import type { Registry } from '../../../domain/profile.ts';
import type { IntentOf } from '../../../domain/request.ts';
import type { Wishes } from '../../select.ts';
import { nothingFor } from '../nothing.ts';
import { takesTags } from '../triggers.ts';
import { isTooOld } from './crates.ts';
import { packagesFor } from './wanted.ts';

/** What makes a folder a package of a registry. */
const NEEDED: Readonly<Record<Registry, string>> = {
  npm: 'a package.json with a name and a version that is not private and names no other registry, in a unit of npm, pnpm, Yarn or Bun',
  pypi: 'a pyproject.toml with a name and a build system that makes the same package for every platform, and that is not marked as private',
  crates: 'a Cargo.toml with a name and a version that does not say `publish = false`',
  nuget: 'a project that says that it is a package (PackageId, IsPackable, PackAsTool), in a unit of .NET',
  rubygems: 'a gemspec with a name that allows rubygems.org, in a folder with a Gemfile',
  'maven-central':
    'a build with central-publishing-maven-plugin (Maven) or com.vanniktech.maven.publish (Gradle), which publish there',
};

/** What of a wish to publish is not in the jobs, and why. */
export function publishReasons(intent: IntentOf<'publish'>, { intents, profile }: Wishes): string[] {
  const found = packagesFor(intent, profile);
  const hasSubject = profile.units.length > 0;
  if (found.length === 0)
    return [
      hasSubject && !('service' in intent.for && profile.services.length === 0)
        ? `Nothing that it is for is a package of ${intent.registry}: that takes ${NEEDED[intent.registry]}.`
        : nothingFor(intent.for, profile),
    ];
  if (found.some((it) => isTooOld(it, profile)))
    return ['Several crates are published by Cargo 1.90 and later, and the repository holds to an older toolchain.'];
  return (intent.on ?? 'tag') === 'tag' && !takesTags(intents)
    ? ['It would be published by a tag, and the trigger `tag` is taken away.']
    : [];
}
