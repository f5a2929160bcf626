import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findAct, runAct } from '../act/act.ts';
import { RigError } from '../act/error.ts';
import { temporaryFolder } from '../act/folder.ts';
import { type KeptArtifact, startArtifacts } from './artifacts.ts';
import type { CacheStore } from './cache.ts';
import { JOB_TOKEN } from './github.ts';
import { keepSummary } from './summary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A token as runners have it for their services: nobody checks its signature, but the run's ids are read from it. */
const RUNTIME_TOKEN = `x.${Buffer.from(JSON.stringify({ scp: 'Actions.Results:run:job' })).toString('base64url')}.x`;

/** What a user's repository calls, and where it is taken from. */
const OURS = ['action.yml', 'dist', 'validate', '.github/workflows/build.yml', 'release.json', 'package.json'];

export interface ActionRequest {
  /** The text of the workflow. */
  readonly workflow: string;
  /** `owner/name@ref` of our action in it. */
  readonly action: string;
  /** The job's work folder: a checkout, or an empty folder. It is worked in. */
  readonly checkout: string;
  readonly repository: string;
  readonly event: string;
  readonly payload: unknown;
  readonly apiUrl: string;
  /** Null: the job has none. */
  readonly token?: string | null;
  readonly environment?: Readonly<Record<string, string>>;
  /** Further folders by `owner/name@ref`. */
  readonly stubs?: ReadonlyMap<string, string>;
  /** False where there is no service for artifacts. */
  readonly artifacts?: boolean;
  /** What earlier runs have kept; without it each run has a cache of its own. */
  readonly cache?: CacheStore;
  readonly signal: AbortSignal;
}

export interface ActionRun {
  /** By job id: `success`, `failure`. */
  readonly jobs: ReadonlyMap<string, string>;
  /** Everything that steps printed, in order, without colours. */
  readonly log: string;
  /** act's own log, for `readLog`. */
  readonly lines: readonly string[];
  /** Of the step that hands `toJSON(steps.<id>.outputs)` to RIG_OUTPUTS; null where none did. */
  readonly outputs: Readonly<Record<string, string>> | null;
  /** The job summary, as RIG_SUMMARY has it; null where no step kept it. */
  readonly summary: string | null;
  /** What the run has kept. */
  readonly artifacts: readonly KeptArtifact[];
  readonly milliseconds: number;
}

interface LogLine {
  readonly jobID?: string;
  readonly msg: string;
  readonly raw_output?: boolean;
  readonly jobResult?: string;
}

/** Runs a workflow with our built action in it, under act in host mode. `use` looks at the result before its files are removed. */
export async function runAction<T>(request: ActionRequest, use: (run: ActionRun) => T | Promise<T>): Promise<T> {
  const program = await findAct();
  if (program === undefined) throw new RigError('ACT_MISSING', 'act is not on this machine: run `make tools`.');
  await using folder = await temporaryFolder();
  const files = {
    workflow: join(folder.path, 'workflow.yml'),
    eventFile: join(folder.path, 'event.json'),
    work: join(folder.path, 'work'),
    action: join(folder.path, 'action'),
    outputs: join(folder.path, 'outputs.json'),
    summary: join(folder.path, 'summary.md'),
  };
  await Promise.all([mkdir(files.work), copyOurs(files.action)]);
  using summary = keepSummary(files.summary);
  await using artifacts = await startArtifacts(request.cache);
  await writeFile(files.workflow, request.workflow);
  await writeFile(
    files.eventFile,
    typeof request.payload === 'string' ? request.payload : JSON.stringify(request.payload),
  );
  const started = performance.now();
  const lines = await runAct({
    program,
    event: request.event,
    eventFile: files.eventFile,
    workflow: files.workflow,
    checkout: request.checkout,
    work: files.work,
    labels: [],
    stubs: new Map([[request.action, files.action], ...(request.stubs ?? [])]),
    repository: request.repository,
    more: argumentsFor(request, { ...files, artifacts: artifacts.url }),
    signal: request.signal,
  });
  const milliseconds = performance.now() - started;
  return await use({
    ...readLines(lines),
    lines,
    outputs: await readFile(files.outputs, 'utf8').then(
      (text) => JSON.parse(text),
      () => null,
    ),
    summary: summary.text(),
    artifacts: artifacts.kept,
    milliseconds,
  });
}

async function copyOurs(folder: string): Promise<void> {
  for (const name of OURS) await cp(join(root, name), join(folder, name), { recursive: true }).catch(() => {});
}

function argumentsFor(
  { apiUrl, token = JOB_TOKEN, environment = {}, artifacts = true }: ActionRequest,
  files: { readonly artifacts: string; readonly outputs: string; readonly summary: string },
): string[] {
  const variables = {
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    // Where there is no service, nobody listens.
    ACTIONS_RESULTS_URL: artifacts ? files.artifacts : 'http://127.0.0.1:9/',
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    RIG_OUTPUTS: files.outputs,
    RIG_SUMMARY: files.summary,
    ...environment,
  };
  return [
    ...(token === null ? [] : ['--secret', `GITHUB_TOKEN=${token}`]),
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
}

function readLines(lines: readonly string[]): Pick<ActionRun, 'jobs' | 'log'> {
  const parsed = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as LogLine);
  const results = parsed.flatMap(({ jobID, jobResult }) =>
    jobID !== undefined && jobResult !== undefined ? [[jobID, jobResult] as const] : [],
  );
  const printed = parsed.map(({ msg }) => stripVTControlCharacters(msg).trimEnd());
  return { jobs: new Map(results), log: printed.join('\n') };
}
