/** Never gives its thread back. */
export default function reply(): never {
  for (;;);
}
