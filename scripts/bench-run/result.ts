import { z } from 'zod';

const Own = z.object({
  /** `same`: word for word what the generated job runs, so that a pass of it is a pass of them. */
  from: z.enum(['ci', 'task', 'plain', 'same']),
  /** `file:line` of the step in the repository's own CI, or the call of a task of its own; else empty. */
  where: z.string(),
  passed: z.boolean(),
  /** The end of what they printed, where they failed. */
  lines: z.array(z.string()),
});

const JobResult = z.object({
  name: z.string(),
  outcome: z.enum(['passed', 'failed', 'left out']),
  /** Whether the job's work is to build an image. */
  image: z.boolean(),
  /** Why it was left out, else empty. */
  why: z.string(),
  /** What ran it where that is not what was asked for: `rust 1.95.0 for 1.80`. */
  instead: z.array(z.string()),
  /** The end of what the job printed, where it failed. */
  lines: z.array(z.string()),
  own: Own.nullable(),
});

const RepositoryResult = z.object({
  name: z.string(),
  commit: z.string(),
  /** The last commit of ours that changed what generates; absent from rows that were kept before it was noted. */
  generator: z.string().optional(),
  /** The limit of each run of a job or of commands. */
  minutes: z.number(),
  jobs: z.array(JobResult),
  /** Why there are no jobs, where there should be some. */
  fault: z.string().optional(),
});

/** Why a job is left out whose time was up. */
export function whyLate(minutes: number): string {
  return `it was not done in ${minutes} minutes`;
}

/** What became of the repository's own commands for the same unit. */
export type Own = z.infer<typeof Own>;
export type JobResult = z.infer<typeof JobResult>;
export type RepositoryResult = z.infer<typeof RepositoryResult>;

/** What is kept between runs, so that one repository can be run again without the others. */
export const Results = z.array(RepositoryResult);

/** Whose fault a failed job is: ours only where the repository's own commands pass on the same machine. */
export type Verdict = 'passed' | 'ours' | 'theirs' | 'left out';

export function verdictOf({ outcome, own }: Pick<JobResult, 'outcome' | 'own'>): Verdict {
  if (outcome !== 'failed') return outcome;
  return own?.passed ? 'ours' : 'theirs';
}
