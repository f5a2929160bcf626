import type { Snapshot } from './snapshot.ts';

/** What many rules ask of one repository is made once. */
export function oncePerSnapshot<T>(make: (snapshot: Snapshot) => T): (snapshot: Snapshot) => T {
  const once = oncePerFile((snapshot) => make(snapshot));
  return (snapshot) => once(snapshot, '');
}

/** What many rules ask of one file, or by one name, is made once. */
export function oncePerFile<T>(make: (snapshot: Snapshot, file: string) => T): (snapshot: Snapshot, file: string) => T {
  const known = new WeakMap<Snapshot, Map<string, { readonly value: T }>>();
  return (snapshot, file) => {
    const files = known.get(snapshot) ?? new Map<string, { readonly value: T }>();
    known.set(snapshot, files);
    const found = files.get(file) ?? { value: make(snapshot, file) };
    files.set(file, found);
    return found.value;
  };
}

interface Made<T> {
  readonly text: string | null;
  readonly value: T;
}

/**
 * What is made of the text of one file, and of nothing else, is made once: also where the texts of further files have been read since
 * (`readMore`), of which the same files are known.
 */
export function oncePerText<T>(make: (snapshot: Snapshot, file: string) => T): (snapshot: Snapshot, file: string) => T {
  const known = new WeakMap<Snapshot['paths'], Map<string, Made<T>>>();
  return (snapshot, file) => {
    const files = known.get(snapshot.paths) ?? new Map<string, Made<T>>();
    known.set(snapshot.paths, files);
    const text = snapshot.text(file);
    const before = files.get(file);
    if (before?.text === text) return before.value;
    const value = make(snapshot, file);
    files.set(file, { text, value });
    return value;
  };
}
