import type { DocumentPath } from '../../domain/finding.ts';
import { readYaml } from '../../workflow/document.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { failureCounts, isBackground, isCertain } from './conditions.ts';
import { oncePerJob } from './once-per-job.ts';

/** By the name of an output, the globs of which one must match a changed path so that it is `true`. */
export type PathFilters = ReadonlyMap<string, readonly string[]>;

const NONE: PathFilters = new Map();

const ACTION = 'dorny/paths-filter@';

/** What else it may be told without another meaning. On a pull request it asks GitHub, and needs no base. */
const HARMLESS = new Set(['filters', 'list-files', 'token', 'initial-fetch-depth']);

/** The filters of a step that certainly says which paths a change touches. (github.com/dorny/paths-filter) */
function stepFilters(workflow: Manifest, path: DocumentPath): PathFilters {
  if (!workflow.text([...path, 'uses'])?.startsWith(ACTION) || !isCertain(workflow, path)) return NONE;
  // A variable may start something else in its program.
  const isPlain = workflow.at([...path, 'env']) === undefined && isToldNoMore(workflow, [...path, 'with']);
  // What has one line is the name of a file.
  const written = workflow.text([...path, 'with', 'filters']) ?? '';
  const isRead = isPlain && written.includes('\n') && !written.includes('${{') && written.length < LONGEST;
  const filters = isRead ? readYaml(written, { mergeKeys: true }).value : {};
  const entries = Object.entries(isMapping(filters) ? filters : {});
  const names = entries.map(([name]) => name.toLowerCase());
  const read = entries.flatMap(([name, value]): [string, string[]][] => {
    const globs = isOwnOutput(name, names) ? globsOf(value, 0) : null;
    return globs === null || globs.length === 0 ? [] : [[name, globs]];
  });
  return new Map(read);
}

/** Where it is told a token it may be told none, and then what it compares with counts. */
function isToldNoMore(workflow: Manifest, path: DocumentPath): boolean {
  return workflow.keys(path).every((name) => {
    const isUsualBase = name === 'base' && !/\bHEAD\b|\$/.test(workflow.text([...path, name]) ?? '$');
    return HARMLESS.has(name) || (isUsualBase && workflow.at([...path, 'token']) === undefined);
  });
}

/** Whether nothing else is put into the output of that name, which GitHub reads in any case. `_count` and `_files` are outputs beside each. */
function isOwnOutput(name: string, names: readonly string[]): boolean {
  const isAlone = names.filter((other) => other === name.toLowerCase()).length === 1;
  return isAlone && /^[a-z][\w-]{0,99}$/i.test(name) && !/_(?:count|files)$/i.test(name);
}

/** No person's filters are longer. */
const LONGEST = 20_000;

/** Globs that mean the same to GitHub. Lists may hold lists; kinds of changes, and all that is more, are not read. */
function globsOf(value: unknown, depth: number): string[] | null {
  if (typeof value === 'string') return isAlike(value) ? [value] : null;
  if (!Array.isArray(value) || depth > 3) return null;
  const found = value.slice(0, 200).map((item) => globsOf(item, depth + 1));
  return found.includes(null) ? null : found.flatMap((globs) => globs ?? []);
}

/** Beside other signs, two stars are one star to the action. */
function isAlike(glob: string): boolean {
  const steps = glob.split('/');
  return /^[\w.*-][\w./*-]{0,300}$/.test(glob) && steps.every((step) => step === '**' || !/\*\*|^\.{0,2}$/.test(step));
}

/** A step of a job whose outputs are filters. */
export interface FilterStep {
  /** Its place among the steps. */
  readonly index: number;
  readonly id: string;
  readonly filters: PathFilters;
}

/** The steps of a job whose outputs are filters. */
export const filterSteps = oncePerJob((workflow, job): readonly FilterStep[] =>
  workflow.items(['jobs', job, 'steps']).flatMap((path, index) => {
    const id = workflow.text([...path, 'id']);
    const filters = id === null || isBackground(workflow, path) ? NONE : stepFilters(workflow, path);
    return id === null || filters.size === 0 ? [] : [{ index, id, filters }];
  }),
);

/** The filters that a job hands on by outputs of its own; one that may fail may say nothing. */
export const jobFilters = oncePerJob((workflow, job): PathFilters => {
  if (!failureCounts(workflow, ['jobs', job])) return NONE;
  const steps = new Map(filterSteps(workflow, job).map(({ id, filters }) => [id, filters]));
  const outputs = ['jobs', job, 'outputs'];
  return new Map(
    workflow.keys(outputs).flatMap((name): [string, readonly string[]][] => {
      const [, id = '', filter = ''] = HANDED_ON.exec(workflow.text([...outputs, name]) ?? '') ?? [];
      const globs = steps.get(id)?.get(filter);
      return globs ? [[name, globs]] : [];
    }),
  );
});

const HANDED_ON = /^\s{0,8}\$\{\{\s{0,8}steps\.([\w-]{1,100})\.outputs\.([\w-]{1,100})\s{0,8}\}\}\s{0,8}$/;
