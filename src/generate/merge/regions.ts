import { applyHunks, type Hunk, hunksOf } from './hunks.ts';
import { jobNamed } from './jobs.ts';
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
  return isStrict ? (byLine(region) ?? [classified(region)]) : byKey(region);
}

/** Lines of one key at the beginning and the end of a part are parts by themselves, so that a change is no wider than it must be. */
function byKey({ base, theirs, ours }: Sides): Region[] {
  const most = Math.min(base.length, theirs.length, ours.length);
  const count = (isAlike: (index: number) => boolean, limit: number) => {
    const first = Array.from({ length: limit }, (_, index) => index).find((index) => !isAlike(index));
    return first ?? limit;
  };
  const head = count((at) => isOneKey(base[at], theirs[at], ours[at]), most);
  const tail = count((at) => isOneKey(base.at(-1 - at), theirs.at(-1 - at), ours.at(-1 - at)), most - head);
  const within = (from: number, to: number) => (lines: readonly string[]) => lines.slice(from, lines.length - to);
  const middle = sidesOf({ base, theirs, ours }, within(head, tail));
  return [
    ...lineByLine(sidesOf({ base, theirs, ours }, (lines) => lines.slice(0, head))),
    ...(byLine(middle) ?? inOrder(middle) ?? (isEmpty(middle) ? [] : [classified(middle)])),
    ...lineByLine(sidesOf({ base, theirs, ours }, (lines) => lines.slice(lines.length - tail))),
  ];
}

function sidesOf({ base, theirs, ours }: Sides, part: (lines: readonly string[]) => readonly string[]): Sides {
  return { base: part(base), theirs: part(theirs), ours: part(ours) };
}

function isEmpty({ base, theirs, ours }: Sides): boolean {
  return base.length + theirs.length + ours.length === 0;
}

function isOneKey(...lines: readonly (string | undefined)[]): boolean {
  const [first, ...others] = lines.map((line = '') => /^\s*(?:- )?[\w-]+:/.exec(line)?.[0]);
  return first !== undefined && others.every((key) => key === first);
}

/** Where every line has stayed one line, each is a part by itself. */
function byLine({ base, theirs, ours }: Sides): Region[] | null {
  if (base.length < 2 || theirs.length !== base.length || ours.length !== base.length) return null;
  const isOfOneJob = base.every((line, at) => sameJob(line, theirs[at]) && sameJob(line, ours[at]));
  return isOfOneJob ? lineByLine({ base, theirs, ours }) : null;
}

function lineByLine(sides: Sides): Region[] {
  return sides.base.map((_, index) => classified(sidesOf(sides, (lines) => lines.slice(index, index + 1))));
}

function sameJob(one: string, other = ''): boolean {
  return jobNamed(one) === jobNamed(other);
}

/** Two insertions at one place: the deeper one belongs to what stands before. */
function inOrder({ base, theirs, ours }: Sides): Region[] | null {
  if (base.length > 0 || theirs.length === 0 || ours.length === 0 || isSame(theirs, ours)) return null;
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
