import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { jobEnvironment } from './environment.ts';
import { RigError } from './error.ts';
import { REPOSITORY } from './event.ts';

export interface ActRequest {
  readonly program: string;
  readonly event: string;
  /** Absolute paths. */
  readonly eventFile: string;
  readonly workflow: string;
  readonly checkout: string;
  /** An empty folder for the jobs' work. */
  readonly work: string;
  readonly labels: readonly string[];
  /** Folders by `owner/name@ref`. */
  readonly stubs: ReadonlyMap<string, string>;
  /** Further arguments, such as `--secret`. */
  readonly more?: readonly string[];
  /** `owner/name` of the repository. */
  readonly repository?: string;
  /** Variables for all jobs, beside this machine's own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Labels that an expression may come to; act skips a job whose label it has no platform for. */
const LINUX = ['ubuntu-latest', 'ubuntu-24.04', 'ubuntu-22.04', 'ubuntu-24.04-arm', 'ubuntu-22.04-arm', 'ubuntu-slim'];

/** act as `tools/install.sh` installs it, else on PATH; undefined where there is none. */
export async function findAct(path = process.env.PATH ?? ''): Promise<string | undefined> {
  const own = fileURLToPath(new URL('../../.tools/bin', import.meta.url));
  for (const folder of [own, ...path.split(delimiter)]) {
    const program = join(folder, 'act');
    if (
      await access(program).then(
        () => true,
        () => false,
      )
    )
      return program;
  }
  return undefined;
}

/**
 * Runs act in host mode, one job at a time, and gives the lines of its JSON log. A failing job is no error.
 * Rejects with ACT_FAILED when act gives up on the workflow, with TIME_UP when the signal aborts.
 */
export async function runAct(request: ActRequest): Promise<readonly string[]> {
  const child = spawn(request.program, argumentsOf(request), {
    cwd: request.work,
    // Jobs of one matrix write into a map of act without a lock: on one processor none interrupts another one's write.
    // (nektos/act v0.2.87, pkg/runner/local_repository_cache.go)
    env: { ...jobEnvironment(process.env), ...request.environment, GOMAXPROCS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => printed.push(chunk));
  let place = '';
  // Once interrupted, act goes on to the end of every job.
  const interrupt = endOnAbort(child, request.signal, () => {
    place = placeIn(printed.join(''));
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [stderr, code] = await Promise.all([text(child.stderr), ended]).finally(() => interrupt[Symbol.dispose]());
  if (request.signal.aborted)
    throw new RigError(
      'TIME_UP',
      `the run was ended before the pipeline was done: time was up, or somebody interrupted it${place}.`,
    );
  const complaints = stderr.split('\n').filter(isComplaint);
  if (complaints.length > 0 || (code !== 0 && !/^Error: Job '.*' failed$/m.test(stderr)))
    throw new RigError(
      'ACT_FAILED',
      `act gave up on the workflow (exit code ${code}): ${complaints.join('; ') || stderr.trim()}`,
    );
  return printed.join('').split('\n');
}

function argumentsOf(request: ActRequest): readonly string[] {
  const { event, eventFile, workflow, checkout, work, labels, stubs, more = [], repository = REPOSITORY } = request;
  const nothing = join(work, 'nothing');
  return [
    ...[event, '--json', '--directory', checkout, '--workflows', workflow, '--eventpath', eventFile],
    ...['--actor', 'octocat', '--env', `GITHUB_REPOSITORY=${repository}`, '--action-cache-path', work],
    // The checkout holds what is committed and nothing else: nothing is to be sorted out.
    '--use-gitignore=false',
    // Jobs share one machine: its ports, its home folder, its two or four cores.
    ...['--concurrent-jobs', '1', '--env', `GOMAXPROCS=${availableParallelism()}`],
    ...['--container-daemon-socket', '-', '--no-cache-server'],
    // It would take these files from the repository, which GitHub does not.
    ...['--env-file', nothing, '--secret-file', nothing, '--var-file', nothing, '--input-file', nothing],
    ...[...new Set([...LINUX, ...labels])].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...[...stubs].flatMap(([name, folder]) => ['--local-repository', `${name}=${folder}`]),
    ...more,
  ];
}

/** Interrupted first, so that act can end its steps; ten seconds later it is killed. */
function endOnAbort(child: ReturnType<typeof spawn>, signal: AbortSignal, before: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    before();
    child.kill('SIGINT');
    timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return {
    [Symbol.dispose]: () => {
      signal.removeEventListener('abort', end);
      clearTimeout(timer);
    },
  };
}

/** Where a run was when it was cut short, so that one knows what to leave out. */
function placeIn(stdout: string): string {
  const [, job, step] = [...stdout.matchAll(/"jobID":"([^"]+)".*"step":"([^"]+)"/g)].at(-1) ?? [];
  return job === undefined ? '' : `, in ${job} at: ${step}`;
}

/** Anything that makes the result incomplete. The missing docker is wanted, and a failed job stands in the log. */
function isComplaint(line: string): boolean {
  return (
    /"level":"(error|fatal|panic)"/.test(line) || (line.startsWith('Error: ') && !/^Error: Job '.*' failed$/.test(line))
  );
}
