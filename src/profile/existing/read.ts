import type { ExistingImage, ExistingJob, ExistingPipeline, Unsaid } from '../../domain/existing.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { Tree } from '../../domain/tree.ts';
import { withScripts } from '../called/scripts.ts';
import { WORKFLOWS, workflowsThere } from '../ci/automation.ts';
import { boundedWorkflows, type CiStep, stepsIn } from '../ci/steps.ts';
import type { Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import type { Snapshot } from '../snapshot.ts';
import { takeSnapshot } from '../take-snapshot.ts';
import { TASK_READS } from '../tasks/files.ts';
import { type OwnCommands, ownCommands } from './checks.ts';
import { settingsOf } from './job.ts';
import { type StepsInput, workOf } from './steps.ts';
import { type ReadTriggers, readTriggers } from './triggers.ts';

/** The pipeline that the workflows of a repository are, in words of its profile; what no intent can say stands beside it, with its line. */
export async function readExisting(tree: Tree, profile: ProjectProfile): Promise<ExistingPipeline> {
  const { value } = await takeSnapshot(tree, [WORKFLOWS, ...TASK_READS]);
  const files = boundedWorkflows(value);
  const snapshot = await withScripts(tree, value, files);
  const own = ownCommands(profile.units);
  const read = files.map((file) => readWorkflow(readYamlManifest(snapshot, file).value, { snapshot, profile, own }));
  const isRead = new Set(files);
  const tooMany = workflowsThere(snapshot)
    .filter((file) => !isRead.has(file))
    .map((file) => snapshot.evidence(file, 1));
  return {
    files,
    unreadable: [...tooMany, ...read.flatMap(({ unreadable }) => unreadable)],
    triggers: read.flatMap(({ triggers }) => triggers),
    jobs: read.flatMap(({ jobs }) => jobs),
    unsaid: [
      ...tooMany.map((at) => ({ at, what: 'all of the file: it was not read, or more is there than is read' })),
      ...read.flatMap(({ unsaid }) => unsaid),
    ],
  };
}

interface Known {
  readonly snapshot: Snapshot;
  readonly profile: ProjectProfile;
  readonly own: OwnCommands;
}

function readWorkflow(workflow: Manifest, known: Known): Omit<ExistingPipeline, 'files'> {
  const triggers = readTriggers(workflow);
  const push = pushOf(triggers);
  const read = workflow.keys(['jobs']).map((job) => readJob(workflow, job, { ...known, push }));
  const isOfUse = read.some(({ job: { checks, images, tasks } }) => checks.length + images.length + tasks.length > 0);
  const isShipping = read.some(({ job: { publishes } }) => publishes.length > 0);
  const broken = { at: known.snapshot.evidence(workflow.file, 1), what: 'the file has no jobs that can be read' };
  return {
    // What starts a workflow of which nothing is known starts nothing that is generated.
    triggers: isOfUse ? triggers.triggers : [],
    jobs: read.map(({ job }) => job),
    unreadable: read.length === 0 ? [broken.at] : [],
    unsaid: [
      ...(read.length === 0 ? [broken] : []),
      ...(isOfUse ? triggers.unsaid : []),
      ...(isOfUse || isShipping ? [] : startUnsaid(workflow, triggers)),
      ...read.flatMap(({ unsaid }) => unsaid),
    ],
  };
}

/** What starts a workflow is said only where something that it does is. */
function startUnsaid(workflow: Manifest, { triggers, unsaid }: ReadTriggers): Unsaid[] {
  const names = triggers.map(({ value: { on, branches = [] } }) => [on, ...branches].join(' '));
  const at = workflow.evidence(['on']);
  return names.length + unsaid.length === 0
    ? []
    : [
        {
          at,
          what: `what starts this workflow, of which no check is known: ${[...new Set(names)].join(', ') || 'another event'}`,
        },
      ];
}

/** Tags are releases; a push of branches alone is one to the default branch. */
function pushOf({ triggers, unsaid }: ReadTriggers): StepsInput['push'] {
  const names = triggers.map(({ value }) => value.on);
  if (names.includes('tag') || unsaid.some(({ what }) => what.includes('event release'))) return 'tag';
  return names.includes('push') ? 'default-branch' : 'never';
}

function readJob(
  workflow: Manifest,
  job: string,
  input: StepsInput,
): { readonly job: ExistingJob; readonly unsaid: readonly Unsaid[] } {
  const steps = stepsIn(input.snapshot, workflow.file).filter((step) => step.job === job);
  const work = steps.map((step) => workOf(step, input));
  // The checks of a job that no change starts are not those of the pipeline.
  const isStarted = steps.some((step) => step.isStarted);
  return {
    job: {
      ...settingsOf(workflow, job, steps),
      checks: isStarted ? work.flatMap(({ checks }) => checks) : [],
      elsewhere: isStarted ? [] : work.flatMap(({ checks }) => checks),
      unknown: [
        ...(workflow.at(['jobs', job, 'uses']) === undefined ? [] : [workflow.evidence(['jobs', job, 'uses'])]),
        ...work.flatMap(({ unknown }) => unknown),
      ],
      tasks: isStarted ? work.flatMap(({ tasks }) => tasks) : [],
      images: work.flatMap(({ images }) => images).map((image) => ({ ...image, ...guardsOf(steps) })),
      publishes: work.flatMap(({ publishes }) => publishes),
    },
    unsaid: [...jobUnsaid(workflow, job), ...work.flatMap(({ unsaid }) => unsaid)],
  };
}

/** What is done to an image beside its build: a scan is one of an image, and who installs cosign signs. */
function guardsOf(steps: readonly CiStep[]): Pick<ExistingImage, 'sign' | 'scan'> {
  const signs = steps.some(({ uses }) => uses === 'sigstore/cosign-installer');
  const scans = steps.some(
    ({ uses, inputs }) => SCANNERS.has(uses ?? '') && (inputs.has('image-ref') || inputs.has('image')),
  );
  return { ...(signs ? { sign: true } : {}), ...(scans ? { scan: true } : {}) };
}

const SCANNERS = new Set(['aquasecurity/trivy-action', 'anchore/scan-action']);

/** Keys of a job that no intent has, in words. */
const KEYS: readonly (readonly [key: string, what: string])[] = [
  ['uses', 'a call of another workflow'],
  ['if', 'the condition of this job'],
  ['environment', 'an environment that the job deploys to or waits for'],
  ['continue-on-error', 'a job that may fail'],
  ['container', 'a container that the job runs in'],
];

function jobUnsaid(workflow: Manifest, job: string): Unsaid[] {
  const path = ['jobs', job];
  const keys = KEYS.filter(([key]) => workflow.at([...path, key]) !== undefined);
  const names = secretsOf(workflow.at(path));
  const secrets = names.length === 0 ? [] : [{ at: workflow.evidence(path), what: `secrets: ${names.join(', ')}` }];
  return [...keys.map(([key, what]) => ({ at: workflow.evidence([...path, key]), what })), ...secrets];
}

function secretsOf(job: unknown): string[] {
  const text = (JSON.stringify(job) ?? '').slice(0, 200_000);
  const names = [...text.matchAll(/\bsecrets\.([A-Za-z_]\w{0,99})/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'GITHUB_TOKEN').slice(0, 20);
}
