import type { Job, SetupVersion } from '../../../domain/pipeline.ts';
import { slug } from '../../plan/names.ts';
import { RUNNERS } from '../github/matrix.ts';

/** One run of a job. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly runner: string | readonly string[];
  /** What the matrix sets; null where it sets none. */
  readonly version: SetupVersion | null;
}

/** Each version on each system, or the job itself. */
export function variantsOf({ id, name, runner, matrix }: Job): Variant[] {
  const own = runner.length === 1 ? (runner[0] ?? '') : runner;
  if (matrix?.kind !== 'variants') return [{ id, name, runner: own, version: null }];
  const { versions, systems } = matrix;
  return (versions?.values ?? [null]).flatMap((value) =>
    (systems.length > 0 ? systems : [null]).map((system): Variant => {
      const words = [value === null ? [] : `${versions?.tool} ${value}`, system ?? []].flat();
      return {
        id: [id, ...words.map((word) => slug(word))].join('-'),
        name: `${name} (${words.join(', ')})`,
        runner: system === null ? own : RUNNERS[system],
        version: value === null ? null : { kind: 'value', value, because: [] },
      };
    }),
  );
}
