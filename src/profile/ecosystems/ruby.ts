import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { HOOK_FILES } from '../harvest/checks/meant.ts';
import { baseName, directoryOf, isWithin } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { type Bundle, readBundles } from './ruby/bundle.ts';
import { commandsOf } from './ruby/commands.ts';
import { SPEC_STARTERS } from './ruby/tests.ts';
import { rubyVersion } from './ruby/version.ts';

/** Applications and gems of Ruby: one unit a Gemfile that has sources of Ruby beside or below it. */
export const ruby: Ecosystem = {
  name: 'ruby',
  reads: [
    '**/{Gemfile,Gemfile.lock,gems.rb,gems.locked,Rakefile}',
    '**/*.gemspec',
    SPEC_STARTERS,
    '**/.ruby-version',
    ...TOOL_FILES,
    '**/{[Dd]ockerfile,Containerfile}*',
    ...AUTOMATION,
    ...HOOK_FILES,
  ],
  detect: (snapshot) => {
    const bundles = readBundles(snapshot);
    const automation = readAutomation(snapshot);
    const alive = withSources(snapshot, bundles);
    const drafts = bundles.filter((bundle) => alive.has(bundle)).map((bundle) => draft(snapshot, bundle, automation));
    return { units: drafts.map(({ value }) => value), warnings: drafts.flatMap(({ warnings }) => warnings) };
  },
};

/** A Gemfile that only brings a tool (of telephones, of a web site) has nothing of Ruby to check. */
function withSources(snapshot: Snapshot, bundles: readonly Bundle[]): ReadonlySet<Bundle> {
  const sources = snapshot.paths.filter((path) => /\.(?:rb|gemspec|ru)$/.test(path) && baseName(path) !== 'gems.rb');
  const folders = bundles.map(({ directory }) => directory).sort((a, b) => b.length - a.length);
  const owners = new Set(sources.map((path) => folders.find((folder) => isWithin(folder, directoryOf(path)))));
  return new Set(bundles.filter(({ directory }) => owners.has(directory)));
}

function draft(snapshot: Snapshot, bundle: Bundle, automation: readonly AutomationLine[]): Found<UnitDraft> {
  const { directory, lockfile, declared, folders } = bundle;
  const version = rubyVersion(snapshot, bundle);
  const commands = commandsOf({ snapshot, bundle, automation });
  const value: UnitDraft = {
    directory,
    ecosystem: 'ruby',
    manager: 'bundler',
    lockfile,
    version,
    versions: [],
    commands: commands.value,
    alsoOwns: (version?.because ?? []).map(({ file }) => file).filter((file) => !isWithin(directory, file)),
    dependsOn: folders.filter((folder) => folder !== directory),
    dependencies: declared,
  };
  return { value, warnings: commands.warnings };
}
