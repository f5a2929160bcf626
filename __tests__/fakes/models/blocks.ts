/** Never gives its thread back. */
export default function fill(): never {
  for (;;);
}
