import type { Command } from '../../../domain/profile.ts';
import { BRINGS } from '../../ci/brings.ts';
import type { CiStep } from '../../ci/steps.ts';
import { joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';

const CLUSTER_ACTION = /(?:^|[/-])(?:kind|k3d|k3s|minikube)(?:-action|$)/i;
const CLUSTER_COMMAND = /\b(?:kind\s{1,4}create\s{1,4}cluster|k3d\s{1,4}cluster\s{1,4}create|minikube\s{1,4}start)\b/;

/** Whether a step of a workflow makes a cluster for its own job. */
export function makesCluster({ uses, run }: CiStep): boolean {
  return CLUSTER_ACTION.test(uses ?? '') || CLUSTER_COMMAND.test(run ?? '');
}

/** What makes one that is like it on a runner of GitHub, which has kind; and the file that says what it is like. (actions/runner-images, "Ubuntu2404-Readme") */
export function clusterOf(snapshot: Snapshot, step: CiStep): { readonly cluster: Command; readonly files: string[] } {
  const isKind = step.uses === 'helm/kind-action';
  const config = isKind ? joinPath('.', step.inputs.get('config') ?? '.') : null;
  const files = config !== null && snapshot.has(config) ? [config] : [];
  // What the action calls it unless it is told otherwise: scripts may ask for it by that name. (helm/kind-action, "action.yml")
  const name = isKind ? (step.inputs.get('cluster_name') ?? 'chart-testing') : 'kind';
  const run = [
    'kind create cluster',
    ...(name === 'kind' || !/^[a-z0-9.-]{1,60}$/.test(name) ? [] : [`--name ${name}`]),
    ...files.map((file) => `--config ${shellWord(file)}`),
    '--wait 120s',
  ].join(' ');
  return { cluster: { run, directory: '.', because: [snapshot.evidence(step.file, step.line)] }, files };
}

export interface Preparing {
  /** The steps between the making of the cluster and the test. */
  readonly between: readonly CiStep[];
  /** What the test is called with. */
  readonly words: string;
  readonly directory: string;
}

/**
 * What those of the steps do that concern a chart, as commands of any job. Null where one of them calls an action, needs what only that run
 * knows, loads something from elsewhere by itself, or tells the test what to do.
 */
export function preparationsFor(snapshot: Snapshot, { between, words, directory }: Preparing): Command[] | null {
  const own = between.filter((step) => concerns(step, directory) && !isApart(step));
  const isAsked = own.some(({ id }) => id !== null && words.includes(`steps.${id}.`));
  const commands = own.map((step) => asCommand(snapshot, step));
  const carried = commands.flatMap((command) => command ?? []);
  return isAsked || carried.length < commands.length ? null : carried;
}

/** A step that brings a tool, or only asks which charts have changed, leaves the cluster as it is. */
function isApart({ uses, run }: CiStep): boolean {
  if (run === null) return BRINGS.test(uses ?? '');
  return /\bct\s{1,4}list-changed\b/.test(run) && !/\b(?:kubectl|helm|docker|kind)\s/.test(run);
}

/** A step that asks `contains(…, 'name')` concerns the charts of those names; every other one concerns all. */
function concerns({ condition }: CiStep, directory: string): boolean {
  const names = [
    ...(condition ?? '').matchAll(/\bcontains\(\s{0,8}[\w.-]{1,200}\s{0,8},\s{0,8}'([^']{1,200})'\s{0,8}\)/g),
  ];
  return names.length === 0 || names.some(([, name = '']) => directory.includes(name));
}

/** Longer ones are programs. */
const LONGEST = 2_000;

const NOT_CARRIED = /\$\{\{|\bGITHUB_(?:ENV|OUTPUT|PATH|TOKEN|STATE)\b|\b(?:curl|wget|eval|sudo|exit)\b/;

function asCommand(snapshot: Snapshot, { run, directory, file, line }: CiStep): Command | null {
  if (run === null || directory === null || run.length > LONGEST || NOT_CARRIED.test(run)) return null;
  const lines = run.split('\n').filter((text) => text.trim() !== '' && !text.trimStart().startsWith('#'));
  return { run: lines.join('\n'), directory, because: [snapshot.evidence(file, line)] };
}
