import { asMapping } from '../../../workflow/facts/values.ts';
import type { Check } from './check.ts';

const FILTERS = ['branches', 'tags', 'paths'] as const;

/** A filter and its opposite on one event, which GitHub refuses. (workflow syntax, `on.<event>.<branches|tags|paths>`) */
export const exclusiveFilters: Check = ({ workflow }) =>
  Object.entries(asMapping(workflow.on)).flatMap(([event, value]) => {
    const filters = asMapping(value);
    return FILTERS.filter((name) => name in filters && `${name}-ignore` in filters).map((filter) => ({
      rule: 'exclusive-filters' as const,
      path: ['on', event, `${filter}-ignore`],
      isOfKey: true,
      params: { event, filter },
    }));
  });
