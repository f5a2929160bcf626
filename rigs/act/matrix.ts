import { type Document, isMap, isScalar, isSeq, type Node, visit, type YAMLMap } from 'yaml';
import { isForeign, type Job } from './workflow.ts';

/** The key in `runs-on: ${{ matrix.key }}`, or undefined. */
export function runnerKey(job: Job): string | undefined {
  return /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(String(job['runs-on']))?.[1];
}

/** The labels, written out in the matrix, of runners that are not Linux. */
export function foreignRunners(job: Job): readonly string[] {
  const key = runnerKey(job);
  const { include, ...lists } = job.strategy?.matrix ?? {};
  if (key === undefined) return [];
  const added = Array.isArray(include) ? include.map((entry) => entry[key]) : [];
  return [...new Set([lists[key], added].flat())].filter(isForeign);
}

/**
 * Changes a job with a matrix so that act 0.2.87 does with it what GitHub does. Other jobs stay as they are.
 * - One combination after the other: they would share the ports and caches of one machine.
 * - act evaluates `runs-on` once for all combinations, so that a test for Windows would pass on Linux: those combinations are taken out.
 * - act runs the default shell with `pipefail` from the second combination on: the shell is written out.
 * - act looks at the matrix before `if`, and ends the whole run when `fromJSON(x)` gets nothing, or the unevaluated output of a job that was
 *   skipped: x then counts as empty, and the job as skipped.
 */
export function prepareMatrix(document: Document, id: string, job: Job): void {
  const strategy = document.getIn(['jobs', id, 'strategy']);
  if (!isMap(strategy)) return;
  strategy.set('max-parallel', 1);
  const key = runnerKey(job);
  const matrix = strategy.get('matrix', true) as Node | undefined;
  if (key !== undefined) document.setIn(['jobs', id, 'runs-on'], 'ubuntu-latest');
  if (key !== undefined && isMap(matrix)) takeOutForeign(matrix, key);
  if (!document.hasIn(['defaults', 'run', 'shell']) && !document.hasIn(['jobs', id, 'defaults', 'run', 'shell']))
    document.setIn(['jobs', id, 'defaults', 'run', 'shell'], 'bash -e {0}');
  guardMatrix(matrix);
}

function takeOutForeign(matrix: YAMLMap, key: string): void {
  const list = matrix.get(key);
  if (isSeq(list)) list.items = list.items.filter((item) => !(isScalar(item) && isForeign(item.value)));
  const include = matrix.get('include');
  if (isSeq(include)) include.items = include.items.filter((entry) => !(isMap(entry) && isForeign(entry.get(key))));
}

function guardMatrix(matrix: Node | undefined): void {
  if (isScalar(matrix)) matrix.value = guarded(matrix.value, '{}');
  else if (matrix !== undefined)
    visit(matrix, {
      Scalar: (_, node) => {
        node.value = guarded(node.value, '[]');
      },
    });
}

function guarded(value: unknown, empty: '[]' | '{}'): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(
    /fromJSON\(\s*([\w.-]+)\s*\)/gi,
    (_, x: string) => `fromJSON(startsWith(${x}, '$') && '${empty}' || ${x} || '${empty}')`,
  );
}
