import { indentOf } from './lines.ts';

/** How far the names of jobs are indented in what we print. */
export const JOBS_INDENT = 2;

const JOB = /^ {2}([A-Za-z_][\w-]*):/;

/** The job that a line names. */
export function jobNamed(line: string): string | null {
  return JOB.exec(line)?.[1] ?? null;
}

/** The job that each line belongs to, or null. Blank lines and comments between two jobs belong to the one that follows. */
export function jobsOf(lines: readonly string[]): readonly (string | null)[] {
  const jobs: (string | null)[] = [];
  for (const line of lines) jobs.push(jobNamed(line) ?? (/^[^\s#]/.test(line) ? null : (jobs.at(-1) ?? null)));
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    if (isBetween(lines[index] ?? '')) jobs[index] = jobs[index + 1] ?? null;
  }
  return jobs;
}

function isBetween(line: string): boolean {
  const indent = indentOf(line);
  return indent === null || (indent <= JOBS_INDENT && line[indent] === '#');
}

/** The job that what stands at a place between two lines would belong to. */
export function jobAt(lines: readonly string[], place: number): string | null {
  const before = lines.slice(0, place);
  const last = before.findLastIndex((line) => jobNamed(line) !== null || /^[^\s#]/.test(line));
  return last < 0 ? null : jobNamed(before[last] ?? '');
}

/** From the name of a job to behind its last line; null where there is none. */
export function spanOf(lines: readonly string[], job: string): { readonly from: number; readonly to: number } | null {
  const from = lines.findIndex((line) => jobNamed(line) === job);
  if (from < 0) return null;
  const next = lines.findIndex((line, index) => index > from && (indentOf(line) ?? JOBS_INDENT + 1) <= JOBS_INDENT);
  const end = next < 0 ? lines.length : next;
  const filled = lines.slice(from, end).findLastIndex((line) => line.trim() !== '');
  return { from, to: from + filled + 1 };
}
