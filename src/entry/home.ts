import { fileURLToPath } from 'node:url';
import { readLocalFile } from '../clients/local-files.ts';
import { threadJudge } from '../clients/thread-judge.ts';

/** The folder of the built program: where its threads and its policies lie. */
export type Home = URL;

/** The judge of this program: our policies, and those that a person adds. Throws FILE_NOT_FOUND for a policy that is not there. */
export function judgeOf(home: Home, added: readonly string[] = []) {
  const policies = [fileURLToPath(new URL('policy.wasm', home)), ...added];
  return threadJudge({ program: new URL('engines.js', home), policies, contents: policies.map(readLocalFile) });
}
