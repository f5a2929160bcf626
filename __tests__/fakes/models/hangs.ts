/** Never settles, and knows of no signal. */
export default function reply(): Promise<never> {
  return new Promise(() => setInterval(() => {}, 1000));
}
