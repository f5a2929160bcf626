import type { Matrix, System } from '../../../domain/matrix.ts';
import type { Job } from '../../../domain/pipeline.ts';
import { entry, list, map, plain, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import { citation } from './citation.ts';
import { matrixRow } from './rows.ts';
import { inert, literal, literals } from './text.ts';

type Variants = Extract<Matrix, { kind: 'variants' }>;
type Rows = Extract<Matrix, { kind: 'images' | 'units' }>;

/** One release each: `latest` would change under the repository's feet. */
export const RUNNERS: Readonly<Record<System, string>> = {
  linux: 'ubuntu-24.04',
  windows: 'windows-2025',
  macos: 'macos-15',
};

/** The name of a job, which tells the runs of a matrix apart. */
export function nameNode({ name, matrix }: Job): YamlNode {
  switch (matrix?.kind) {
    case 'variants':
      return scalar(`${inert(name)} (${variantWords(matrix).join(', ')})`);
    case 'images':
      return scalar(`\${{ matrix.service }}: ${matrix.isPushed ? 'push the image' : 'image'}`);
    case 'units':
      return scalar(`\${{ matrix.unit }}: ${inert(matrix.check)}`);
    case undefined:
      return literal(name);
  }
}

/** Where a job runs: on its own runner, or on each system of its matrix. */
export function runnerNode({ runner, matrix }: Job): YamlNode {
  if (matrix?.kind === 'variants' && matrix.systems.length > 0) return plain('${{ matrix.system }}');
  const [only = ''] = runner;
  return runner.length === 1 ? literal(only) : literals(runner);
}

/** Past so many rows a matrix would take every runner that an account has. */
const MANY = 25;

/** Half of what the smallest account may run at once. (docs.github.com, "Job concurrency limits") */
const AT_ONCE = 10;

/** Every run of a matrix ends by itself: one failure says nothing about the others. */
export function matrixEntry({ matrix }: Job): YamlEntry | null {
  if (matrix === null) return null;
  const isLong = matrix.kind !== 'variants' && lengthOf(matrix.from) > MANY;
  const axes = matrix.kind === 'variants' ? variantAxes(matrix) : [entry('include', rowsNode(matrix.from))];
  const atOnce = isLong ? [entry('max-parallel', plain(AT_ONCE))] : [];
  return entry('strategy', map([entry('fail-fast', plain(false)), ...atOnce, entry('matrix', map(axes))]));
}

function variantWords({ versions, systems }: Variants): string[] {
  return [
    ...(versions ? [`${versions.tool} \${{ matrix.version }}`] : []),
    ...(systems.length > 0 ? ['${{ matrix.system }}'] : []),
  ];
}

function variantAxes({ versions, systems }: Variants): YamlEntry[] {
  return [
    ...(versions ? [entry('version', literals(versions.values))] : []),
    ...(systems.length > 0 ? [entry('system', literals(systems.map((system) => RUNNERS[system])))] : []),
  ];
}

function lengthOf(from: Rows['from']): number {
  return 'output' in from ? from.most : from.length;
}

function rowsNode(from: Rows['from']): YamlNode {
  if ('output' in from) return plain(`\${{ fromJSON(needs.changes.outputs.${from.output}) }}`);
  return list(
    from.map((row) => {
      const reason = citation(row.because);
      const fields = Object.entries(matrixRow(row));
      return map(
        fields.map(([key, value], index) =>
          entry(key, literal(value), { above: index === 0 && reason !== null ? [reason] : [] }),
        ),
      );
    }),
  );
}
