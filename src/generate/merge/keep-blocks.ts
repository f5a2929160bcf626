/** Lines of a person that stay whatever is generated, the two that mark them among them. */
export interface KeptBlock {
  readonly lines: readonly string[];
  /** How many lines of the rest stand before it. */
  readonly at: number;
}

export interface Kept {
  /** In their order. */
  readonly blocks: readonly KeptBlock[];
  /** All other lines. */
  readonly rest: readonly string[];
}

/** Marks that do not go together: nothing is told apart by them. */
export interface MarkFault {
  /** Counted from 0. */
  readonly line: number;
  readonly what: string;
}

/** Of more blocks than these no file has any use. */
const MOST_BLOCKS = 100;

const BEGIN = /^\s*# agent-generate: keep\s*$/;
const END = /^\s*# agent-generate: end\s*$/;

/** Takes the blocks that are to be kept out of a file; where a mark is wrong, says so, and takes none. */
export function takeOut(lines: readonly string[]): Kept | MarkFault {
  const blocks: KeptBlock[] = [];
  const rest: string[] = [];
  let begun: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (BEGIN.test(line)) {
      if (begun !== null) return { line: index, what: `begins inside of the one of line ${begun + 1}` };
      begun = index;
    } else if (END.test(line)) {
      if (begun === null) return { line: index, what: 'ends, but none has begun' };
      blocks.push({ at: rest.length, lines: lines.slice(begun, index + 1) });
      begun = null;
    } else if (begun === null) rest.push(line);
  }
  if (begun !== null) return { line: begun, what: 'never ends' };
  const tooMany = blocks[MOST_BLOCKS];
  return tooMany
    ? { line: lines.indexOf(tooMany.lines[0] ?? ''), what: `is one of ${blocks.length}, and ${MOST_BLOCKS} are taken` }
    : { blocks, rest };
}

/** The lines with the blocks in their places. */
export function putBack(rest: readonly string[], blocks: readonly KeptBlock[]): string[] {
  const ends = [...blocks.map(({ at }) => at), rest.length];
  return ends.flatMap((to, index) => [...rest.slice(ends[index - 1] ?? 0, to), ...(blocks[index]?.lines ?? [])]);
}
