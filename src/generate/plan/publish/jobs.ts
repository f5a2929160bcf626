import { groupedBy } from '../../../domain/grouped.ts';
import type { Job, Step } from '../../../domain/pipeline.ts';
import type { Unit } from '../../../domain/profile.ts';
import { shownNames } from '../../shown.ts';
import { PLAIN } from '../equip.ts';
import { checkout, plainJob } from '../frame.ts';
import { setupSteps } from '../setup.ts';
import { crateStep, packStep, stepsBeforePacking } from './pack.ts';
import type { Publishable } from './publishable.ts';
import { publishSetup } from './setup.ts';
import type { Publishing } from './wanted.ts';

const PACK_MINUTES = 30;
const PUBLISH_MINUTES = 15;
/** Maven Central checks for as long as it likes. */
const CENTRAL_MINUTES = 60;

export interface PublishInput {
  readonly publishing: Publishing;
  /** The ids of the jobs that must have passed. */
  readonly needs: readonly string[];
  readonly names: ReadonlyMap<Unit, string>;
}

export interface PublishJobs {
  /** In their order: the last ones publish. */
  readonly jobs: readonly Job[];
  readonly setup: readonly string[];
}

/** The jobs that make packages, without any right, and the job that publishes them, without any code of the repository's own. */
export function publishJobs(input: PublishInput): PublishJobs {
  const { registry } = input.publishing;
  switch (registry) {
    case 'maven-central':
      return centralJobs(input);
    case 'crates':
      return crateJobs(input);
    case 'npm':
    case 'pypi':
    case 'nuget':
    case 'rubygems':
      return packedJobs(input, registry);
  }
}

function packedJobs(input: PublishInput, registry: 'npm' | 'pypi' | 'nuget' | 'rubygems'): PublishJobs {
  const packs = byUnit(input.publishing.members).map(({ unit, members }) => {
    const artifact = `${registry}-${input.names.get(unit) ?? unit.ecosystem}`;
    const work: Step[] = [...stepsBeforePacking(unit), ...members.map(packStep), { kind: 'hand-over', artifact }];
    return { artifact, job: packJob(input, { unit, members, work }) };
  });
  const [first, ...more] = packs.map(({ artifact }) => artifact);
  if (first === undefined) return { jobs: [], setup: [] };
  const setup = setupOf(input.publishing, null);
  return {
    setup: [setup],
    jobs: [
      ...packs.map(({ job }) => job),
      publishJob(input, {
        needs: packs.map(({ job }) => job.id),
        steps: [{ kind: 'publish', publication: { registry, artifacts: [first, ...more] } }],
        setup,
      }),
    ],
  };
}

function crateJobs(input: PublishInput): PublishJobs {
  const setup = setupOf(input.publishing, null);
  const jobs = byUnit(input.publishing.members).flatMap(({ unit, members }) => {
    const pack = packJob(input, {
      unit,
      members,
      work: [...stepsBeforePacking(unit), crateStep(members, unit)],
    });
    const crates = members.map((member) => member.package.name);
    const publish = publishJob(input, {
      needs: [pack.id],
      steps: [
        checkout(unit),
        ...setupSteps(unit, PLAIN),
        { kind: 'publish', publication: { registry: 'crates', directory: unit.directory, crates } },
      ],
      setup,
    });
    return [pack, { ...publish, id: pack.id.replace('-pack', '-publish') }];
  });
  return { jobs, setup: [setup] };
}

/** One job for each build: the tool builds, signs and publishes in one go. */
function centralJobs(input: PublishInput): PublishJobs {
  const each = input.publishing.members.map(({ package: found, unit }) => {
    const tool = unit.manager === 'gradle' ? ('gradle' as const) : ('maven' as const);
    const { directory, task = 'deploy', server = 'central' } = found;
    const setup = setupOf({ ...input.publishing, members: [{ package: found, unit }] }, tool);
    const steps: Step[] = [
      checkout(unit),
      ...setupSteps(unit, PLAIN).map(
        (step): Step =>
          step.kind === 'setup' && step.tool === 'java' && tool === 'maven' ? { ...step, server } : step,
      ),
      {
        kind: 'publish',
        publication: { registry: 'maven-central', tool, directory, run: deployCommand(unit, tool, task) },
      },
    ];
    const job = publishJob(input, { needs: [], steps, setup });
    const id = `maven-central-publish${input.publishing.members.length > 1 ? `-${input.names.get(unit) ?? ''}` : ''}`;
    return { setup, job: { ...job, id, timeoutMinutes: CENTRAL_MINUTES, because: found.because } };
  });
  return { jobs: each.map(({ job }) => job), setup: [...new Set(each.map(({ setup }) => setup))] };
}

/** As the unit's own commands start its tool. */
function deployCommand({ commands }: Unit, tool: 'maven' | 'gradle', task: string): string {
  const known = [...commands.test, ...commands.build].flatMap(
    ({ run }) => /^((?:sh |bash )?[./\w-]*(?:mvnw|mvn|gradlew|gradle)) /.exec(run)?.[1] ?? [],
  );
  // What is tested is not tested again here, where the secrets are.
  return tool === 'maven'
    ? `${known[0] ?? 'mvn'} --batch-mode --no-transfer-progress -DskipTests ${task}`
    : `${known[0] ?? 'gradle'} ${task} --no-configuration-cache`;
}

function byUnit(members: readonly Publishable[]): { readonly unit: Unit; readonly members: readonly Publishable[] }[] {
  const groups = groupedBy(members, ({ unit }) => `${unit.directory}\0${unit.manager}`);
  return [...groups.values()].flatMap((own) => (own[0] ? [{ unit: own[0].unit, members: own }] : []));
}

function packJob(
  { publishing: { registry, on, members: all }, needs, names }: PublishInput,
  {
    unit,
    members,
    work,
  }: { readonly unit: Unit; readonly members: readonly Publishable[]; readonly work: readonly Step[] },
): Job {
  const isOnly = byUnit(all).length === 1;
  const name = names.get(unit) ?? unit.ecosystem;
  return {
    ...plainJob(isOnly ? `${registry}-pack` : `${registry}-pack-${name}`),
    name: `${name}: pack for ${registry}`,
    timeoutMinutes: PACK_MINUTES,
    needs,
    condition: { kind: on },
    steps: [checkout(unit), ...work],
    because: members.flatMap((member) => member.package.because),
  };
}

function publishJob(
  { publishing: { registry, on, members }, needs: verified }: PublishInput,
  {
    needs,
    steps,
    setup,
  }: { readonly needs: readonly string[]; readonly steps: readonly Step[]; readonly setup: string },
): Job {
  return {
    ...plainJob(`${registry}-publish`),
    name: `publish to ${registry}`,
    timeoutMinutes: PUBLISH_MINUTES,
    needs: needs.length > 0 ? needs : verified,
    condition: { kind: on },
    environment: registry,
    steps,
    comments: [setup],
    because: members.flatMap((member) => member.package.because),
  };
}

function setupOf({ registry, members }: Publishing, tool: 'maven' | 'gradle' | null): string {
  const names = members.map((member) => member.package.name);
  return publishSetup(registry, shownNames(names), tool);
}
