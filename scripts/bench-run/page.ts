import { table, yes } from '../bench/table.ts';
import { REPOSITORIES } from './repositories.ts';
import { type JobResult, type RepositoryResult, verdictOf, whyLate } from './result.ts';

/** What is aimed at, in percent. */
const TARGETS = { pass: 95, run: 60 };

/** The part of docs/benchmarks.md that tells what became of generated jobs that were run. */
export function renderRuns(results: readonly RepositoryResult[]): string {
  const [target, others] = [results.filter(isTarget), results.filter((result) => !isTarget(result))];
  return [
    HEAD,
    totals(target, others),
    notes(target, others),
    summary(target, others),
    ...late(results),
    ...notRun(results),
    ...notRunAgain(results),
    ...failures(results),
    leftOut(results),
    instead(results),
  ].join('\n\n');
}

const HEAD = `<!-- Made by \`make bench-run\` (scripts/bench-run/run.ts) from docs/bench-run.json. Nothing is filled in by hand. -->
## Generated pipelines, really run

Each repository's pipeline is generated on a clean clone, and every job of it that checks something is run alone under act in host mode, each combination of a matrix for itself, within a limit of time that the table has in minutes. A repository can be run by itself, so the table also says which commit of ours generated. \`changes\` and \`ci-gate\`, which check nothing, run along and are not counted.

- Beside each job the repository's **own commands** for the same unit are run without act, on another clean clone: those of its own CI up to the step that does the same, with the versions that its CI sets up where they can be had here; where its CI has none, the target of its makefile that is called after the check; where that does not pass here either, what a person types who knows the unit's package manager alone. A job that runs word for word the same commands and passes is not run twice. Where a failed job has no step of the repository's CI beside it, that is said: a wrong guess of ours at a command would fail both ways.
- A failed job is **ours** where the own commands pass on this machine, else the repository's or the machine's. One that was not done in time is left out, and so is one that fails where the own commands were not done in time.
- Go and Rust may be newer than asked, since both promise that older code goes on working; every other tool is the version that is asked for, or the job is left out. Package caches, and the target folder of Cargo, are shared.`;

function isTarget({ name }: RepositoryResult): boolean {
  return REPOSITORIES.includes(name);
}

/** Nobody is to take a part of the target for the whole. */
function notRun(results: readonly RepositoryResult[]): string[] {
  const names = missing(results);
  return names.length === 0 ? [] : [`**Not run yet**, and in none of the figures: ${names.join(', ')}.`];
}

/** Nor what was measured of an earlier generator for a figure of this one. */
function notRunAgain(results: readonly RepositoryResult[]): string[] {
  const names = results.filter(({ generator }) => generator === undefined).map(({ name }) => name);
  return names.length === 0
    ? []
    : [`**Not run again** with a generator that is noted, but in the figures: ${names.join(', ')}.`];
}

function missing(results: readonly RepositoryResult[]): readonly string[] {
  return REPOSITORIES.filter((name) => !results.some((result) => result.name === name));
}

interface Counted {
  readonly repository: string;
  readonly job: JobResult;
}

function all(results: readonly RepositoryResult[]): readonly Counted[] {
  return results.flatMap(({ name, jobs }) => jobs.map((job) => ({ repository: name, job })));
}

interface Shares {
  /** Not of images. */
  readonly jobs: readonly JobResult[];
  readonly ran: readonly JobResult[];
  /** Those of them whose own commands pass. */
  readonly comparable: readonly JobResult[];
  readonly passed: readonly JobResult[];
}

function sharesOf(results: readonly RepositoryResult[]): Shares {
  const jobs = all(results).flatMap(({ job }) => (job.image ? [] : [job]));
  const ran = jobs.filter(({ outcome }) => outcome !== 'left out');
  const comparable = ran.filter(({ own }) => own?.passed);
  return { jobs, ran, comparable, passed: comparable.filter(({ outcome }) => outcome === 'passed') };
}

function totals(target: readonly RepositoryResult[], others: readonly RepositoryResult[]): string {
  const isWhole = missing(target).length === 0;
  const rows = [
    ...rowsOf(sharesOf(target), (holds) => (isWhole ? yes(holds) : '**not known**')),
    ...(others.length === 0 ? [] : rowsOf(sharesOf(others), yes, 'others: ')),
  ];
  return table(['what', 'target', 'measured', 'holds'], rows);
}

function rowsOf({ jobs, ran, comparable, passed }: Shares, holds: (is: boolean) => string, whose = ''): string[][] {
  const row = (
    what: string,
    [part, whole]: readonly [part: readonly JobResult[], whole: readonly JobResult[]],
    target: number,
  ) => {
    const percent = whole.length === 0 ? 0 : (100 * part.length) / whole.length;
    const measured = `${percent.toFixed(1)} % (${part.length} of ${whole.length})`;
    return [`${whose}${what}`, `${target} %`, measured, holds(percent >= target)];
  };
  return [
    row('of the jobs whose own commands pass here, those that pass as generated', [passed, comparable], TARGETS.pass),
    row('of the jobs that build no image, those that were run', [ran, jobs], TARGETS.run),
  ];
}

