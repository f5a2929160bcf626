import { asMapping, asTexts, isDynamic, isMapping } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';

/** A schedule without a time, which starts nothing. One that is null is refused by GitHub's schema. */
export const emptySchedules: Check = ({ workflow: { on } }) => {
  if (isMapping(on)) {
    const isEmpty = Array.isArray(on.schedule) && on.schedule.length === 0;
    return isEmpty ? [{ rule: 'empty-schedule', path: ['on', 'schedule'], isOfKey: true }] : [];
  }
  const at = asTexts(on).indexOf('schedule');
  return at < 0 ? [] : [{ rule: 'empty-schedule', path: Array.isArray(on) ? ['on', at] : ['on'] }];
};

/** A matrix without values, of which GitHub makes no job. ("Matrix must define at least one vector", "does not contain any values") */
export const emptyMatrices: Check = ({ jobs }) =>
  jobs.flatMap(({ job, path: ofJob }): Fault[] => {
    const { matrix } = asMapping(job.strategy);
    if (!isMapping(matrix)) return [];
    const path = [...ofJob, 'strategy', 'matrix'];
    const { exclude: _, ...rows } = matrix;
    const names = Object.keys(rows).filter((name) => !isDynamic(name));
    const empty = names.filter((name) => isEmptyList(rows[name]));
    if (names.length === empty.length && Object.keys(rows).length === names.length) {
      return [{ rule: 'empty-matrix', path, isOfKey: true, params: { what: 'The matrix' } }];
    }
    return empty
      .filter((name) => name !== 'include')
      .map((name) => ({
        rule: 'empty-matrix',
        path: [...path, name],
        isOfKey: true,
        params: { what: `The matrix's ${name}` },
      }));
  });

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
