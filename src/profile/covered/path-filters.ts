import type { DocumentPath } from '../../domain/finding.ts';
import { readYaml } from '../../workflow/document.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';

/** By the name of an output, the globs of which one must match a changed path so that it is `true`. */
export type PathFilters = ReadonlyMap<string, readonly string[]>;

const NONE: PathFilters = new Map();

const ACTION = 'dorny/paths-filter@';

/** What else it may be told without another meaning. */
const HARMLESS = new Set(['filters', 'list-files', 'token', 'base', 'initial-fetch-depth']);

/** The filters of a step that says which paths a change touches. (github.com/dorny/paths-filter) */
export function stepFilters(workflow: Manifest, path: DocumentPath): PathFilters {
  const inputs = workflow.keys([...path, 'with']);
  const isPlain = workflow.at([...path, 'if']) === undefined && inputs.every((name) => HARMLESS.has(name));
  if (!isPlain || !workflow.text([...path, 'uses'])?.startsWith(ACTION)) return NONE;
  // What has one line is the name of a file.
  const written = workflow.text([...path, 'with', 'filters']) ?? '';
  const filters =
    written.includes('\n') && written.length < LONGEST ? readYaml(written, { mergeKeys: true }).value : {};
  const read = Object.entries(isMapping(filters) ? filters : {}).flatMap(([name, value]): [string, string[]][] => {
    const globs = globsOf(value, 0);
    return globs === null || globs.length === 0 ? [] : [[name, globs]];
  });
  return new Map(read);
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

/** The filters that a job hands on by outputs of its own. */
export function jobFilters(workflow: Manifest, job: string): PathFilters {
  const steps = new Map(
    workflow.items(['jobs', job, 'steps']).flatMap((path): [string, PathFilters][] => {
      const id = workflow.text([...path, 'id']);
      return id === null ? [] : [[id, stepFilters(workflow, path)]];
    }),
  );
  const outputs = ['jobs', job, 'outputs'];
  return new Map(
    workflow.keys(outputs).flatMap((name): [string, readonly string[]][] => {
      const [, id = '', filter = ''] = HANDED_ON.exec(workflow.text([...outputs, name]) ?? '') ?? [];
      const globs = steps.get(id)?.get(filter);
      return globs ? [[name, globs]] : [];
    }),
  );
}

const HANDED_ON = /^\s{0,8}\$\{\{\s{0,8}steps\.([\w-]{1,100})\.outputs\.([\w-]{1,100})\s{0,8}\}\}\s{0,8}$/;
