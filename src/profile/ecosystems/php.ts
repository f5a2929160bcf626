import { AUTOMATION, type AutomationLine, readAutomation } from '../ci/automation.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { readJson } from '../formats/json.ts';
import { isMapping } from '../formats/manifest.ts';
import { HOOK_FILES } from '../harvest/checks/meant.ts';
import { baseName, directoryOf, isWithin } from '../paths.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { TOOL_FILES } from '../tool-versions.ts';
import { extensionsOf } from './php/extensions.ts';
import { inputsOf } from './php/inputs.ts';
import { lintCommands } from './php/lint.ts';
import { type PhpPackage, packageOf, pathRepositories, requiredBy } from './php/package.ts';
import { testCommands } from './php/tests.ts';
import { phpVersion } from './php/version.ts';

/** Packages of Composer: one unit a composer.json that has sources of PHP beside or below it. */
export const php: Ecosystem = {
  name: 'php',
  reads: [
    '**/composer.json',
    '**/.php-version',
    ...TOOL_FILES,
    '**/{[Dd]ockerfile,Containerfile}*',
    ...AUTOMATION,
    ...HOOK_FILES,
  ],
  detect: (snapshot) => {
    const read = snapshot.paths
      .filter((path) => baseName(path) === 'composer.json')
      .map((path) => readJson(snapshot, path));
    const manifests = read.map(({ value }) => value).filter(({ value }) => isMapping(value));
    const automation = readAutomation(snapshot);
    const packages = withSources(
      snapshot,
      manifests.map((manifest) => packageOf(snapshot, manifest)),
    );
    const drafts = packages.map((one) => draft(one, automation));
    return {
      units: drafts.map(({ value }) => value),
      warnings: [...read, ...drafts].flatMap(({ warnings }) => warnings),
    };
  },
};

/** A composer.json that only brings a tool has nothing of PHP to check. */
function withSources(snapshot: Snapshot, packages: readonly PhpPackage[]): PhpPackage[] {
  const folders = packages.map(({ directory }) => directory).sort((a, b) => b.length - a.length);
  const sources = new Set(snapshot.paths.filter((path) => path.endsWith('.php')).map(directoryOf));
  const owners = new Set([...sources].map((path) => folders.find((folder) => isWithin(folder, path))));
  return packages.filter(({ directory }) => owners.has(directory));
}

function draft(one: PhpPackage, automation: readonly AutomationLine[]): Found<UnitDraft> {
  const { snapshot, directory, manifest, lockfile } = one;
  const version = phpVersion(one);
  const extensions = extensionsOf(one);
  const setUpInputs = inputsOf(one);
  const because = [snapshot.evidence(lockfile ?? manifest.file, 1)];
  const lint = lintCommands(one, automation);
  const value: UnitDraft = {
    directory,
    ecosystem: 'php',
    manager: 'composer',
    lockfile,
    version,
    versions: [],
    ...(extensions.length > 0 ? { extensions } : {}),
    ...(setUpInputs.length > 0 ? { setUpInputs } : {}),
    commands: {
      install: [{ run: 'composer install --no-interaction --no-progress --prefer-dist', directory, because }],
      lint: lint.value,
      test: testCommands(one, automation),
      build: [],
    },
    alsoOwns: (version?.because ?? []).map(({ file }) => file).filter((file) => !isWithin(directory, file)),
    dependsOn: pathRepositories(one).filter((folder) => folder !== directory),
    dependencies: requiredBy(one),
  };
  return { value, warnings: lint.warnings };
}
