import type { DocumentPath } from '../../domain/finding.ts';
import { oncePer } from '../../domain/once.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { oncePerSnapshot, oncePerText } from '../once.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { workflowsOf } from './automation.ts';
import { isStartedJob, isUnconditional, isUsualJob, runsMeeting, startsByChange } from './conditions.ts';
import { type InputOf, inputsOf, withInputs } from './inputs.ts';
import { MOST } from './limits.ts';
import { asText, inRun, type MatrixRun, matrixRuns, ofMatrix, withEnv } from './matrix.ts';
import { withPorts, withPortsIn } from './published.ts';
import { type BesideJob, besideJob, fromMachine } from './services.ts';
import type { PipelineStep, SetUp } from './step.ts';
import { isContained, type System, systemOf } from './systems.ts';
import { withOwnToolchains } from './toolchains.ts';
import { imageSetUp, layered, literals, scriptAt } from './yaml-steps.ts';

/** A step of one of the repository's own GitHub workflows. */
export interface CiStep extends PipelineStep {
  /** What its job runs on. */
  readonly system: System;
  /** Its job runs in a container: what is there is not on GitHub's runners. */
  readonly isContained: boolean;
  /** Whether a usual change starts its job, on whatever system. */
  readonly isStarted: boolean;
  readonly hasContainers: boolean;
  readonly id: string | null;
  /** Its `if`, as it is written; null where it has none. */
  readonly condition: string | null;
  readonly run: string | null;
  /** Where it runs, as it is written. */
  readonly folder: string;
  /** The runs of its job's matrix that its condition leaves. */
  readonly runs: readonly MatrixRun[];
}

/** The steps of those workflows that match. What agent-generate itself has written proves nothing. */
export function readCiSteps(snapshot: Snapshot, mentions: Pick<RegExp, 'test'>): CiStep[] {
  return boundedWorkflows(snapshot)
    .filter((file) => mentions.test(snapshot.text(file) ?? ''))
    .flatMap((file) => stepsIn(snapshot, file));
}

/** Workflows, in the order of their names, up to a length that no person's have together: each is parsed. */
export const boundedWorkflows = oncePerSnapshot((snapshot: Snapshot) => {
  let left: number = MOST.workflows;
  return workflowsOf(snapshot).filter((file) => {
    const { length } = snapshot.text(file) ?? '';
    const isRead = length <= left;
    if (isRead) left -= length;
    return isRead;
  });
});

/** The steps of one of them, in their order. */
export const stepsIn = oncePerText((snapshot, file) => stepsOf(readYamlManifest(snapshot, file).value));

/** The steps of a workflow, with the inputs of a call of it, where it is called. */
export function stepsOf(workflow: Manifest, inputOf?: InputOf): CiStep[] {
  const everywhere = literals(workflow.at(['env']));
  return workflow.keys(['jobs']).flatMap((job) => {
    const runs = matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']));
    const shared: Shared = {
      job,
      system: systemOf(workflow, job, (text) => runs.map((run) => inRun(text, run) ?? '')),
      isContained: isContained(workflow, job),
      beside: besideJob(workflow, job, isContained(workflow, job)),
      directory: defaultDirectory(workflow, job),
      environment: layered(everywhere, literals(workflow.at(['jobs', job, 'env']))),
      runs,
      usualRuns: runs.filter((run) => isOnLinux(workflow, job, run)),
      setUps: containerOf(workflow, job),
      isStarted: isStartedJob(workflow, job),
      hasContainers: workflow.keys(['jobs', job, 'services']).length > 0,
      isUsual: isUsualJob(workflow, job),
      ...(inputOf && { inputOf }),
    };
    const steps = workflow.items(['jobs', job, 'steps']).map((path) => stepAt(workflow, path, shared));
    return withOwnToolchains(workflow, job, steps);
  });
}

interface Shared
  extends Pick<
    CiStep,
    'job' | 'system' | 'isContained' | 'environment' | 'runs' | 'setUps' | 'isStarted' | 'hasContainers' | 'isUsual'
  > {
  readonly directory: string;
  readonly beside: BesideJob;
  /** Those that are on Linux. */
  readonly usualRuns: readonly MatrixRun[];
  /** What is put into texts, and asked for by conditions. */
  readonly inputOf?: InputOf;
}

/** A run that names no system may be on any. */
function isOnLinux(workflow: Manifest, job: string, run: MatrixRun): boolean {
  return ['linux', null].includes(systemOf(workflow, job, (text) => [inRun(text, run) ?? '']));
}

function containerOf(workflow: Manifest, job: string): SetUp[] {
  const path = ['jobs', job, 'container'];
  const image = workflow.text(path) ?? workflow.text([...path, 'image']);
  return imageSetUp(image, workflow.lineOf(workflow.text(path) === null ? [...path, 'image'] : path));
}

