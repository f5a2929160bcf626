import type { DocumentPath } from '../domain/finding.ts';
import { workflowsOf } from './automation.ts';
import { isContained, type System, systemOf } from './ci-systems.ts';
import { isMapping, type Manifest } from './manifest.ts';
import { joinPath } from './paths.ts';
import type { Snapshot } from './snapshot.ts';
import { readYamlManifest } from './yaml.ts';

/** A step of one of the repository's own GitHub workflows. */
export interface CiStep {
  readonly file: string;
  /** The id of its job. */
  readonly job: string;
  /** Its `if`, as it is written; null where it has none. */
  readonly condition: string | null;
  /** Of `run` or `uses`. */
  readonly line: number;
  readonly system: System;
  /** Its job runs in a container: what is there is not on GitHub's runners. */
  readonly isContained: boolean;
  readonly run: string | null;
  /** An action without its version. */
  readonly uses: string | null;
  /** The action's inputs, as text. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Where it runs: `.` is the root; null where an expression says so, or it changes its folder. */
  readonly directory: string | null;
  /** What its job's matrix gives `matrix.…` in each run, as far as that is written down: one run without any where there is no matrix. */
  readonly runs: readonly ReadonlyMap<string, string>[];
}

/** The steps of those workflows that match. What agent-generate itself has written proves nothing. */
export function readCiSteps(snapshot: Snapshot, mentions: RegExp): CiStep[] {
  return workflowsOf(snapshot)
    .filter((file) => mentions.test(snapshot.text(file) ?? ''))
    .flatMap((file) => stepsOf(readYamlManifest(snapshot, file).value));
}

function stepsOf(workflow: Manifest): CiStep[] {
  return workflow.keys(['jobs']).flatMap((job) => {
    const steps = workflow.at(['jobs', job, 'steps']);
    const usual = defaultDirectory(workflow, job);
    const count = Array.isArray(steps) ? steps.length : 0;
    const runs = matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']));
    const system = systemOf(workflow, job, (text) => runs.map((run) => inRun(text, run) ?? ''));
    const place = { job, system, isContained: isContained(workflow, job) };
    return Array.from({ length: count }, (_, index) => ({
      ...stepAt(workflow, ['jobs', job, 'steps', index], usual),
      ...place,
      runs,
    }));
  });
}

/** More runs than GitHub itself would start are not followed. */
const MOST_RUNS = 256;

/** Every combination of the axes, and what `include` lists. Exclusions are passed over: what they leave out is built nowhere else. */
function matrixRuns(matrix: unknown): ReadonlyMap<string, string>[] {
  if (!isMapping(matrix)) return [new Map()];
  const axes = Object.entries(matrix).filter(
    ([name, values]) => name !== 'exclude' && name !== 'include' && Array.isArray(values),
  );
  let runs: ReadonlyMap<string, string>[] = axes.length > 0 ? [new Map()] : [];
  for (const [name, values] of axes) {
    const options = (values as unknown[]).map((value) => flat(name, value));
    runs = runs.flatMap((run) => options.map((option) => new Map([...run, ...option]))).slice(0, MOST_RUNS);
  }
  const listed = Array.isArray(matrix.include) ? matrix.include : [];
  const included = listed
    .filter(isMapping)
    .map((item) => new Map(Object.entries(item).flatMap(([key, value]) => flat(key, value))));
  return [...runs, ...included].slice(0, MOST_RUNS);
}

/** `project.name` of an object on an axis. */
function flat(name: string, value: unknown): [string, string][] {
  if (isMapping(value)) return Object.entries(value).flatMap(([key, inner]) => asText([`${name}.${key}`, inner]));
  return asText([name, value]);
}

/** A text with its `${{ matrix.… }}` put in; null where another expression is left. */
export function inRun(text: string, run: ReadonlyMap<string, string>): string | null {
  const whole = text.replace(
    /\$\{\{\s{0,8}matrix\.([\w.-]{1,100})\s{0,8}\}\}/g,
    (written, name: string) => run.get(name) ?? written,
  );
  return whole.includes('${{') ? null : whole;
}

function stepAt(
  workflow: Manifest,
  path: DocumentPath,
  usual: string,
): Omit<CiStep, 'job' | 'system' | 'isContained' | 'runs'> {
  const run = workflow.text([...path, 'run']);
  const uses = workflow.text([...path, 'uses']);
  const inputs = workflow.at([...path, 'with']);
  const directory = workflow.text([...path, 'working-directory']) ?? usual;
  return {
    file: workflow.file,
    condition: workflow.text([...path, 'if']),
    line: workflow.lineOf([...path, run === null ? 'uses' : 'run']),
    run,
    uses: uses?.replace(/@.*$/s, '') ?? null,
    inputs: new Map(isMapping(inputs) ? Object.entries(inputs).flatMap(asText) : []),
    directory: directory.includes('${{') || /^\s{0,20}cd\s/m.test(run ?? '') ? null : joinPath('.', directory),
  };
}

function asText([name, value]: [string, unknown]): [string, string][] {
  return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [];
}

function defaultDirectory(workflow: Manifest, job: string): string {
  const path = ['defaults', 'run', 'working-directory'];
  return workflow.text(['jobs', job, ...path]) ?? workflow.text(path) ?? '.';
}
