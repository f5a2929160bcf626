/** A list that counts how often one of its items is taken. */
export function countedList<T>(items: readonly T[]): { readonly list: readonly T[]; readonly taken: () => number } {
  let taken = 0;
  const list = new Proxy(items, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) taken += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list, taken: () => taken };
}