function stepAt(
  workflow: Manifest,
  path: DocumentPath,
  { beside, environment, usualRuns, inputOf, ...shared }: Shared,
): CiStep {
  const handedOn = ofMatrix(workflow.at([...path, 'env']));
  const put = (text: string) => withEnv(withPorts(inputOf ? withInputs(text, inputOf) : text, beside.ports), handedOn);
  const run = workflow.text([...path, 'run']);
  const inputs = workflow.at([...path, 'with']);
  const directory = put(workflow.text([...path, 'working-directory']) ?? shared.directory);
  const condition = workflow.text([...path, 'if']);
  const step: CiStep = {
    ...shared,
    file: workflow.file,
    line: workflow.lineOf([...path, run === null ? 'uses' : 'run']),
    id: workflow.text([...path, 'id']),
    condition,
    runs: runsMeeting(condition, shared.runs),
    run: run === null ? null : put(run),
    script: scriptAt(workflow, [...path, 'run']).map(({ text, number }) => ({ text: put(text), number })),
    folder: directory,
    uses: workflow.text([...path, 'uses'])?.replace(/@.*$/s, '') ?? null,
    inputs: new Map(
      isMapping(inputs)
        ? Object.entries(inputs)
            .flatMap(asText)
            .map(([name, text]) => [name, put(text)])
        : [],
    ),
    directory: directory.includes('${{') ? null : joinPath('.', directory),
    environment: fromMachine(
      layered(environment, literals(withPortsIn(workflow.at([...path, 'env']), beside.ports))),
      beside.hosts,
    ),
    isUsual: shared.isUsual && isUnconditional(workflow, path, usualRuns, inputOf),
    ...(isForgiven(workflow, [path, ['jobs', shared.job]]) && { isForgiven: true }),
  };
  return { ...step, setUps: [...shared.setUps, ...setUps(workflow, [...path, 'with'], step)] };
}

/** By a truth that is written out: what an expression gives is for some runs alone. */
function isForgiven(workflow: Manifest, places: readonly DocumentPath[]): boolean {
  return startsByChange(workflow) && places.some((path) => workflow.at([...path, 'continue-on-error']) === true);
}

const NOTHING: BesideJob = { hosts: [], ports: new Map() };

/** Steps, each with those of the action of the repository's own that it calls, and of those that these call, as they run in its job. */
export function withActions(snapshot: Snapshot, steps: readonly CiStep[]): CiStep[] {
  const found: CiStep[] = [];
  let left: number = MOST.actionSteps;
  const follow = (step: CiStep, above: readonly string[]): void => {
    found.push(step);
    const file = left > 0 ? actionOf(snapshot, step) : undefined;
    // An action that comes to call itself never ends.
    if (file === undefined || above.includes(file)) return;
    const inner = actionSteps(snapshot)(step).slice(0, left);
    left -= inner.length;
    for (const one of inner) follow(one, [...above, file]);
  };
  for (const step of steps) follow(step, []);
  return found;
}

function actionOf(snapshot: Snapshot, { uses }: CiStep): string | undefined {
  const folder = uses?.startsWith('./') ? joinPath('.', uses) : null;
  const names = ['action.yml', 'action.yaml'].map((name) => joinPath(folder ?? '.', name) ?? name);
  return folder === null ? undefined : names.find((name) => snapshot.text(name) !== null);
}

/** The steps of the action that a step calls, as they run in its job; the same ones however often they are asked for. */
const actionSteps = oncePerSnapshot((snapshot) =>
  oncePer((step: CiStep): readonly CiStep[] => {
    const file = actionOf(snapshot, step);
    return file === undefined ? [] : stepsOfAction(snapshot, step, file);
  }),
);

function stepsOfAction(snapshot: Snapshot, step: CiStep, file: string): CiStep[] {
  const { value: action } = readYamlManifest(snapshot, file);
  if (action.text(['runs', 'using']) !== 'composite') return [];
  const { setUps: _, ...shared } = step;
  const all: Shared = {
    ...shared,
    setUps: [],
    usualRuns: step.runs,
    directory: '.',
    beside: NOTHING,
    inputOf: inputsOf(action, ['inputs'], step.inputs),
  };
  const calledBy = step.calledBy ?? step.file;
  return action
    .items(['runs', 'steps'])
    .slice(0, MOST.jobs)
    .map((path) => ({ ...stepAt(action, path, all), calledBy }));
}

function defaultDirectory(workflow: Manifest, job: string): string {
  const path = ['defaults', 'run', 'working-directory'];
  return workflow.text(['jobs', job, ...path]) ?? workflow.text(path) ?? '.';
}

/** Inputs of the actions that set tools up, with the tool. */
const INPUTS: ReadonlyMap<string, string> = new Map([
  ['node-version', 'node'],
  ['bun-version', 'bun'],
  ['deno-version', 'deno'],
  ['python-version', 'python'],
  ['go-version', 'go'],
  ['java-version', 'java'],
  ['ruby-version', 'ruby'],
  ['php-version', 'php'],
  ['elixir-version', 'elixir'],
  ['otp-version', 'erlang'],
  ['dotnet-version', 'dotnet'],
  ['terraform_version', 'terraform'],
  ['terraform-version', 'terraform'],
  ['tofu_version', 'opentofu'],
  ['terraform-docs-version', 'terraform-docs'],
]);

/** What a step sets up in each run of its job, as far as that is written down. */
function setUps(workflow: Manifest, path: DocumentPath, { inputs, environment, runs }: CiStep): SetUp[] {
  return [...inputs].flatMap(([name, written]) => {
    const tool = INPUTS.get(name);
    if (tool === undefined) return [];
    const known = withEnv(written, environment);
    const values = new Set(runs.flatMap((run) => inRun(known, run)?.trim() ?? []));
    const line = workflow.lineOf([...path, name]);
    return [...values].flatMap((value) => {
      const plain = VERSION.exec(value)?.[1];
      return plain === undefined ? [] : [{ tool, value: plain, line }];
    });
  });
}

const VERSION = /^v?([\^~]?\d[\w.*]{0,30}|lts\/[\w*-]{1,20})$/;
