import { asList, asMapping, asText } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';
import { type PatternKind, patternFault } from './pattern.ts';

const FILTERS: Readonly<Record<string, PatternKind>> = {
  branches: 'ref',
  'branches-ignore': 'ref',
  tags: 'ref',
  'tags-ignore': 'ref',
  paths: 'path',
  'paths-ignore': 'path',
  versions: 'ref',
};

/** Patterns that GitHub refuses, or that nothing can match. (workflow syntax, filter pattern cheat sheet) */
export const filterPatterns: Check = ({ workflow, jobs }) => {
  const ofEvents = Object.entries(asMapping(workflow.on)).flatMap(([event, value]) =>
    Object.entries(asMapping(value)).flatMap(([name, patterns]) => {
      const kind = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
      return kind === undefined ? [] : faultsOf(patterns, kind, ['on', event, name]);
    }),
  );
  const ofSnapshots = jobs.flatMap(({ job, path }) =>
    faultsOf(asMapping(job.snapshot).version, 'ref', [...path, 'snapshot', 'version']),
  );
  return [...ofEvents, ...ofSnapshots];
};

/** Of one pattern or a list of them. */
function faultsOf(value: unknown, kind: PatternKind, path: Fault['path']): Fault[] {
  const one = asText(value);
  if (one === null) return asList(value).flatMap((item, index) => faultsOf(asText(item), kind, [...path, index]));
  const fault = patternFault(one, kind);
  if (fault === null) return [];
  const rule = fault.isRefused ? 'refused-pattern' : 'unmatched-pattern';
  return [{ rule, path, params: { pattern: one, why: fault.why } }];
}
