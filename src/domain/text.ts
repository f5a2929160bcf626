/** Orders by UTF-16 code units, the same everywhere: no locale has a say in what is printed. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
