/** What GitHub takes in one matrix. (docs.github.com, "Usage limits") */
const MOST_ROWS = 256;

/** The rows of as few matrices as hold them all, in their order. */
export function inMatrices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, at) =>
    rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  );
}
