import { asList, asMapping, isMapping, type Mapping, oncePer } from '../../../../workflow/facts/values.ts';
import type { Lookup } from './place.ts';

/** `matrix.<key>`: a key of the job's matrix, or of a row that `include` adds. Of a matrix that the run makes nothing is known. */
export const matrixFault: Lookup = ([, key = ''], { job }) => {
  const strategy = job?.job.strategy;
  if (strategy !== undefined && !isMapping(strategy)) return null;
  const matrix = strategy?.matrix ?? {};
  const keys = isMapping(matrix) ? keysOf(matrix) : null;
  return keys === null || keys.has(key) ? null : { rule: 'unknown-matrix-key', params: { key } };
};

const keysOf = oncePer(({ include, exclude: _, ...axes }: Mapping): ReadonlySet<string> | null => {
  const rows = asList(include);
  if ((include !== undefined && !Array.isArray(include)) || !rows.every(isMapping)) return null;
  const all = [...Object.keys(axes), ...rows.flatMap((row) => Object.keys(asMapping(row)))];
  return new Set(all.map((name) => name.toLowerCase()));
});
