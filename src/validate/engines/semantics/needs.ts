import { asText, asTexts } from '../../../workflow/facts/values.ts';
import type { Check, CheckedJob } from './check.ts';
import { repeats } from './repeated.ts';

/** Needs of jobs that are not there. GitHub's schema says so itself, unless every job needs another: then it looks no further. */
export const unknownNeeds: Check = ({ jobs }) => {
  if (jobs.some((job) => needsOf(job).length === 0)) return [];
  const ids = new Set(jobs.map(({ id }) => id.toLowerCase()));
  return jobs.flatMap((job) =>
    needsOf(job)
      .filter(({ name }) => !ids.has(name.toLowerCase()))
      .map(({ name, path }) => ({ rule: 'missing-need', path, params: { job: job.id, name } })),
  );
};

/** A job that is named twice among the needs of another. */
export const repeatedNeeds: Check = ({ jobs }) =>
  jobs.flatMap((job) => {
    const needs = needsOf(job);
    return repeats(needs.map(({ name }) => name.toLowerCase())).flatMap((index) => {
      const { name = '', path = [] } = needs[index] ?? {};
      return [{ rule: 'repeated-need', path, params: { job: job.id, name } }];
    });
  });

function needsOf({ job, path }: CheckedJob) {
  const isOne = asText(job.needs) !== null;
  return asTexts(job.needs).map((name, index) => ({ name, path: [...path, 'needs', ...(isOne ? [] : [index])] }));
}
