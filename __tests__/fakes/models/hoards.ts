/** Takes memory until there is no more. */
export default function reply(): never {
  const hoard: number[][] = [];
  for (;;) hoard.push(new Array(1_000_000).fill(0.5));
}
