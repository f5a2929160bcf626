import { wildcardMatcher } from '../../domain/glob/wildcards.ts';
import { oncePerFile } from '../once.ts';
import { ancestors, baseName, beginningWith, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** Whether a source of COPY names the whole context. */
export function isWhole(source: string): boolean {
  return /^\.?\/?\*?$/.test(source);
}

/** Whether a source tells one folder from another: not the whole context, and without an unknown variable. */
export function isTelling(source: string): boolean {
  return !isWhole(source) && !source.includes('$');
}

const SIGN = /[*?[]/;

/** Where a source lies, seen from its context, out of which no source leads: `/a` and `../a` are `a`. (docs.docker.com, "COPY") */
function placeIn(context: string, source: string): string {
  const steps: string[] = [];
  for (const step of source.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return joinPath(context, steps.join('/')) ?? context;
}

/** Whether a source of COPY (`go.mod`, `package*.json`, `src/`) is there, seen from `context`. Docker's `*` ends at `/`. */
export function isThere(snapshot: Snapshot, context: string, source: string): boolean {
  return pathsLike(snapshot, placeIn(context, source)).length > 0;
}

/** Whether a source is named to the letter and no checkout has it: it is not there, and lies in no submodule, behind no link, and not in git's own folder. */
export function isCertainlyMissing(snapshot: Snapshot, context: string, source: string): boolean {
  const path = isTelling(source) && !SIGN.test(source) ? placeIn(context, source) : null;
  if (path === null || snapshot.exists(path) || isWithin('.git', path)) return false;
  return ancestors(path).every((at) => !/^(?:symlink|submodule)$/.test(snapshot.modeOf(at) ?? ''));
}

/** The file or folder that a source names, the folder of a pattern; null where it is not there or not known. */
export function pathOf(snapshot: Snapshot, context: string, source: string): string | null {
  const steps = source.split('/');
  const first = steps.findIndex((step) => SIGN.test(step));
  const fixed = placeIn(context, steps.slice(0, first < 0 ? steps.length : first).join('/'));
  return !source.includes('$') && snapshot.exists(fixed) ? fixed : null;
}

/** So many folders that fit a pattern are looked into: more make no difference to a person's pattern. */
const MOST_FOLDERS = 200;

/** What is there of a path whose steps may be patterns. Docker's know neither braces nor negation, and its stars end with a name. */
const pathsLike = oncePerFile((snapshot: Snapshot, path: string): readonly string[] => {
  if (!SIGN.test(path)) return snapshot.exists(path) ? [path] : [];
  const step = baseName(path);
  const folders = pathsLike(snapshot, directoryOf(path)).slice(0, MOST_FOLDERS);
  const inside = (folder: string, name: string) => (folder === '.' ? name : `${folder}/${name}`);
  if (!SIGN.test(step)) return folders.map((folder) => inside(folder, step)).filter(snapshot.exists);
  const fits = wildcardMatcher(step);
  // The part before the first sign of a pattern is as it is written.
  const [start = ''] = /^[^*?[\\]*/.exec(step) ?? [];
  return folders.flatMap((folder) =>
    beginningWith(snapshot.entriesIn(folder), start)
      .filter(fits)
      .map((name) => inside(folder, name)),
  );
});