function notes(target: readonly RepositoryResult[], others: readonly RepositoryResult[]): string {
  return [note(target), ...(others.length === 0 ? [] : [`Of the others: ${note(others)}`])].join('\n\n');
}

function note(results: readonly RepositoryResult[]): string {
  const { ran, comparable } = sharesOf(results);
  const byCi = comparable.filter(({ own }) => own?.from === 'ci' || (own?.from === 'same' && own.where !== ''));
  const passed = ran.filter(({ outcome }) => outcome === 'passed');
  return `The own commands of ${byCi.length} of the ${comparable.length} are those of the repository's own CI. ${ran.length - comparable.length} jobs have no own commands that pass here; ${passed.length} of all ${ran.length} pass.`;
}

function summary(target: readonly RepositoryResult[], others: readonly RepositoryResult[]): string {
  const head = [
    'repository',
    'commit',
    'generated by',
    'minutes',
    'jobs',
    'own commands pass',
    'passed',
    'failed, ours',
    'failed, theirs or the machine',
    'left out',
    'images, left out',
  ];
  const between = others.length === 0 ? [] : [['**others**', ...head.slice(1).map(() => '')]];
  return table(head, [...target.map(summaryRow), ...between, ...others.map(summaryRow)]);
}

/** What generated the rows that do not say so. */
const EARLIER = 'an earlier one';

function summaryRow({ name, commit, generator, minutes, jobs, fault }: RepositoryResult): string[] {
  const count = (wanted: string) => jobs.filter((job) => !job.image && verdictOf(job) === wanted).length;
  const images = jobs.filter(({ image }) => image).length;
  const own = jobs.filter((job) => job.own?.passed).length;
  const counts = [
    minutes,
    jobs.length,
    own,
    count('passed'),
    count('ours'),
    count('theirs'),
    count('left out'),
    images,
  ];
  return [fault === undefined ? name : `${name}: ${fault}`, commit, generator ?? EARLIER, ...counts.map(String)];
}

/** Nobody is to take a job that was ended for one that could not be run. */
function late(results: readonly RepositoryResult[]): string[] {
  const jobs = results.flatMap(({ name, minutes, jobs }) =>
    jobs.filter(({ why }) => why.endsWith(whyLate(minutes))).map((job) => `${name} ${job.name}`),
  );
  return jobs.length === 0
    ? []
    : [`**Not done in time**, and so among those left out: ${jobs.length} (${jobs.join(', ')}).`];
}

function failures(results: readonly RepositoryResult[]): string[] {
  const failed = all(results).filter(({ job }) => job.outcome === 'failed');
  const part = (heading: string, wanted: 'ours' | 'theirs') => {
    const own = failed.filter(({ job }) => verdictOf(job) === wanted);
    return [`### ${heading}`, ...(own.length === 0 ? ['None.'] : own.map(failure))];
  };
  return [
    ...part('Failed because of us', 'ours'),
    ...part('Failed because of the repository or this machine', 'theirs'),
  ];
}

function failure({ repository, job: { name, lines, own } }: Counted): string {
  const ownLines =
    own && !own.passed && own.lines.join() !== lines.join()
      ? `\n\nThe own commands${whereOf(own.where)}:\n\n${block(own.lines)}`
      : '';
  const verdict = own?.passed
    ? `; the own commands${whereOf(own.where)} pass`
    : own && own.where !== ''
      ? ''
      : '; no step of its CI to compare with';
  return `**${repository}**, ${name}${verdict}\n\n${block(lines)}${ownLines}`;
}

function whereOf(where: string): string {
  return where === '' ? '' : ` (${where})`;
}

function block(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}

function leftOut(results: readonly RepositoryResult[]): string {
  const left = all(results).filter(({ job }) => job.outcome === 'left out' && !job.image);
  const rows = left.map(({ repository, job }) => [repository, job.name, job.why]);
  return `### Left out\n\nBeside the jobs that build images, which are in the table above.\n\n${rows.length === 0 ? 'None.' : table(['repository', 'job', 'why'], rows)}`;
}

function instead(results: readonly RepositoryResult[]): string {
  const others = all(results).filter(({ job }) => job.instead.length > 0);
  const rows = others.map(({ repository, job }) => [repository, job.name, job.instead.join(', ')]);
  return `### Newer than asked\n\n${rows.length === 0 ? 'None.' : table(['repository', 'job', 'ran with'], rows)}`;
}
