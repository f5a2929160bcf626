import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Provider } from '../../../src/domain/provider.ts';
import { dist } from '../../fakes/built.ts';
import { workflowDispatchEvent } from '../../fakes/events.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';
import { KEY } from './running.ts';
import { WORDS } from './said.ts';

export interface StepAsked {
  /** A checkout with one commit. It is left as it is: the step works in a copy. */
  readonly repository: string;
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly seconds: number;
}

/** A step of a job, as the runner and later steps see it. */
export interface StepRun {
  readonly code: number | null;
  /** Everything that it said: its log, its outputs, the summary, and the workflow that it left in the workspace. */
  readonly said: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** Of the paths in the output `workflow-path` those that are there. */
  readonly files: readonly string[];
  readonly seconds: number;
}

/** Runs the built action by hand (workflow_dispatch), as a runner starts it; servers of this process go on answering meanwhile. */
export async function runStep(asked: StepAsked): Promise<StepRun> {
  using folder = temporaryDirectory();
  const at = (name: string) => join(folder.path, name);
  cpSync(asked.repository, at('work'), { recursive: true });
  mkdirSync(at('temp'));
  for (const name of ['output', 'summary', 'state']) writeFileSync(at(name), '');
  writeFileSync(at('event.json'), JSON.stringify(workflowDispatchEvent));
  const began = performance.now();
  const child = spawn(process.execPath, [`${dist}action.js`], {
    env: { ...runnerVariables(at), ...inputVariables(inputsOf(asked)) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const seconds = (performance.now() - began) / 1000;
  const written = readFileSync(at('output'), 'utf8');
  const outputs = readOutputs(written);
  const files = (outputs.get('workflow-path') ?? '').split('\n').filter((path) => existsSync(join(at('work'), path)));
  const workflows = files.map((path) => readFileSync(join(at('work'), path), 'utf8'));
  // What is to be masked a runner does not show.
  const log = stdout.replace(/^::add-mask::.*\n/gm, '');
  const said = [log, stderr, written, readFileSync(at('summary'), 'utf8'), ...workflows].join('\n');
  return { code, said, outputs, files, seconds };
}

function inputsOf({ provider, baseUrl, seconds }: StepAsked): Readonly<Record<string, string>> {
  return {
    request: WORDS,
    provider,
    model: 'the-model',
    'base-url': baseUrl,
    [`${provider}-api-key`]: KEY,
    'timeout-seconds': String(seconds),
    'github-token': '',
  };
}

/** The way in which runners hand over inputs. (actions/toolkit, packages/core, getInput) */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function runnerVariables(at: (name: string) => string) {
  return {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STATE: at('state'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: workflowDispatchEvent.repository.full_name,
    GITHUB_RUN_ID: '1',
    GITHUB_WORKSPACE: at('work'),
    RUNNER_TEMP: at('temp'),
  };
}

/** The file of outputs, in which each value stands between two lines of its own. */
function readOutputs(written: string): ReadonlyMap<string, string> {
  const blocks = written.matchAll(/^([\w-]+)<<(\S+)\n(?:([\s\S]*?)\n)?\2$/gm);
  return new Map([...blocks].map(([, name = '', , value = '']) => [name, value]));
}
