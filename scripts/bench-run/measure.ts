import { mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { jobEnvironment } from '../../rigs/act/environment.ts';
import { RigError } from '../../rigs/act/error.ts';
import { temporaryFolder } from '../../rigs/act/folder.ts';
import { realRepositories } from '../bench/repositories.ts';
import { type Ran, runCommands } from './commands.ts';
import { type Demand, demandsOf, workingAction } from './demands.ts';
import { generatedJobs, generatorCommit, PORT_TAKEN, runGenerated } from './generated.ts';
import { lastLines } from './lines.ts';
import { type Ci, type OwnCommands, ownCommands } from './own.ts';
import type { PlannedJob } from './planned.ts';
import { ownCi, type ProfiledUnit, unitsOf } from './profile.ts';
import { runnerPrograms } from './provide.ts';
import { type JobResult, type Own, type RepositoryResult, whyLate } from './result.ts';
import { servicesOf } from './services.ts';
import { environmentWith, type Tools, toolsOf } from './tools.ts';

export interface Measuring {
  readonly name: string;
  readonly mirrors: string;
  /** Where tools are kept from one run to the next. */
  readonly cache: string;
  /** For each run of a job or of commands. */
  readonly minutes: number;
  /** For the repository: a job that is not begun by then is left out. */
  readonly repositoryMinutes: number;
  readonly note: (line: string) => void;
}

/** Generates a repository's pipeline and runs each of its jobs, and the repository's own commands beside it. */
export async function measureRepository(measuring: Measuring): Promise<RepositoryResult> {
  const { name, mirrors, cache, minutes } = measuring;
  await using place = await temporaryFolder();
  const [repository] = realRepositories(mirrors, join(place.path, 'clones'), { [name]: 'HEAD' });
  if (repository === undefined) return { name, commit: '', minutes, jobs: [], fault: 'there is no clone of it' };
  const clone = repository.directory;
  const commit = repository.commit ?? '';
  const generator = generatorCommit();
  const planned = generatedJobs(clone, join(place.path, 'output'));
  if (typeof planned === 'string') return { name, commit, generator, minutes, jobs: [], fault: planned };
  const base: Base = {
    measuring,
    ended: AbortSignal.timeout(measuring.repositoryMinutes * 60_000),
    clone,
    place: place.path,
    units: unitsOf(clone),
    ci: { jobs: ownCi(clone), read: (path) => readIn(clone, path) },
    planned,
    shared: sharedEnvironment(planned, { name, cache }),
  };
  const jobs: JobResult[] = [];
  for (const job of planned) jobs.push(await measureJob(job, base));
  return { name, commit, generator, minutes, jobs };
}

interface Base {
  readonly measuring: Measuring;
  readonly ended: AbortSignal;
  readonly clone: string;
  readonly place: string;
  readonly units: readonly ProfiledUnit[];
  readonly ci: Ci;
  readonly planned: readonly PlannedJob[];
  readonly shared: Readonly<Record<string, string>>;
}

/** What jobs of one repository share: caches, and the folder that pipx installs to. */
function sharedEnvironment(
  planned: readonly PlannedJob[],
  { name, cache }: { name: string; cache: string },
): Record<string, string> {
  const text = planned.map(({ workflow }) => workflow).join('\n');
  const own = join(cache, 'repositories', name.replace('/', '+'));
  mkdirSync(join(own, 'pipx-bin'), { recursive: true });
  const folders = [join(own, 'pipx-bin'), ...runnerPrograms(text, cache)];
  return {
    CARGO_TARGET_DIR: join(own, 'target'),
    PIPX_HOME: join(own, 'pipx'),
    PIPX_BIN_DIR: join(own, 'pipx-bin'),
    PATH: [...folders, jobEnvironment(process.env).PATH].join(delimiter),
  };
}

async function measureJob(planned: PlannedJob, base: Base): Promise<JobResult> {
  const image = /(^|-)image$/.test(planned.id);
  const unit = base.units.find(({ directory }) => directory === planned.directory);
  const steps = planned.job.steps ?? [];
  const demands = demandsFor(planned, unit, base.clone);
  const tools = toolsIn(demands, mkdtempSync(join(base.place, 'tools-')), base);
  const action = workingAction(steps);
  const why = image
    ? 'it builds an image'
    : action !== undefined
      ? `${action} does its work, and actions are not run here`
      : typeof tools === 'string'
        ? tools
        : base.ended.aborted
          ? `the ${base.measuring.repositoryMinutes} minutes of the repository were up`
          : undefined;
  const empty = { name: planned.name, image, why: '', instead: [], lines: [], own: null };
  if (why !== undefined || typeof tools === 'string')
    return noted(base, { ...empty, outcome: 'left out', why: why ?? '' });
  const ran = await runTheirOwnWay(planned, tools, base);
  if (typeof ran === 'string') return noted(base, { ...empty, outcome: 'left out', why: ran });
  const late = whyLate(base.measuring.minutes);
  if (ran.late) return noted(base, { ...empty, outcome: 'left out', why: late });
  const own = await ownResult(planned, { unit, demands, ran }, base);
  if (own === 'no port') return noted(base, { ...empty, outcome: 'left out', why: PORT_TAKEN });
  // Nobody knows whose fault it is.
  if (!ran.passed && own === 'late')
    return noted(base, { ...empty, outcome: 'left out', why: `it failed, and as for the own commands, ${late}` });
  const outcome = ran.passed ? ('passed' as const) : ('failed' as const);
  return noted(base, {
    ...empty,
    outcome,
    instead: [...tools.instead],
    lines: ran.passed ? [] : linesOf(ran, base),
    own: own === 'late' ? null : own,
  });
}

function noted({ measuring }: Base, result: JobResult): JobResult {
  measuring.note(
    `${result.outcome.padEnd(8)} ${result.name}  ${result.why}${result.own ? `own: ${result.own.from} ${result.own.where} ${result.own.passed ? 'passed' : 'failed'}` : ''}`,
  );
  return result;
}

/** What its steps set up; uv takes whichever Python there is, so the unit's own demand counts. */
function demandsFor(
  { job: { steps = [] } }: PlannedJob,
  unit: ProfiledUnit | undefined,
  clone: string,
): readonly Demand[] {
  const demands = demandsOf(steps, (path) => readIn(clone, path));
  const isLacking = demands.some(({ tool }) => tool === 'uv') && !demands.some(({ tool }) => tool === 'python');
  return isLacking && unit?.version?.tool === 'python'
    ? [...demands, { tool: 'python', version: unit.version.value }]
    : demands;
}

function readIn(clone: string, path: string): string | undefined {
  const file = join(clone, path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
}

function runTheirOwnWay(planned: PlannedJob, tools: Tools, base: Base): Promise<Ran | string> {
  const others = base.planned.map(({ id }) => id).filter((id) => id !== planned.id);
  return runGenerated(planned, [...new Set(others)], {
    clone: base.clone,
    place: mkdtempSync(join(base.place, 'job-')),
    programs: tools.programs,
    environment: { ...base.shared, ...tools.environment },
    signal: AbortSignal.timeout(base.measuring.minutes * 60_000),
  });
}

interface Job {
  readonly unit: ProfiledUnit | undefined;
  /** What the generated job sets up. */
  readonly demands: readonly Demand[];
  readonly ran: Ran;
}

/** The first of the repository's own ways that passes, else the first; `late` where one of them might have passed with more time, `no port` where another program has that of a service. */
async function ownResult(
  planned: PlannedJob,
  { unit, demands, ran }: Job,
  base: Base,
): Promise<Own | 'late' | 'no port'> {
  const results: Own[] = [];
  let isLate = false;
  for (const own of ownCommands(planned, unit, base.ci)) {
    const result =
      own.from === 'same' && ran.passed ? { passed: true, printed: [] } : await runOwn(planned, own, demands, base);
    if (result === 'no port') return result;
    const lines = result.passed ? [] : linesOf(result, base);
    results.push({ from: own.from, where: own.where, passed: result.passed, lines });
    if (result.passed) break;
    isLate ||= result.late ?? false;
  }
  const best = results.find(({ passed }) => passed) ?? (isLate ? 'late' : results[0]);
  return best ?? { from: 'plain', where: '', passed: false, lines: [] };
}

async function runOwn(
  planned: PlannedJob,
  own: OwnCommands,
  demands: readonly Demand[],
  base: Base,
): Promise<Ran | 'no port'> {
  await using place = await temporaryFolder();
  const [repository] = realRepositories(base.measuring.mirrors, join(place.path, 'clones'), {
    [base.measuring.name]: 'HEAD',
  });
  if (repository === undefined) throw new Error(`there is no clone of ${base.measuring.name} any more.`);
  const services = await servicesOf(planned.job, join(place.path, 'services')).catch((cause: unknown) => {
    if (cause instanceof RigError && cause.code === 'PORT_TAKEN') return undefined;
    throw cause;
  });
  if (services === undefined) return 'no port';
  await using _ = services;
  // Awaited here, for the clone goes away with this function.
  return await runCommands(own.commands, {
    clone: repository.directory,
    files: join(place.path, 'files'),
    environment: environmentWith(toolsOfTheirs(own, { demands, folder: join(place.path, 'tools') }, base), base.shared),
    signal: AbortSignal.timeout(base.measuring.minutes * 60_000),
  });
}

/** In the versions that their own job sets up, where they can be had; else in ours. */
function toolsOfTheirs(
  { setup = [] }: OwnCommands,
  { demands, folder }: { demands: readonly Demand[]; folder: string },
  base: Base,
): Tools {
  const asked = demandsOf(setup, (path) => readIn(base.clone, path));
  const theirs = new Set(typeof toolsIn(asked, folder, base) === 'string' ? [] : asked.map(({ tool }) => tool));
  const all = [...demands.filter(({ tool }) => !theirs.has(tool)), ...(theirs.size === 0 ? [] : asked)];
  const tools = toolsIn(all, folder, base);
  if (typeof tools === 'string') throw new Error(`there is no ${tools} any more.`);
  return tools;
}

function toolsIn(demands: readonly Demand[], own: string, { measuring }: Base): Tools | string {
  return toolsOf(demands, { cache: measuring.cache, own });
}

function linesOf({ printed }: Ran, { clone, place, measuring }: Base): string[] {
  return lastLines([printed.join('')], [clone, place, measuring.cache, homedir(), tmpdir()]);
}
