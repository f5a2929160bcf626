import { execFileSync } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';

export interface KeptSummary extends Disposable {
  /** All that steps have written so far; null where none has written anything. */
  readonly text: () => string | null;
}

/**
 * A pipe at `path` that keeps whatever is written to it. Before each step act empties the file of the summary, also before those that stand at the
 * end of a job: of a file that steps link to it, nothing would be left.
 */
export function keepSummary(path: string): KeptSummary {
  execFileSync('mkfifo', [path]);
  // Open to both sides, so that it never ends and nobody waits for a reader.
  const pipe = new Socket({ fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK), writable: false });
  const decoder = new StringDecoder('utf8');
  let kept = '';
  pipe.on('data', (bytes: Buffer) => {
    kept += decoder.write(bytes);
  });
  return { text: () => (kept === '' ? null : kept), [Symbol.dispose]: () => pipe.destroy() };
}
