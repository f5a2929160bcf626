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

const PULL_REQUESTS = ['pull_request', 'pull_request_target'];

/** Filters for tags on a pull request, which has none. (workflow syntax, `on.<pull_request|pull_request_target>`) */
export const unusedFilters: Check = ({ workflow }) =>
  PULL_REQUESTS.flatMap((event) => {
    const filters = asMapping(asMapping(workflow.on)[event]);
    return ['tags', 'tags-ignore']
      .filter((name) => name in filters)
      .map((filter) => ({
        rule: 'unused-filter' as const,
        path: ['on', event, filter],
        isOfKey: true,
        params: { event, filter },
      }));
  });
