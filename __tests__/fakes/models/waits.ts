/** Gives its thread to nobody, and takes no time of the processor. */
export default function reply(): never {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('nobody wakes it');
}
