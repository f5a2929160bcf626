import { pipelinesOf, workflowsOf } from '../ci/automation.ts';
import { inRun, type MatrixRun, matrixRuns } from '../ci/matrix.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { readYamlManifest } from '../formats/yaml.ts';
import { isTestOf } from '../harvest/settings.ts';
import { isTestTask, mayTest } from '../harvest/test-lines.ts';
import { linesOf } from '../lines.ts';
import { isWithin, joinPath, nearestFolder } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { type CiContainer, environmentOf, type Run, typed } from './ci-container.ts';
import { circleContainers } from './circle-containers.ts';
import { gitlabContainers } from './gitlab-containers.ts';

/** The same as a unit sees it. */
export interface BesideUnit extends Pick<CiContainer, 'image' | 'environment'> {
  /** What runs in the unit's folder. */
  readonly lines: readonly string[];
  /** Whether its tests may be among that. */
  readonly mayTest: boolean;
  /** Whether the container may be for the tests of another unit as well. */
  readonly isShared: boolean;
}

/** Globs of the files that readCiContainers reads. */
export const WORKFLOWS = '.github/workflows/*.{yml,yaml}';

/** The service containers of the repository's own pipelines. */
export function readCiContainers(snapshot: Snapshot): CiContainer[] {
  const telling = workflowsOf(snapshot).filter((file) =>
    /^[^\S\n]+services:[^\S\n]*$/m.test(snapshot.text(file) ?? ''),
  );
  return [
    ...telling.flatMap((file) => containersOf(readYamlManifest(snapshot, file).value)),
    ...pipelinesOf(snapshot)
      .filter((file) => /^\.(?:woodpecker|drone)\b/.test(file) && /^services:/m.test(snapshot.text(file) ?? ''))
      .flatMap((file) => besideSteps(readYamlManifest(snapshot, file).value)),
    ...gitlabContainers(snapshot),
    ...circleContainers(snapshot),
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
    return [{ image: wordAt(image, pipeline.file, pipeline.lineOf([...path, 'image'])), environment, runs: null }];
  });
}

/** What a container is to each of the units, in their order; null where it is nothing to one. */
export function besideUnits(
  { image, environment, runs }: CiContainer,
  units: readonly Pick<UnitDraft, 'directory' | 'ecosystem'>[],
): readonly (BesideUnit | null)[] {
  const directories = new Set(units.map(({ directory }) => directory));
  const [only] = directories;
  const owner = (path: string) => nearestFolder(directories, path) ?? (directories.size === 1 ? only : undefined);
  const owned = runs?.map(({ directory, lines }) => ({ directory: owner(directory), lines }));
  const seen = units.map(({ directory, ecosystem }) => {
    const here = owned?.filter((run) => run.directory === directory);
    const lines = here?.flatMap((run) => run.lines) ?? [];
    const isTested = lines.some((line) => isTestOf(ecosystem, line));
    // A task goes down into every folder: what it tests there shows by its driver.
    const fromAbove = owned?.some((run) => isAbove(run.directory, directory) && run.lines.some(isTestTask)) ?? false;
    const isHere = here === undefined ? directory === owner('.') : here.length > 0 || fromAbove;
    return { directory, lines, isTested, isHere, mayTest: isTested || here === undefined || lines.some(mayTest) };
  });
  return seen.map(({ directory, isHere, isTested, ...unit }, index) => {
    const others = seen.filter((_, other) => other !== index);
    const isShared = others.some((other) => other.isTested || (other.directory === directory && !isTested));
    return isHere ? { image, environment, isShared, ...unit } : null;
  });
}

function isAbove(folder: string | undefined, directory: string): boolean {
  return folder !== undefined && folder !== directory && isWithin(folder, directory);
}

function containersOf(workflow: Manifest): CiContainer[] {
  return workflow.keys(['jobs']).flatMap((job) => {
    const all = matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']));
    const [run = new Map()] = all;
    const runs = runsOf(workflow, job).map(({ directory, lines }) => ({ directory, lines: inRuns(lines, all) }));
    return workflow.keys(['jobs', job, 'services']).flatMap((name) => {
      const path = ['jobs', job, 'services', name];
      const written = workflow.text([...path, 'image']) ?? workflow.text(path);
      if (written === null) return [];
      const image = inRun(written, run) ?? written;
      const line = workflow.lineOf(workflow.text(path) === null ? [...path, 'image'] : path);
      const environment = environmentOf(workflow, [...path, 'env']);
      return [{ image: wordAt(image, workflow.file, line), environment, runs }];
    });
  });
}

/** What a job's steps run, by lines, each where `working-directory`, or what `cd` begins a script with, says. */
function runsOf(workflow: Manifest, job: string): Run[] {
  const steps = workflow.at(['jobs', job, 'steps']);
  const path = ['defaults', 'run', 'working-directory'];
  const usual = workflow.text(['jobs', job, ...path]) ?? workflow.text(path) ?? '.';
  return (Array.isArray(steps) ? steps : []).flatMap((step: unknown): Run[] => {
    if (!isMapping(step)) return [];
    const { run, uses, 'working-directory': named } = step;
    if (typeof uses === 'string') return uses.startsWith('./') ? [{ directory: '.', lines: [uses] }] : [];
    if (typeof run !== 'string') return [];
    const [, folder = '.', script = run] = MOVED.exec(run.slice(0, LONGEST)) ?? [];
    const directory = joinPath(joinPath('.', typeof named === 'string' ? named : usual) ?? '.', folder);
    return directory === null ? [] : [{ directory, lines: typed(linesOf(script)) }];
  });
}

/** Lines as each run of the matrix has them; what only a run knows stays as it is written. */
function inRuns(lines: readonly string[], runs: readonly MatrixRun[]): string[] {
  return lines.flatMap((line) =>
    line.includes('${{') ? [...new Set(runs.map((run) => inRun(line, run) ?? line))] : [line],
  );
}

const MOVED = /^\s{0,20}cd\s{1,8}([\w./-]{1,200})(?:[^\S\n]{0,8}(?:&&|;|\n))?([\s\S]*)$/;

/** No person's step is longer. */
const LONGEST = 20_000;
