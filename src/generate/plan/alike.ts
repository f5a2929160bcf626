import { groupedBy } from '../../domain/grouped.ts';
import { UNIT_DIRECTORY, type UnitRow } from '../../domain/matrix.ts';
import type { Job, Step } from '../../domain/pipeline.ts';
import type { Unit } from '../../domain/profile.ts';
import type { Area, MatrixArea } from './changes.ts';
import { withoutReasons } from './frame.ts';
import { inMatrices } from './matrix-rows.ts';

/** The jobs of one unit. */
export interface UnitArea extends Area {
  readonly unit: Unit;
}

/** So many jobs that differ by their folder alone become one with a matrix: fewer read better one by one. */
const LEAST = 4;

/** What many units need alike, as one job with a matrix over them; the jobs of the others stay as they are. */
export function foldAlike(areas: readonly UnitArea[]): { areas: Area[]; matrices: MatrixArea[] } {
  const groups = groupsOf(areas).filter((members) => members.length >= LEAST);
  const folded = new Set(groups.flat().map(({ job }) => job));
  return {
    areas: areas.map((area) => ({ ...area, jobs: area.jobs.filter((job) => !folded.has(job)) })),
    matrices: groups.flatMap(inMatrices).flatMap(matrixArea),
  };
}

interface Member {
  readonly area: UnitArea;
  readonly job: Job;
  /** What the job does, without the unit's name. */
  readonly check: string;
  /** The job as it is for any unit that is alike. */
  readonly common: Job;
}

function groupsOf(areas: readonly UnitArea[]): (readonly Member[])[] {
  const members = areas.flatMap((area) =>
    area.jobs.filter(isPlain).map((job): Member => {
      const check = job.id.slice(area.name.length + 1);
      return { area, job, check, common: { ...inAnyFolder(job, area.unit.directory), id: '', name: '', because: [] } };
    }),
  );
  return [...groupedBy(members, ({ check, common }) => JSON.stringify([check, common])).values()];
}

/** A job that has a matrix or containers already keeps them for itself; somebody else's sign would be read as ours. */
function isPlain(job: Job): boolean {
  return job.matrix === null && job.containers.length === 0 && !JSON.stringify(job).includes(UNIT_DIRECTORY);
}

function inAnyFolder(job: Job, directory: string): Job {
  const path = (written: string) => anyFolder(directory, written);
  return { ...job, steps: job.steps.map((step) => stepInAnyFolder(step, path)) };
}

/** Everything below the root is below the root for every unit: only a folder of one's own is told by the row. */
function anyFolder(directory: string, path: string): string {
  if (directory === '.') return path;
  if (path === directory) return UNIT_DIRECTORY;
  return path.startsWith(`${directory}/`) ? `${UNIT_DIRECTORY}${path.slice(directory.length)}` : path;
}

/** Lines of one unit's files say nothing about the others: each row has its own. */
function stepInAnyFolder(step: Step, path: (written: string) => string): Step {
  switch (step.kind) {
    case 'setup': {
      const { version, runtime, cache, inputs } = step;
      return {
        ...step,
        directory: path(step.directory),
        version: version?.kind === 'file' ? { ...version, file: path(version.file), because: [] } : unreasoned(version),
        ...(runtime ? { runtime: unreasoned(runtime) ?? runtime } : {}),
        cache: cache && { ...cache, files: cache.files.map(path) },
        ...(inputs ? { inputs: inputs.map((input) => ({ ...input, because: [] })) } : {}),
      };
    }
    case 'golangci-lint':
      return { ...step, directory: path(step.directory), version: unreasoned(step.version), because: [] };
    case 'keep-reports':
      return { ...step, directory: path(step.directory) };
    case 'run':
    case 'cargo-deny':
      return { ...step, directory: path(step.directory), because: [] };
    case 'cache':
      return {
        ...step,
        directory: path(step.directory),
        cache: { ...step.cache, files: step.cache.files.map(path) },
      };
    case 'checkout':
      return withoutReasons(step);
    case 'install-tool':
    case 'changes':
    case 'build-image':
    case 'build-module':
    case 'make-image':
    case 'secret-scan':
    case 'push-image':
    case 'hand-over':
    case 'publish':
    case 'gate':
      return step;
  }
}

function unreasoned<T extends object>(version: T | null): T | null {
  return version && 'because' in version ? { ...version, because: [] } : version;
}

function matrixArea(members: readonly Member[]): MatrixArea[] {
  const rows = members.map(({ area, job }) => ({ row: rowOf(area, job), globs: area.globs }));
  const [first] = members;
  if (!first) return [];
  const { check, common } = first;
  const { ecosystem } = first.area.unit;
  const job: Job = {
    ...common,
    id: `${ecosystem}-${check}`,
    name: `${ecosystem}: ${check} (${members.length} units)`,
    matrix: { kind: 'units', check, from: rows.map(({ row }) => row) },
    because: first.job.because,
  };
  return [{ job, name: ecosystem, rows }];
}

function rowOf({ name, unit }: UnitArea, job: Job): UnitRow {
  return { unit: name, directory: unit.directory, because: job.because };
}
