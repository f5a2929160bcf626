import { wildcardMatcher } from '../../domain/glob/wildcards.ts';
import { beginningWith, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** Whether a source of COPY names the whole context. */
export function isWhole(source: string): boolean {
  return /^\.?\/?\*?$/.test(source);
}

/** Whether a source tells one folder from another: not the whole context, and without an unknown variable. */
export function isTelling(source: string): boolean {
  return !isWhole(source) && !source.includes('$');
}

/** A source taken apart at its first pattern: the fixed path from the root, null where it leaves the repository, and the steps below it. */
function takenApart(context: string, source: string): { readonly fixed: string | null; readonly pattern: string[] } {
  const steps = source.split('/').filter((step) => step !== '' && step !== '.');
  const first = steps.findIndex((step) => /[*?[]/.test(step));
  const end = first < 0 ? steps.length : first;
  return { fixed: joinPath(context, steps.slice(0, end).join('/')), pattern: steps.slice(end) };
}

/** Whether a source of COPY (`go.mod`, `package*.json`, `src/`) is there, seen from `context`. Docker's `*` ends at `/`. */
export function isThere(snapshot: Snapshot, context: string, source: string): boolean {
  const { fixed, pattern } = takenApart(context, source);
  return fixed !== null && matches(snapshot, fixed, pattern);
}

/** The file or folder that a source names, the folder of a pattern; null where it is not there or not known. */
export function pathOf(snapshot: Snapshot, context: string, source: string): string | null {
  const { fixed } = takenApart(context, source);
  return fixed !== null && !source.includes('$') && snapshot.exists(fixed) ? fixed : null;
}

/** Docker's patterns know neither braces nor negation, and its stars end with a name, which is all that is matched here. */
function matches(snapshot: Snapshot, directory: string, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return snapshot.exists(directory);
  const fits = wildcardMatcher(step);
  // The part before the first sign of a pattern is as it is written.
  const [start = ''] = /^[^*?[\\]*/.exec(step) ?? [];
  return beginningWith(snapshot.entriesIn(directory), start).some(
    (name) => fits(name) && matches(snapshot, joinPath(directory, name) ?? name, rest),
  );
}
