import type { DocumentPath } from '../../../domain/finding.ts';
import { asMapping, asText, isDynamic, isMapping, type Mapping, memoised } from '../../../workflow/facts/values.ts';
import type { CheckedJob } from './check.ts';

/** A text, and where it is written. */
export interface PlacedText {
  readonly text: string;
  readonly path: DocumentPath;
}

/** What a text can be: itself, or what the job's matrix has for `${{ matrix.a }}`. Null where not all of it is known. */
export function placedTexts(one: PlacedText, job: CheckedJob): readonly PlacedText[] | null {
  if (!isDynamic(one.text)) return [one];
  return memoised(OF_MATRICES, job.job, one.text, () => textsOfMatrix(one.text, job));
}

/** Made once for each text of a job: each of its steps may ask. */
const OF_MATRICES = new WeakMap<object, Map<string, readonly PlacedText[] | null>>();

function textsOfMatrix(text: string, { job, path }: CheckedJob): readonly PlacedText[] | null {
  const [name, ...rest] = /^\$\{\{\s*matrix\.([\w.-]+)\s*\}\}$/.exec(text)?.[1]?.split('.') ?? [];
  const { matrix } = asMapping(job.strategy);
  if (name === undefined || !isMapping(matrix)) return null;
  const texts = entriesOf(matrix, name, [...path, 'strategy', 'matrix']).map((entry) => below(entry, rest));
  return texts.every((text) => text !== null && !isDynamic(text.text)) ? texts.flatMap((text) => text ?? []) : null;
}

interface Placed {
  readonly value: unknown;
  readonly path: DocumentPath;
}

/** What is combined with others under a name, and what is included under it. */
function entriesOf({ include = [], ...rows }: Mapping, name: string, path: DocumentPath): Placed[] {
  const row = rows[name] ?? [];
  const combined = Array.isArray(row)
    ? row.map((value: unknown, index) => ({ value, path: [...path, name, index] }))
    : [{ value: row, path: [...path, name] }];
  const included = Array.isArray(include)
    ? include.map((value, index) => ({ value: asMapping(value)[name], path: [...path, 'include', index, name] }))
    : [{ value: include, path }];
  return [...combined, ...included.filter(({ value }) => value !== undefined)];
}

function below({ value, path }: Placed, names: readonly string[]): PlacedText | null {
  const found = names.reduce((at, name) => asMapping(at)[name], value);
  const text = asText(found);
  return text === null ? null : { text, path: [...path, ...names] };
}
