/** Breaks where nobody awaits it. */
export default function reply(): Promise<never> {
  setTimeout(() => Promise.reject(new Error('nobody awaits this')));
  return new Promise(() => setInterval(() => {}, 1000));
}
