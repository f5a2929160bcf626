import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findAct, runAct } from './act.ts';
import { readCatalogue } from './catalogue.ts';
import { type Checkout, makeCheckout } from './checkout.ts';
import { RigError } from './error.ts';
import { eventOf } from './event.ts';
import { temporaryFolder } from './folder.ts';
import { readLog } from './log.ts';
import type { JobRun, PipelineRun } from './result.ts';
import { type Rewritten, rewriteWorkflow } from './rewrite.ts';
import { standInAt } from './stand-in.ts';
import { writeStubs } from './stubs.ts';
import { bringPrograms } from './tools.ts';

export interface PipelineRequest {
  /** A git checkout. It is only read: jobs run on a clone of its commits. */
  readonly repository: string;
  /** Absolute, or from the repository's root; read from the work tree, committed or not. */
  readonly workflow: string;
  /** A revision. */
  readonly base: string;
  /** A revision, HEAD by default. */
  readonly head?: string;
  /** `pull_request` by default. */
  readonly event?: 'pull_request' | 'push';
  /** Whether the head is a fork's. */
  readonly fork?: boolean;
  /** Ids of jobs that are not to run. */
  readonly leaveOut?: readonly string[];
  /** The JSON file of known actions; this project's by default. */
  readonly catalogue?: string;
  /** Folders of programs by name, for the actions that set them up: they come before those that this project brings. */
  readonly programs?: Readonly<Record<string, string>>;
  /** Variables for all jobs, beside this machine's own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const CATALOGUE = fileURLToPath(new URL('../../data/action-catalog.json', import.meta.url));

/**
 * Runs a workflow as GitHub would for that event, under act in host mode: its commands on this machine, on a clean clone for each job, with
 * stand-ins for its actions and services. A job that fails is in the result. Rejects with a RigError when the pipeline could not be run.
 */
export async function runPipeline(request: PipelineRequest): Promise<PipelineRun> {
  const program = await findAct();
  if (program === undefined)
    throw new RigError('ACT_MISSING', 'act is not on this machine: run `make tools`, or `tools/install.sh act`.');
  const text = await readWorkflow(request);
  await using folder = await temporaryFolder();
  const places = await makePlaces(folder.path);
  await using _ = leftoverServices(places.services);
  const workflow = rewriteWorkflow(text, { leaveOut: request.leaveOut ?? [], services: places.services });
  const stubs = await writeStubs(workflow.uses, {
    catalogue: await readCatalogue(request.catalogue ?? CATALOGUE),
    folder: places.stubs,
    brought: { ...(await bringPrograms(places.programs)), ...request.programs },
  });
  const event = request.event ?? 'pull_request';
  const checkout = await makeCheckout({
    ...request,
    // git runs in another folder than whoever named this one.
    repository: resolve(request.repository),
    head: request.head ?? 'HEAD',
    event,
    into: join(folder.path, 'checkout'),
  });
  const files = await writeFiles(folder.path, workflow, { event, checkout, fork: request.fork ?? false });
  const lines = await runAct({
    ...files,
    program,
    event,
    checkout: checkout.directory,
    work: places.work,
    labels: workflow.labels,
    stubs,
    environment: request.environment ?? {},
    signal: request.signal,
  });
  return { jobs: jobsOf(workflow, readLog(lines, workflow.runnerKeys)), standIns: standInsOf(workflow) };
}

async function readWorkflow({ repository, workflow }: PipelineRequest): Promise<string> {
  const path = resolve(repository, workflow);
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RigError('WORKFLOW_UNREADABLE', `${path} cannot be read: name a workflow of the repository.`, { cause });
  });
}

async function makePlaces(root: string) {
  const places = {
    services: join(root, 'services'),
    stubs: join(root, 'stubs'),
    programs: join(root, 'programs'),
    work: join(root, 'work'),
  };
  await Promise.all(Object.values(places).map((place) => mkdir(place)));
  return places;
}

/** A job that was cut short did not stop its services. */
function leftoverServices(folder: string): AsyncDisposable {
  return {
    [Symbol.asyncDispose]: async () => {
      for (const name of await readdir(folder)) await standInAt(join(folder, name))[Symbol.asyncDispose]();
    },
  };
}

async function writeFiles(
  folder: string,
  { text }: Rewritten,
  { event, checkout, fork }: { event: 'pull_request' | 'push'; checkout: Checkout; fork: boolean },
) {
  const files = { workflow: join(folder, 'workflow.yml'), eventFile: join(folder, 'event.json') };
  await writeFile(files.workflow, text);
  await writeFile(files.eventFile, JSON.stringify(eventOf(event, checkout, fork)));
  return files;
}

function jobsOf(workflow: Rewritten, ran: ReadonlyMap<string, readonly JobRun[]>): readonly JobRun[] {
  return workflow.ids.flatMap((id): readonly JobRun[] => {
    const why = workflow.leftOut.get(id);
    if (why !== undefined) return [{ status: 'left out', id, name: id, why }];
    return [...(ran.get(id) ?? [skippedJob(id)]), ...foreignRuns(id, workflow)];
  });
}

function skippedJob(id: string): JobRun {
  return { status: 'skipped', id, name: id, why: 'its condition, a job that it needs, or an empty matrix' };
}

function foreignRuns(id: string, { foreign }: Rewritten): readonly JobRun[] {
  const labels = foreign.get(id) ?? [];
  return labels.map((label) => ({
    status: 'left out',
    id,
    name: `${id} (${label})`,
    why: `it needs a runner ${label}`,
  }));
}

function standInsOf({ uses }: Rewritten): readonly string[] {
  return [...new Set(uses.map((use) => use.replace(/@.*/, '')))].sort();
}
