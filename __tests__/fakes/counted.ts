/** Values that count how often one of their properties is read, all together. */
export function counted(count: number, name: string, textAt: (index: number) => string, rest: object = {}) {
  let reads = 0;
  const values = Array.from({ length: count }, (_, index) =>
    Object.defineProperty({ ...rest }, name, {
      enumerable: true,
      get: () => {
        reads += 1;
        return textAt(index);
      },
    }),
  );
  return { values, reads: () => reads };
}
