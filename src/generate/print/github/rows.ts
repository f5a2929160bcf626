import type { ImageBuild, UnitRow } from '../../../domain/matrix.ts';
import type { Job } from '../../../domain/pipeline.ts';
import { entry, plain, type YamlNode } from '../yaml.ts';
import { asPath } from './text.ts';

type RowKind = 'images' | 'units';

/** Of a row that is for something, this is never empty. */
const ALWAYS_SET: Readonly<Record<RowKind, string>> = { images: 'context', units: 'directory' };

/** The row of a matrix that no change concerns: GitHub takes no empty matrix, and shows one that is skipped whole under a name nobody can require. */
export function nothingRow(kind: RowKind): string {
  return kind === 'images' ? '{"service":"nothing"}' : '{"unit":"nothing"}';
}

/** What holds where a list that the job `changes` made has a row that is for something. */
export function hasRows(output: string, kind: RowKind): string {
  return `needs.changes.outputs.${output} != '[${nothingRow(kind)}]'`;
}

/** Which kind of row it is. */
export function kindOf(row: ImageBuild | UnitRow): RowKind {
  return 'unit' in row ? 'units' : 'images';
}

/** The steps of a job, which do nothing for the row that stands for none. */
export function inRows({ matrix }: Job, steps: readonly YamlNode[]): YamlNode[] {
  if (matrix === null || matrix.kind === 'variants' || !('output' in matrix.from)) return [...steps];
  const condition = entry('if', plain(`matrix.${ALWAYS_SET[matrix.kind]} != ''`));
  return steps.map((step) => {
    // What has a condition of its own stands after something that was not done.
    if (step.kind !== 'map' || step.entries.some(({ key }) => key === 'if')) return step;
    const [name, ...others] = step.entries;
    return { ...step, entries: [...(name ? [name] : []), condition, ...others] };
  });
}

/** What a row of a matrix tells its job: text only, build arguments as docker wants them. */
export function matrixRow(row: ImageBuild | UnitRow): Readonly<Record<string, string>> {
  if ('unit' in row) return { unit: row.unit, directory: asPath(row.directory) };
  const { service, context, dockerfile, target, buildArgs, module } = row;
  const args = Object.entries(buildArgs).map(buildArg);
  return {
    service,
    context: asPath(context),
    dockerfile: asPath(dockerfile),
    ...(module === undefined ? {} : { module }),
    ...(target === '' ? {} : { target }),
    ...(args.length > 0 ? { args: args.join('\n') } : {}),
  };
}

/** One line an argument, as the action reads them: a value of several lines stands in quotes. (docker/build-push-action, "build-args") */
function buildArg([name, value]: readonly [string, string]): string {
  const line = `${name}=${value}`;
  return /[\n\r]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
