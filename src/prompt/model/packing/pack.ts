import type { Part } from './section.ts';

/** Characters for all that is told of the repository: about 12,000 tokens, at four characters each. */
export const BUDGET = 48_000;

export interface Packed {
  readonly packed: readonly Part[];
  /** What there was no room for, as clauses, in order. */
  readonly omitted: readonly string[];
}

/** As many parts as there is room for, in their order; a part that is too large does not keep a smaller one behind it out. */
export function pack(parts: readonly Part[], budget: number = BUDGET): Packed {
  const packed: Part[] = [];
  const omitted: string[] = [];
  let room = budget;
  for (const part of parts) {
    const size = part.title.length + part.text.length;
    if (size > room) omitted.push(part.name);
    else {
      packed.push(part);
      room -= size;
    }
  }
  return { packed, omitted };
}
