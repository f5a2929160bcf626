/** Never settles, and knows of no signal. */
export default function fill(): Promise<never> {
  return new Promise(() => setInterval(() => {}, 1000));
}
