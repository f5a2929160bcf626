import { firstOfEach } from '../domain/grouped.ts';
import type { Package, ProfileWarning, ProjectProfile, Service, Unit } from '../domain/profile.ts';
import { byCodeUnit } from '../domain/text.ts';
import type { Tree } from '../domain/tree.ts';
import { allowedVersions } from './allowed.ts';
import { withScripts } from './called/scripts.ts';
import { PIPELINES, workflowsOf } from './ci/automation.ts';
import { ENVIRONMENT_FILES } from './compose/env-file.ts';
import { readComposeFiles } from './compose/read.ts';
import { coverageOf, coveringWorkflows, type Wanted } from './covered/covered.ts';
import { withoutDeclared } from './declared.ts';
import { isDockerfileName } from './docker/base-tag.ts';
import type { UnitDraft } from './ecosystem.ts';
import { withEmbedders } from './ecosystems/go/embeds.ts';
import { ecosystemsIn } from './ecosystems.ts';
import { withDirectives } from './harvest/before/go-directives.ts';
import { unitHistory } from './harvest/before/history.ts';
import { withMadePaths } from './harvest/before/made-paths.ts';
import { imageSubmodules, unitSubmodules } from './harvest/before/submodules.ts';
import { withVariableReaders } from './harvest/before/variable-readers.ts';
import { withoutCommitted } from './harvest/checks/committed.ts';
import { withoutForgiven } from './harvest/checks/forgiven.ts';
import { withHarvest } from './harvest/harvest.ts';
import { skippedTests } from './harvest/tests/skipped.ts';
import { isMaterial } from './material.ts';
import { readCiContainers } from './needs/ci-containers.ts';
import { SETTINGS_READS } from './needs/settings/frameworks.ts';
import { type UnitNeeds, unitNeeds } from './needs/unit-needs.ts';
import { dependencyFolders, ownedByUnit } from './ownership.ts';
import { packagesIn } from './packages/packages.ts';
import { baseName } from './paths.ts';
import { withoutProjectTemplates } from './project-templates.ts';
import { withoutOwnedScripts } from './scripts-alone.ts';
import { withoutSecrets } from './secrets.ts';
import { FLY_READS } from './services/fly.ts';
import { makersIn } from './services/kinds/kinds.ts';
import { type FoundServices, findServices, type ServicesInput } from './services/services.ts';
import type { Found, Snapshot } from './snapshot.ts';
import { withoutSystemTests } from './system-tests.ts';
import { listFiles, readFiles } from './take-snapshot.ts';
import { TASK_READS } from './tasks/files.ts';
import { withIncludes } from './tasks/make-includes.ts';
import { readTasks } from './tasks/tasks.ts';
import { withoutTestMaterial } from './test-material.ts';
import { type Units, unitsOf } from './units.ts';
import { unknownStacks } from './unknown-stacks.ts';

/** Files that no ecosystem asks for, but services and their tests do. */
const SERVICE_READS = [
  '**/{[Dd]ockerfile,Containerfile}*',
  '**/*[.-][Dd]ockerfile',
  '**/{compose*,*docker-compose*}.{yml,yaml}',
  '**/skaffold*.{yml,yaml}',
  '**/{.,}goreleaser.{yml,yaml}',
  '**/docker-bake*.{hcl,json}',
  '**/.ko.{yml,yaml}',
  '**/build.sbt',
  ...FLY_READS,
  ...ENVIRONMENT_FILES,
  ...SETTINGS_READS,
  ...PIPELINES,
  '.pre-commit-config.yaml',
  '.gitmodules',
  'README.md',
  '**/action.{yml,yaml}',
  ...TASK_READS,
];

/** What the repository is. Reads each file at most once, runs nothing, throws nothing for bad content: that is a warning. */
export async function profileRepository(tree: Tree): Promise<ProjectProfile> {
  const profile = await withoutSecrets(await profileOf(tree, false));
  // Examples are looked into where there is nothing else. (detection.md, "Walk")
  return profile.units.length + profile.services.length > 0 ? profile : withoutSecrets(await profileOf(tree, true));
}

async function profileOf(tree: Tree, examples: boolean): Promise<ProjectProfile> {
  const listed = await listFiles(tree, { examples });
  const ecosystems = ecosystemsIn(listed.kept.map(({ path }) => path));
  const reads = [...new Set([...ecosystems.flatMap((ecosystem) => ecosystem.reads), ...SERVICE_READS])];
  const { value: first, warnings, ignored } = await readFiles(tree, listed, reads);
  const sources = await withEmbedders(tree, await withDirectives(tree, await withIncludes(tree, first)));
  const known = await withVariableReaders(tree, sources);
  const snapshot = await withScripts(tree, known, startingWorkflows(first));
  const detected = ecosystems.map((ecosystem) => ecosystem.detect(snapshot));
  const tasks = readTasks(snapshot);
  const named = withoutProjectTemplates(snapshot, merged(detected.flatMap(({ units }) => units)));
  const all = withoutTestMaterial(snapshot, named.value);
  const owned = withoutOwnedScripts(all.value);
  const { value: drafts, warnings: held } = withoutDoomed(snapshot, withHarvest(snapshot, owned));
  const compose = readComposeFiles(snapshot);
  const units = unitsOf(drafts);
  const found = await servicesOf({ tree, snapshot, compose: compose.value, units });
  const containers = readCiContainers(snapshot);
  const needs = unitNeeds({ snapshot, drafts, compose: compose.value, services: found.services, containers });
  const brought = checkoutsOf(snapshot);
  const packages = packagesOf(snapshot, units);
  const profiled = drafts.map((draft, index) => ({
    ...unitOf(draft, units, needs[index] ?? { needs: [], commands: draft.commands, warnings: [] }),
    ...brought.forUnit(draft, units.folders),
    ...allowedBy(snapshot, draft),
  }));
  const services = found.services
    .map(({ service }) => brought.inService(service))
    .sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.directory, b.directory));
  return {
    units: profiled,
    services,
    tasks,
    ...coveredBy(snapshot, { units: profiled, services, tasks }),
    ...(packages.length > 0 ? { packages } : {}),
    ignored: [...ignored, ...found.ignored].sort((a, b) => byCodeUnit(a.path, b.path)),
    warnings: sorted([
      ...warnings,
      ...unknownStacks(snapshot.paths),
      ...detected.flatMap((it) => it.warnings),
      ...named.warnings,
      ...all.warnings,
      ...held,
      ...compose.warnings,
      ...found.warnings,
      ...needs.flatMap((it) => it.warnings),
    ]),
  };
}

