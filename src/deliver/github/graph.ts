import { printableLine } from '../../domain/paint.ts';
import type { Job, Pipeline } from '../../domain/pipeline.ts';
import { alike } from './lists.ts';
import { code, fenced } from './markdown.ts';

/** More boxes than this nobody reads: jobs that are alike are then drawn as one. */
const MOST_BOXES = 5;
const MOST_LABEL = 64;

/** Small enough to be read without scrolling. */
const SPACING = '%%{init: {"flowchart": {"nodeSpacing": 16, "rankSpacing": 48, "padding": 8}}}%%';

/** One box: a job, or several that wait for the same ones. */
interface Box {
  readonly label: string;
  readonly jobs: readonly Job[];
}

/** The jobs and what waits for what, as GitHub draws it. */
export function graphSection({ jobs }: Pipeline): string {
  if (jobs.length === 0) return '';
  const boxes = boxesOf(jobs);
  const names = boxes.map(({ label }, index) => `  n${index}["${mermaidText(label)}"]`);
  return fenced('mermaid', [
    SPACING,
    'flowchart LR',
    ...names,
    ...edges(boxes).map(([from, to]) => `  n${from} --> n${to}`),
  ]);
}

/** The same for what a tag or a person starts; empty where nothing is released. */
export function releaseSection(release: Pipeline | null): string {
  if (release === null) return '';
  const starts = release.triggers.flatMap((trigger) => {
    if (trigger.on === 'tag') return [`a tag ${trigger.tags.map((tag) => code(tag)).join(' or ')}`];
    return trigger.on === 'manual' ? ['a person'] : [];
  });
  return [`**A release** is started by ${starts.join(' or by ')}:`, graphSection(release)].join('\n\n');
}

function boxesOf(jobs: readonly Job[]): Box[] {
  const single = jobs.map((job): Box => ({ label: labelOf(job), jobs: [job] }));
  if (single.length <= MOST_BOXES) return single;
  const byUnit = grouped(
    jobs,
    (job) => [unitOf(job), job.needs],
    (members) => unitLabel(members),
  );
  if (byUnit.length <= MOST_BOXES) return byUnit;
  const byNeeds = grouped(
    jobs,
    (job) => [job.needs, unitOf(job) === '' ? job.id : ''],
    (members) => manyLabel(members),
  );
  if (byNeeds.length <= MOST_BOXES) return byNeeds;
  return grouped(
    jobs,
    (job) => [job.needs.length === 0, isLast(job, jobs)],
    (members) => manyLabel(members),
  );
}

function grouped(
  jobs: readonly Job[],
  keyOf: (job: Job) => unknown,
  label: (members: readonly Job[]) => string,
): Box[] {
  return alike(jobs, keyOf).map((members) => ({ label: label(members), jobs: members }));
}

function isLast(job: Job, jobs: readonly Job[]): boolean {
  return !jobs.some(({ needs }) => needs.includes(job.id));
}

function labelOf(job: Job): string {
  const beside = job.containers.map(({ name }) => name);
  return beside.length === 0 ? job.name : `${job.name} (with ${beside.join(', ')})`;
}

/** Jobs are called `unit: check`; others have no unit. */
function unitOf({ name }: Job): string {
  return /^(.+): /.exec(name)?.[1] ?? '';
}

function unitLabel(members: readonly Job[]): string {
  const [first] = members;
  if (!first || members.length === 1) return first ? labelOf(first) : '';
  const unit = unitOf(first);
  if (unit === '') return manyLabel(members);
  const checks = members.map(({ name }) => name.slice(unit.length + 2));
  return `${unit}: ${onceAtTheEnd(checks)}`;
}

/** `lint (40 units), test (40 units)` as `lint, test (40 units)`. */
function onceAtTheEnd(checks: readonly string[]): string {
  const [, end = ''] = /( \([^)]*\))$/.exec(checks[0] ?? '') ?? [];
  if (end === '' || !checks.every((check) => check.endsWith(end))) return checks.join(', ');
  return `${checks.map((check) => check.slice(0, -end.length)).join(', ')}${end}`;
}

function manyLabel(members: readonly Job[]): string {
  const [first] = members;
  if (!first || members.length === 1) return first ? labelOf(first) : '';
  const units = [...new Set(members.map(unitOf).filter((unit) => unit !== ''))];
  const [one = '', two = ''] = units;
  const whose = units.length > 2 ? ` of ${one}, ${two} and ${units.length - 2} more` : ` of ${units.join(', ')}`;
  return `${members.length} jobs${units.length === 0 ? '' : whose}`;
}

/** Which box waits for which, without what another arrow says already. */
function edges(boxes: readonly Box[]): [number, number][] {
  const boxOf = new Map(boxes.flatMap(({ jobs }, index) => jobs.map(({ id }) => [id, index] as const)));
  const waits = boxes.map(
    ({ jobs }, index) =>
      new Set(jobs.flatMap(({ needs }) => needs.flatMap((id) => boxOf.get(id) ?? [])).filter((from) => from !== index)),
  );
  return waits.flatMap((froms, to) =>
    [...froms]
      .filter((from) => ![...froms].some((between) => between !== from && waits[between]?.has(from)))
      .map((from): [number, number] => [from, to]),
  );
}

/** Mermaid reads markup, links and directives in a label: what is no letter, digit or plain mark is written by its number. */
function mermaidText(text: string): string {
  // A label of nothing is no label to Mermaid, and then there is no drawing.
  const line = printableLine(text).trim() || '(no name)';
  const short = line.length > MOST_LABEL ? `${line.slice(0, MOST_LABEL - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return short.replace(/[^\p{L}\p{N}\p{M} _.,:()\u2026+-]/gu, (character) => `#${character.codePointAt(0)};`);
}
