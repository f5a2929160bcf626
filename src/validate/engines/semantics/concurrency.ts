import { asMapping, asText, type Mapping } from '../../../workflow/facts/values.ts';
import type { Check } from './check.ts';

/**
 * A job in the group of its own workflow: it waits for the workflow, which waits for it, and GitHub cancels both. The same text is the same
 * group: what an expression can name in both places does not change between them. (GitHub: "a deadlock for concurrency group was detected")
 */
export const sharedGroups: Check = ({ workflow, jobs }) => {
  const group = groupOf(workflow);
  if (group === '') return [];
  return jobs
    .filter(({ job }) => groupOf(job) === group)
    .map(({ id, job, path }) => {
      const isGroup = asText(job.concurrency) !== null;
      return {
        rule: 'shared-group',
        path: [...path, 'concurrency', ...(isGroup ? [] : ['group'])],
        params: { job: id, group },
      };
    });
};

function groupOf({ concurrency }: Mapping): string {
  return (asText(concurrency) ?? asText(asMapping(concurrency).group) ?? '').trim();
}
