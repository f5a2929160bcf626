import type { DocumentPath } from '../../domain/finding.ts';
import { pipelinesOf, workflowsOf } from '../ci/automation.ts';
import { inRun, matrixRuns } from '../ci/matrix.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { linesOf } from '../lines.ts';
import { joinPath, nearestFolder } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Word, wordAt } from '../word.ts';

/** A container that a workflow of the repository puts beside a job. */
export interface CiContainer {
  readonly image: Word;
  readonly environment: ReadonlyMap<string, Word>;
  /** Where the job's commands run; none where it says nothing. */
  readonly directories: readonly string[];
  /** What the job's steps run, line by line. */
  readonly lines: readonly string[];
}

/** Globs of the files that readCiContainers reads. */
export const WORKFLOWS = '.github/workflows/*.{yml,yaml}';

/** The service containers of the repository's own pipelines. */
export function readCiContainers(snapshot: Snapshot): CiContainer[] {
  const telling = workflowsOf(snapshot).filter((file) => /^\s+services:\s*$/m.test(snapshot.text(file) ?? ''));
  return [
    ...telling.flatMap((file) => containersOf(readYamlManifest(snapshot, file).value)),
    ...pipelinesOf(snapshot)
      .filter((file) => /^\.(?:woodpecker|drone)\b/.test(file) && /^services:/m.test(snapshot.text(file) ?? ''))
      .flatMap((file) => besideSteps(readYamlManifest(snapshot, file).value)),
  ];
}

/** The services of Woodpecker and Drone, by name or in a list: they stand beside every step. */
function besideSteps(pipeline: Manifest): CiContainer[] {
  const listed = pipeline.at(['services']);
  const keys = Array.isArray(listed) ? listed.map((_, index) => index) : pipeline.keys(['services']);
  return keys.flatMap((key) => {
    const path = ['services', key];
    const image = pipeline.text([...path, 'image']);
    if (image === null) return [];
    const environment = environmentOf(pipeline, [...path, 'environment']);
    return [
      {
        image: wordAt(image, pipeline.file, pipeline.lineOf([...path, 'image'])),
        environment,
        directories: [],
        lines: [],
      },
    ];
  });
}

/** The containers of those jobs that run this unit's commands: `directories` are those of all units. */
export function containersOfUnit(
  containers: readonly CiContainer[],
  directory: string,
  directories: ReadonlySet<string>,
): CiContainer[] {
  const lone = directories.size === 1 || directory === '.';
  return containers.filter((container) =>
    container.directories.length === 0
      ? lone
      : container.directories.some((path) => nearestFolder(directories, path) === directory),
  );
}

function containersOf(workflow: Manifest): CiContainer[] {
  return workflow.keys(['jobs']).flatMap((job) => {
    const directories = directoriesOf(workflow, job);
    const lines = linesRun(workflow, job);
    const [run = new Map()] = matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']));
    return workflow.keys(['jobs', job, 'services']).flatMap((name) => {
      const path = ['jobs', job, 'services', name];
      const written = workflow.text([...path, 'image']) ?? workflow.text(path);
      if (written === null) return [];
      const image = inRun(written, run) ?? written;
      const line = workflow.lineOf(workflow.text(path) === null ? [...path, 'image'] : path);
      return [
        {
          image: wordAt(image, workflow.file, line),
          environment: environmentOf(workflow, [...path, 'env']),
          directories,
          lines,
        },
      ];
    });
  });
}

function environmentOf(workflow: Manifest, path: DocumentPath): ReadonlyMap<string, Word> {
  return new Map(
    workflow.keys(path).flatMap((name): [string, Word][] => {
      const value = workflow.at([...path, name]);
      const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return isPlain ? [[name, wordAt(String(value), workflow.file, workflow.lineOf([...path, name]))]] : [];
    }),
  );
}

/** `working-directory` of the workflow, the job and its steps, and what `cd` begins a command with. */
function directoriesOf(workflow: Manifest, job: string): string[] {
  const steps = workflow.at(['jobs', job, 'steps']);
  const fromSteps = (Array.isArray(steps) ? steps : []).flatMap((step: unknown) => {
    if (!isMapping(step)) return [];
    const start = typeof step.run === 'string' ? /^\s{0,20}cd\s+([\w./-]{1,200})/.exec(step.run)?.[1] : undefined;
    return [step['working-directory'], start];
  });
  const named = [
    workflow.at(['defaults', 'run', 'working-directory']),
    workflow.at(['jobs', job, 'defaults', 'run', 'working-directory']),
    ...fromSteps,
  ];
  const paths = named.flatMap((path) => (typeof path === 'string' ? (joinPath('.', path) ?? []) : []));
  return [...new Set(paths)];
}

function linesRun(workflow: Manifest, job: string): string[] {
  const steps = workflow.at(['jobs', job, 'steps']);
  const runs = (Array.isArray(steps) ? steps : []).flatMap((step: unknown) =>
    isMapping(step) && typeof step.run === 'string' ? [step.run] : [],
  );
  return runs.flatMap((run) => linesOf(run.slice(0, LONGEST)).map(({ text }) => text.trim().slice(0, 500)));
}

/** No person's step is longer. */
const LONGEST = 20_000;
