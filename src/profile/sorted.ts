/** The index of the first that fits, where all after it do too, by halves; the length where none does. */
export function firstWhere<T>(sorted: readonly T[], fits: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
