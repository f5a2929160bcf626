import { gitBlobId } from '../../workflow/digest.ts';
import { isPristine, readHeaded } from '../header.ts';
import { takeOut } from './keep-blocks.ts';
import { linesOf, textOf } from './lines.ts';
import { reconstruct } from './reconstruct.ts';

/** A body, and the id of what was generated in its place. */
interface Version {
  readonly id: string;
  readonly isPristine: boolean;
  /** Without the blocks that are kept. */
  readonly lines: readonly string[];
}

/** Whether a file has edits that only an earlier version of it can tell from what was generated. */
export function needsBase(text: string): boolean {
  const version = versionOf(text);
  return version !== null && !version.isPristine;
}

/**
 * The lines of what was generated where `text` stands now, by the id that its header names: of the file itself, else of one of its earlier
 * versions, newest first, else reconstructed along all of them. Null where none of them tells it.
 */
export function findBase(text: string, versions: readonly string[]): readonly string[] | null {
  const current = versionOf(text);
  if (current === null) return null;
  const earlier = versions.map(versionOf).filter((version) => version !== null);
  const pristine = [current, ...earlier].find(({ isPristine, id }) => isPristine && id === current.id);
  return pristine?.lines ?? alongVersions(comparable([current, ...earlier]).toReversed()).get(current.id) ?? null;
}

/** So many lines are compared along all versions: ours have some hundred each, and what is longer is somebody's attempt to keep us busy. */
const MOST_LINES = 40_000;

/** Newest first, as many as may be compared. */
function comparable(versions: readonly Version[]): readonly Version[] {
  let lines = 0;
  const end = versions.findIndex((version) => {
    lines += version.lines.length;
    return lines > MOST_LINES;
  });
  return end < 0 ? versions : versions.slice(0, end);
}

/** Oldest first. What is known of one version tells what was generated for the next one. */
function alongVersions(versions: readonly Version[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map(versions.flatMap(({ isPristine, id, lines }) => (isPristine ? [[id, lines] as const] : [])));
  let before: Version | null = null;
  for (const version of versions) {
    const base = before && known.get(before.id);
    if (before && base && !known.has(version.id)) {
      const found = reconstruct({ base, before: before.lines, after: version.lines, id: version.id });
      if (found !== null) known.set(version.id, found);
    }
    if (known.has(version.id)) before = version;
  }
  return known;
}

function versionOf(text: string): Version | null {
  const headed = readHeaded(text);
  if (headed === null) return null;
  const { id } = headed;
  const lines = linesOf(headed.body);
  const kept = takeOut(lines);
  const rest = 'rest' in kept ? kept.rest : lines;
  if (isPristine(headed)) return { id, isPristine: true, lines };
  return { id, isPristine: gitBlobId(textOf(rest)) === id, lines: rest };
}
