import { ENGINE_NAMES, type EngineName } from '../domain/report.ts';

/**
 * Where a thread is in its batch, in memory that outlives it: an engine of ENGINE_NAMES and a file of the batch. A message for each file
 * would say the same, and was a tenth of the cost of judging a thousand files.
 */
export type Bookmark = Int32Array<SharedArrayBuffer>;

export interface Place {
  readonly engine: EngineName;
  /** Index of the file in the batch. */
  readonly file: number;
}

/** At no place yet. */
export function newBookmark(): Bookmark {
  return new Int32Array(new SharedArrayBuffer(8)).fill(-1);
}

/** Null: between engines. */
export function moveBookmark(bookmark: Bookmark, place: Place | null): void {
  Atomics.store(bookmark, 1, place?.file ?? -1);
  Atomics.store(bookmark, 0, place === null ? -1 : ENGINE_NAMES.indexOf(place.engine));
}

/** Where the thread is, or was when it died; null where no engine was at work. */
export function readBookmark(bookmark: Bookmark): Place | null {
  const engine = ENGINE_NAMES[Atomics.load(bookmark, 0)];
  return engine === undefined ? null : { engine, file: Atomics.load(bookmark, 1) };
}
