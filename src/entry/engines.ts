// The program of the threads that engines run in.
import actions from '../../data/action-catalog.json' with { type: 'json' };
import rules from '../../policies/rules.json' with { type: 'json' };
import { moveBookmark } from '../clients/bookmark.ts';
import type { Batch, ThreadData } from '../clients/engine-thread.ts';
import { readLocalFile } from '../clients/local-files.ts';
import { loadPolicy } from '../clients/opa.ts';
import { readPolicyFile } from '../clients/policy-file.ts';
import { serve, threadData } from '../clients/thread-host.ts';
import type { ActionCatalogue } from '../domain/catalogue.ts';
import type { Policy } from '../domain/policy.ts';
import type { Rule } from '../domain/rule.ts';
import { rehearse } from '../validate/rehearsal.ts';
import { loadEngines } from '../validate/run-engines.ts';

// A hostile file has half a million problems: each would keep a stack that nobody reads.
Error.stackTraceLimit = 0;

// Both ends are this program's own, of one build: what arrives is what the other end sent.
const { policies } = threadData as ThreadData;

const judges = loadEngines({
  actions: actions as unknown as ActionCatalogue,
  rules: rules as readonly Rule[],
  // Ours is first; it is named as it is everywhere, not by where this program lies.
  policies: policies.map((path, index) => () => load(path, index === 0 ? 'policy.wasm' : path)),
});

let isAsked = false;
serve((message, tell) => {
  isAsked = true;
  const { subjects, beside, bookmark } = message as Batch;
  return judges.judge(subjects, { tell, place: (at) => moveBookmark(bookmark, at) }, beside);
});

await rehearse(judges.engines, () => isAsked);

async function load(path: string, name: string): Promise<Policy> {
  const { wasm, data } = await readPolicyFile(readLocalFile(path), name);
  return loadPolicy(wasm, name, data);
}
