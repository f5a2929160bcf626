import type { DocumentPath } from '../../../domain/finding.ts';
import { oncePer } from '../../../domain/once.ts';
import {
  asList,
  asMapping,
  asText,
  entryOf,
  isDynamic,
  isMapping,
  type Mapping,
} from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';
import { repeats } from './repeated.ts';

/** Values of a matrix that stand there twice: each combination with them is run twice. What is decided later may differ. */
export const repeatedMatrixValues: Check = ({ jobs }) =>
  jobs.flatMap(({ job, path }) =>
    rowsOf(asMapping(job.strategy).matrix).flatMap(([name, values]) => {
      const texts = asList(values).map(writtenOut);
      return repeats(texts).map((index) => ({
        rule: 'repeated-matrix-value' as const,
        path: [...path, 'strategy', 'matrix', name, index],
        params: { name, value: shortened(texts[index] ?? '') },
      }));
    }),
  );

/** Jobs that GitHub makes of one matrix. Longer lists are not compared: each with each takes long. */
const MOST_VALUES = 256;

/** What a matrix excludes and does not have. What it includes is put in afterwards, and is not excluded. (actions/runner, 2111) */
export const unmatchedExcludes: Check = ({ jobs }) =>
  jobs.flatMap(({ job, path }) => {
    const { matrix } = asMapping(job.strategy);
    const rows = Object.fromEntries(rowsOf(matrix));
    const at = [...path, 'strategy', 'matrix', 'exclude'];
    const excludes = asList(asMapping(matrix).exclude).slice(0, MOST_VALUES);
    return excludes.flatMap((excluded, index) =>
      Object.entries(asMapping(excluded)).flatMap(([name, value]) =>
        excludeFault(rows, name, value, [...at, index, name]),
      ),
    );
  });

function excludeFault(rows: Mapping, name: string, value: unknown, path: DocumentPath): Fault[] {
  if (isDynamic(name)) return [];
  const row = entryOf(rows, name);
  if (row === undefined) return [{ rule: 'unknown-exclude', path, isOfKey: true, params: { name } }];
  if (!Array.isArray(row) || row.length > MOST_VALUES || isLong(row) || row.some((one) => isPart(value, one)))
    return [];
  return [{ rule: 'unmatched-exclude', path, params: { name, value: shortened(writtenOut(value) ?? '') } }];
}

/** The names of a matrix, each with its values. */
function rowsOf(matrix: unknown): [name: string, values: unknown][] {
  return Object.entries(asMapping(matrix)).filter(([name]) => name !== 'include' && name !== 'exclude');
}

/** Characters of all values of a row, beyond which they are not compared. */
const LONGEST_ROW = 20_000;

/** Of what holds itself by an alias nobody knows how long it is. */
const isLong = oncePer((row: readonly unknown[]): boolean => (written(row)?.length ?? LONGEST_ROW) >= LONGEST_ROW);

/** A value as one text; null where a part of it is decided only when the workflow runs. */
function writtenOut(value: unknown): string | null {
  const text = asText(value) ?? written(value);
  return text === null || isDynamic(text) ? null : text;
}

/** Null of what holds itself. */
function written(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return null;
  }
}

/** Enough of it to tell which one is meant. */
function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Whether what is excluded is the value or, of a mapping, a part of it. What is decided later may be. */
function isPart(excluded: unknown, value: unknown): boolean {
  const [one, other] = [asText(excluded), asText(value)];
  if ((one !== null && isDynamic(one)) || (other !== null && isDynamic(other))) return true;
  if (Array.isArray(excluded) && Array.isArray(value)) {
    return excluded.length === value.length && excluded.every((item, index) => isPart(item, value[index]));
  }
  if (isMapping(excluded) && isMapping(value)) {
    return Object.entries(excluded).every(([name, item]) => isPart(item, entryOf(value, name)));
  }
  return one === null ? (excluded ?? null) === (value ?? null) : one.toLowerCase() === other?.toLowerCase();
}
