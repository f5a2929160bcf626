import { oncePer } from '../../../../domain/once.ts';
import { asList, asMapping, byName, entryOf, isMapping, type Mapping } from '../../../../workflow/facts/values.ts';
import type { Lookup } from './place.ts';

/** `matrix.<key>`: a key of the job's matrix, or of a row that `include` adds. Of a matrix that the run makes nothing is known. */
export const matrixFault: Lookup = ([, key = '', part = '*'], { job }) => {
  const strategy = job?.job.strategy;
  if (strategy !== undefined && !isMapping(strategy)) return null;
  const matrix = strategy?.matrix ?? {};
  const keys = isMapping(matrix) ? keysOf(matrix) : null;
  if (keys === null) return null;
  if (!keys.has(key)) return { rule: 'unknown-matrix-key', params: { key } };
  return part === '*' || !isMapping(matrix) || hasPart(matrix, key, part)
    ? null
    : { rule: 'unknown-matrix-key', params: { key: `${key}.${part}` } };
};

/** Whether a mapping among the values of a key has this entry; so it may be where not all of them are mappings that are written out. */
function hasPart(matrix: Mapping, key: string, part: string): boolean {
  const values = valuesOf(matrix).get(key) ?? [];
  return values.some((value) => !isMapping(value) || entryOf(value, part) !== undefined || '<<' in value);
}

const valuesOf = oncePer((matrix: Mapping): ReadonlyMap<string, unknown[]> => {
  const { include, exclude: _, ...axes } = matrix;
  const rows = asList(include).flatMap((row) => Object.entries(asMapping(row)));
  const listed = Object.entries(axes).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value): [string, unknown] => [name, value]),
  );
  return byName([...listed, ...rows].map(([name, value]) => [name.toLowerCase(), value]));
});

const keysOf = oncePer(({ include, exclude: _, ...axes }: Mapping): ReadonlySet<string> | null => {
  const rows = asList(include);
  if ((include !== undefined && !Array.isArray(include)) || !rows.every(isMapping)) return null;
  const all = [...Object.keys(axes), ...rows.flatMap((row) => Object.keys(asMapping(row)))];
  return new Set(all.map((name) => name.toLowerCase()));
});
