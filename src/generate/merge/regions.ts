import { applyHunks, type Hunk, hunksOf } from './hunks.ts';
import { indentOf, isSame } from './lines.ts';
import { pinChoice } from './pins.ts';

/** What became of a part of a file: nothing, an edit, something new, the same of both, or two different things. */
export type RegionKind = 'stable' | 'theirs' | 'ours' | 'both' | 'conflict';

/** A part of a file as it was generated, as people have it, and as it is generated now. */
export interface Region {
  readonly kind: RegionKind;
  readonly base: readonly string[];
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
}

export interface Sides {
  readonly base: readonly string[];
  readonly theirs: readonly string[];
  readonly ours: readonly string[];
}

/**
 * The parts of a three-way merge, in order. Where `isStrict`, changes of both sides that touch one another are a conflict, as with git;
 * else only those are that overlap. Null where one side has too little in common with the base.
 */
export function regionsOf({ base, theirs, ours }: Sides, isStrict: boolean): Region[] | null {
  const edits = hunksOf(base, theirs);
  const changes = edits && hunksOf(base, ours);
  if (!edits || !changes) return null;
  const regions: Region[] = [];
  let at = 0;
  for (const group of groupsOf(edits, changes, isStrict)) {
    if (group.from > at) regions.push(stable(base.slice(at, group.from)));
    regions.push(...regionsIn(base, group, isStrict));
    at = group.to;
  }
  return at < base.length ? [...regions, stable(base.slice(at))] : regions;
}

function stable(base: readonly string[]): Region {
  return { kind: 'stable', base, theirs: base, ours: base };
}

/** Hunks of both sides that have to do with one another. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly Hunk[];
  readonly changes: readonly Hunk[];
}

function groupsOf(edits: readonly Hunk[], changes: readonly Hunk[], isStrict: boolean): Group[] {
  const groups: Group[] = [];
  const all = [
    ...edits.map((hunk) => ({ hunk, isEdit: true })),
    ...changes.map((hunk) => ({ hunk, isEdit: false })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to);
  for (const { hunk, isEdit } of all) {
    const last = groups.at(-1);
    const joined = last !== undefined && isNear(last, hunk, isStrict) ? groups.pop() : undefined;
    groups.push({
      from: joined?.from ?? hunk.from,
      to: Math.max(joined?.to ?? 0, hunk.to),
      edits: [...(joined?.edits ?? []), ...(isEdit ? [hunk] : [])],
      changes: [...(joined?.changes ?? []), ...(isEdit ? [] : [hunk])],
    });
  }
  return groups;
}

function isNear(group: Group, hunk: Hunk, isStrict: boolean): boolean {
  if (hunk.from < group.to) return true;
  // Two insertions at one place have an order only by what they are.
  const isPoint = group.from === group.to && hunk.from === hunk.to;
  return hunk.from === group.to && (isStrict || isPoint);
}

function regionsIn(base: readonly string[], { edits, changes, ...range }: Group, isStrict: boolean): Region[] {
  const region = {
    base: base.slice(range.from, range.to),
    theirs: applyHunks(base, edits, range),
    ours: applyHunks(base, changes, range),
  };
  return byLine(region) ?? (isStrict ? null : inOrder(region)) ?? [classified(region)];
}

/** Where every line has stayed one line, each is a part by itself. */
function byLine({ base, theirs, ours }: Sides): Region[] | null {
  if (base.length < 2 || theirs.length !== base.length || ours.length !== base.length) return null;
  return base.map((line, index) =>
    classified({ base: [line], theirs: theirs.slice(index, index + 1), ours: ours.slice(index, index + 1) }),
  );
}

/** Two insertions at one place: the deeper one belongs to what stands before. */
function inOrder({ base, theirs, ours }: Sides): Region[] | null {
  if (base.length > 0 || isSame(theirs, ours)) return null;
  const edit: Region = { kind: 'theirs', base, theirs, ours: [] };
  const change: Region = { kind: 'ours', base, theirs: [], ours };
  return depthOf(theirs) > depthOf(ours) ? [edit, change] : [change, edit];
}

function depthOf(lines: readonly string[]): number {
  return lines.map(indentOf).find((indent) => indent !== null) ?? 0;
}

function classified(region: Sides): Region {
  const { base, theirs, ours } = region;
  if (isSame(theirs, ours)) return { ...region, kind: isSame(base, ours) ? 'stable' : 'both' };
  if (isSame(base, theirs)) return { ...region, kind: 'ours' };
  if (isSame(base, ours)) return { ...region, kind: 'theirs' };
  return { ...region, kind: pinChoice(region) ?? 'conflict' };
}
