import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../../../rigs/act/catalogue.ts';
import { REPOSITORY } from '../../../rigs/act/event.ts';
import { temporaryFolder } from '../../../rigs/act/folder.ts';
import { readLog } from '../../../rigs/act/log.ts';
import type { JobRun } from '../../../rigs/act/result.ts';
import { rewriteWorkflow } from '../../../rigs/act/rewrite.ts';
import { writeStubs } from '../../../rigs/act/stubs.ts';
import { bringPrograms } from '../../../rigs/act/tools.ts';
import { runAction } from '../../../rigs/github/action.ts';
import { readRelease } from '../../../scripts/pages/pages.ts';
import { refOf } from '../../../scripts/pages/release.ts';

const root = new URL('../../../', import.meta.url);
const CATALOGUE = fileURLToPath(new URL('data/action-catalog.json', root));
const buildWorkflow = readFileSync(new URL('.github/workflows/build.yml', root), 'utf8');
const release = readRelease();

/** The first run on a machine fills the caches of Go, uv and pnpm. */
export const TIMEOUT = 10 * 60_000;

/** `owner/name@sha` of our release, as users' workflows have it. */
export const RELEASE = `${release.repository}@${refOf(release)}`;

/** How a workflow calls the reusable one of our release. */
export const BUILD = `${release.repository}/.github/workflows/build.yml@${refOf(release)}`;

export interface BuildingRequest {
  /** The text of a workflow that uses our release; it is run as it is. */
  readonly workflow: string;
  /** A checkout. It is worked in. */
  readonly checkout: string;
  readonly event: string;
  readonly payload: unknown;
  readonly apiUrl: string;
}

export interface Building {
  /** `name: status`, sorted, since entries of a plan run in any order; an entry by its id. */
  readonly outcomes: readonly string[];
  /** The last lines that a job printed; those of a step that failed are not all there, since act does not wait for them. */
  logOf(name: string): string;
  /** The step at which a job failed. */
  failedAt(name: string): string | undefined;
  /** Everything, with the same gap. */
  readonly log: string;
}

/**
 * Runs a workflow that uses our release: the action and `build.yml` are those of this work tree, which act takes in the place of the released
 * commit, and something stands in for the actions that bring tools.
 */
export async function runBuilding(request: BuildingRequest): Promise<Building> {
  await using folder = await temporaryFolder();
  const places = { stubs: join(folder.path, 'stubs'), programs: join(folder.path, 'programs') };
  await Promise.all(Object.values(places).map((place) => mkdir(place)));
  const stubs = await writeStubs(rewriteWorkflow(buildWorkflow, { leaveOut: [], services: folder.path }).uses, {
    catalogue: await readCatalogue(CATALOGUE),
    folder: places.stubs,
    brought: await bringPrograms(places.programs),
  });
  const whole = { ...request, action: RELEASE, repository: REPOSITORY, stubs };
  return await runAction({ ...whole, signal: AbortSignal.timeout(TIMEOUT - 20_000) }, ({ lines, log }) => {
    // The job that calls has no end of its own in act's log, where the jobs that it calls stand beside it.
    const ran = [...readLog(lines, new Map()).values()].flat().filter(({ status }) => status !== 'left out');
    return {
      outcomes: ran.map((job) => `${nameOf(job)}: ${job.status}`).sort(),
      logOf: (name) => ran.flatMap((job) => (nameOf(job) === name && 'log' in job ? job.log : [])).join('\n'),
      failedAt: (name) =>
        ran
          .flatMap((job) => (nameOf(job) === name && 'steps' in job ? job.steps : []))
          .find(({ status }) => status === 'failed')?.name,
      log,
    };
  });
}

/** `check (cart-lint, cart: lint, ubuntu-24.04, 10)` is what act makes of an entry. */
function nameOf({ name }: JobRun): string {
  return /^check \(([\w-]+), /.exec(name)?.[1] ?? name;
}
