import { ActionError } from '../domain/errors.ts';
import type { WorkflowRun } from '../domain/event.ts';

/** The job that the action runs in, as GitHub's runner tells it. */
export interface Runner {
  readonly run: WorkflowRun;
  /** Where the repository is checked out, or nothing is. */
  readonly workspace: string;
  /** Path of the event's payload. */
  readonly eventPath: string;
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/<number>/merge`. */
  readonly ref: string;
  /** Path that the job summary is appended to; null where the runner has none. */
  readonly summaryPath: string | null;
}

/** Throws EVENT_INVALID outside of a job of GitHub Actions. */
export function readRunner(): Runner {
  const [owner = '', name = ''] = needed('GITHUB_REPOSITORY').split('/');
  const serverUrl = (process.env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
  const id = needed('GITHUB_RUN_ID');
  return {
    run: {
      repository: { owner, name },
      id: Number(id),
      attempt: Number(process.env.GITHUB_RUN_ATTEMPT || '1'),
      url: `${serverUrl}/${owner}/${name}/actions/runs/${id}`,
      actor: process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR || '',
      eventName: needed('GITHUB_EVENT_NAME'),
      serverUrl,
      apiUrl: (process.env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
    },
    workspace: needed('GITHUB_WORKSPACE'),
    eventPath: needed('GITHUB_EVENT_PATH'),
    ref: process.env.GITHUB_REF ?? '',
    summaryPath: readSummaryPath(),
  };
}

/** Path that the job summary is appended to; null where the runner has none. */
export function readSummaryPath(): string | null {
  return process.env.GITHUB_STEP_SUMMARY || null;
}

/** Where the runner lets files be put. */
export interface RunnerFolders {
  /** Emptied for each job. */
  readonly temporary: string;
  /** Of the files of models and of what serves them: stays for as long as the machine does. */
  readonly models: string;
}

/** Throws EVENT_INVALID outside of a job of GitHub Actions. */
export function readRunnerFolders(): RunnerFolders {
  const temporary = needed('RUNNER_TEMP');
  return { temporary, models: `${process.env.RUNNER_TOOL_CACHE || temporary}/agent-generate-models` };
}

function needed(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new ActionError('EVENT_INVALID', `${name} is not set, so this is no job of GitHub Actions.`);
}