/** The units with what their commands ask for, and without what would be red for no fault of a change. */
function withoutDoomed(snapshot: Snapshot, drafts: readonly UnitDraft[]): Found<readonly UnitDraft[]> {
  const counted = withoutForgiven(snapshot, drafts);
  const gated = withoutCommitted(snapshot, counted.value);
  const alone = withoutSystemTests(snapshot, gated.value);
  const made = withMadePaths(snapshot, alone.value);
  const skipped = skippedTests(snapshot, made.value);
  return {
    value: made.value,
    warnings: [...skipped, ...counted.warnings, ...gated.warnings, ...alone.warnings, ...made.warnings],
  };
}

/** The workflows whose scripts say what is run here: parsing takes time, so no others. */
function startingWorkflows(snapshot: Snapshot): string[] {
  const calling = workflowsOf(snapshot).filter((file) => /\.sh\b/.test(snapshot.text(file) ?? ''));
  return [...new Set([...coveringWorkflows(snapshot), ...calling])];
}

function allowedBy(snapshot: Snapshot, draft: UnitDraft): Pick<Unit, 'allows'> {
  const allows = allowedVersions(snapshot, draft);
  return allows === null ? {} : { allows };
}

/** What the repository's own workflows run already. */
function coveredBy(snapshot: Snapshot, known: Wanted): Pick<ProjectProfile, 'coverage'> {
  if (known.units.length + known.services.length === 0 || workflowsOf(snapshot).length === 0) return {};
  const coverage = coverageOf(snapshot, known);
  return coverage === undefined ? {} : { coverage };
}

/** What each checkout brings beside the newest commit of the repository. */
function checkoutsOf(snapshot: Snapshot) {
  const hasSome = snapshot.has('.gitmodules');
  return {
    forUnit: (draft: UnitDraft, folders: ReadonlySet<string>) => {
      const submodules = hasSome ? unitSubmodules(snapshot, draft, folders) : undefined;
      const history = unitHistory(snapshot, draft, folders);
      return { ...(submodules ? { submodules } : {}), ...(history ? { history } : {}) };
    },
    inService: (service: Service): Service => {
      const { dockerfile } = service.image;
      const submodules = hasSome && dockerfile !== null ? imageSubmodules(snapshot, dockerfile) : undefined;
      return submodules ? { ...service, image: { ...service.image, submodules } } : service;
    },
  };
}

/** Where no unit is, there is nothing that could be published. */
function packagesOf(snapshot: Snapshot, units: Units): readonly Package[] {
  return units.folders.size === 0 ? [] : packagesIn(snapshot);
}

async function servicesOf(input: ServicesInput): Promise<FoundServices> {
  const isBuilt = input.compose.some(({ build }) => build !== null);
  const isMade = isBuilt || input.snapshot.paths.some((path) => isDockerfileName(baseName(path)));
  if (!isMade && makersIn(input.snapshot).length === 0) return { services: [], ignored: [], warnings: [] };
  return findServices(input);
}

/** Sorted by directory, then ecosystem; the same folder, ecosystem and manager once, and no material of a build. */
function merged(drafts: readonly UnitDraft[]): UnitDraft[] {
  const keyOf = ({ directory, ecosystem, manager }: UnitDraft) => `${directory}\0${ecosystem}\0${manager}`;
  const own = drafts.filter(({ directory }) => !isMaterial(`${directory}/`));
  return firstOfEach(own, keyOf).sort(
    (a, b) =>
      byCodeUnit(a.directory, b.directory) || byCodeUnit(a.ecosystem, b.ecosystem) || byCodeUnit(a.manager, b.manager),
  );
}

function unitOf(draft: UnitDraft, units: Units, { needs, commands }: UnitNeeds): Unit {
  const { directory, ecosystem, manager, lockfile, version, versions, extensions, setUpInputs, packageToken } = draft;
  const owns = ownedByUnit(draft);
  return {
    directory,
    ecosystem,
    manager,
    lockfile,
    version,
    versions,
    ...(extensions ? { extensions } : {}),
    ...(setUpInputs ? { setUpInputs } : {}),
    ...(packageToken ? { packageToken } : {}),
    ...withoutDeclared(commands),
    needs,
    owns,
    dependsOn: dependencyFolders(draft, units),
  };
}

function sorted(warnings: readonly ProfileWarning[]): ProfileWarning[] {
  const keyOf = ({ file, line, message }: ProfileWarning) => `${file}\0${line}\0${message}`;
  return firstOfEach(warnings, keyOf).sort(
    (a, b) => byCodeUnit(a.file, b.file) || a.line - b.line || byCodeUnit(a.message, b.message),
  );
}
