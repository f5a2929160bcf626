import type { DocumentPath } from '../../domain/finding.ts';
import { judgedSteps } from './checks.ts';
import { supposedBot, type UnsoundFact, unsoundContains } from './conditions.ts';
import { writtenPasswords } from './container-passwords.ts';
import { environmentsIn, isLive, startsCluster } from './deployments.ts';
import type { Scope } from './flows.ts';
import { bringsForeignFiles } from './foreign-files.ts';
import { type ImageFact, jobImages, readImage } from './images.ts';
import { allowsCommands } from './insecure.ts';
import { type PermissionsFact, readPermissions } from './permissions.ts';
import { type PlacedStep, placedSteps } from './placed-steps.ts';
import { readRunners } from './runners.ts';
import { kindsOf, type Situation, type SituationKind, whateverRunsMake } from './situations.ts';
import { continuesOnError, readSource, readStep, type StepContext, type StepFact, stepScope } from './steps.ts';
import { readUses, type UsesFact } from './uses.ts';
import { asMapping, asText, type Mapping } from './values.ts';

export interface JobFact {
  readonly id: string;
  readonly path: DocumentPath;
  /** In which situations it runs. */
  readonly startedBy: readonly SituationKind[];
  readonly permissions: PermissionsFact;
  /** A job that calls a reusable workflow; null for one with steps. */
  readonly calls: UsesFact | null;
  readonly secretsInherit: boolean;
  readonly hasTimeout: boolean;
  readonly continuesOnError: boolean;
  readonly isCheck: boolean;
  /** In which situations it runs on a machine of its owner. */
  readonly selfHosted: readonly SituationKind[];
  /** A label that may be one of such a machine, and in which situations it is asked for; null where there is none. */
  readonly unknownRunner: { readonly label: string; readonly in: readonly SituationKind[] } | null;
  /** In which situations its `environment` is one that people use. */
  readonly deploys: readonly SituationKind[];
  /** Whether the `environment` is named for what runs, or for a place that others take things from. */
  readonly isLive: boolean;
  readonly images: readonly ImageFact[];
  readonly steps: readonly StepFact[];
  readonly insecureCommands: boolean;
  /** Passwords of registries that stand in the file: of the container, and of services. */
  readonly writtenPasswords: readonly DocumentPath[];
  /** Of its `if`. */
  readonly unsoundContains: UnsoundFact | null;
  /** Of its `if`: the context that it takes somebody for a bot by. */
  readonly supposedBot: string | null;
}

export interface JobContext extends Pick<StepContext, 'freeInputs' | 'scope' | 'situations' | 'restoresCaches'> {
  readonly path: DocumentPath;
}

export function readJob(id: string, value: unknown, context: JobContext): JobFact {
  const job = asMapping(value);
  const { path, scope, situations } = context;
  const uses = asText(job.uses);
  const steps = readSteps(placedSteps(job.steps), job.if, context);
  return {
    id,
    path,
    startedBy: kindsOf(situations),
    permissions: readPermissions(job.permissions, [...path, 'permissions']),
    calls: uses === null ? null : readUses(uses, [...path, 'uses']),
    secretsInherit: job.secrets === 'inherit',
    hasTimeout: asText(job['timeout-minutes']) !== null,
    continuesOnError: continuesOnError(job['continue-on-error'], situations),
    isCheck: steps.some(({ runsCheck }) => runsCheck),
    ...runnersOf(job, context),
    ...environmentOf(job.environment, context),
    images: imagesOf(job, path, { scope, steps }),
    steps,
    insecureCommands: allowsCommands(asMapping(job.env)),
    writtenPasswords: writtenPasswords(job, path, scope),
    unsoundContains: unsoundContains(job.if),
    supposedBot: supposedBot(job.if),
  };
}

/** `path` is that of what the steps stand in: a job, or a composite action. */
function readSteps(steps: readonly PlacedStep[], condition: unknown, { path, ...context }: JobContext): StepFact[] {
  const sources = steps.map(({ value, path: inner, at }) => {
    const place = [...path, 'steps', ...inner];
    return { source: readSource(value, place), path: place, at };
  });
  const hasOwnCluster = sources.some(({ source: { commands, uses } }) => startsCluster(commands, uses));
  const shared = { ...context, condition, hasOwnCluster, judged: judgedSteps(steps.map(({ value }) => value)) };
  const brought = sources.find(({ source, at }) =>
    bringsForeignFiles(source, stepScope(source, context.scope, at)),
  )?.at;
  return sources.map(({ source, ...place }) =>
    readStep(source, { ...shared, ...place, hasForeignFiles: brought !== undefined && brought <= place.at }),
  );
}

function runnersOf(job: Mapping, { scope, situations }: JobContext): Pick<JobFact, 'selfHosted' | 'unknownRunner'> {
  const read = readRunners(job['runs-on'], scope, situations);
  const unknown = read.filter((one) => one.unknown !== null && !one.selfHosted);
  const [first] = unknown;
  return {
    selfHosted: kindsOf(read.filter((one) => one.selfHosted).map(({ situation }) => situation)),
    unknownRunner: first
      ? { label: first.unknown ?? '', in: kindsOf(unknown.map(({ situation }) => situation)) }
      : null,
  };
}

function environmentOf(environment: unknown, { scope, situations }: JobContext): Pick<JobFact, 'deploys' | 'isLive'> {
  const names = (one: Situation) => environmentsIn(environment, scope, one);
  const deploying = situations.filter((one) => whateverRunsMake(one).every((made) => names(made).length > 0));
  return { deploys: kindsOf(deploying), isLive: deploying.some((one) => names(one).some(isLive)) };
}

interface Inside {
  readonly scope: Scope;
  readonly steps: readonly StepFact[];
}

function imagesOf(job: Mapping, path: DocumentPath, { scope, steps }: Inside): ImageFact[] {
  const actions = steps.flatMap(({ uses }) => (uses?.kind === 'docker' ? readImage(uses.raw, uses.path, scope) : []));
  return [...jobImages(job, path, scope), ...actions];
}
