// The program of the threads that engines run in.
import * as z from 'zod/mini';
import actions from '../../data/action-catalog.json' with { type: 'json' };
import rules from '../../policies/rules.json' with { type: 'json' };
import { readLocalFile } from '../clients/local-files.ts';
import { loadPolicy } from '../clients/opa.ts';
import { serve, threadData } from '../clients/thread-host.ts';
import { readActionCatalogue } from '../domain/catalogue.ts';
import type { Subject } from '../domain/judge.ts';
import type { Rule } from '../domain/rule.ts';
import { loadEngines } from '../validate/run-engines.ts';

const { policies } = z.object({ policies: z.array(z.string()) }).parse(threadData);

const engines = loadEngines({
  actions: readActionCatalogue(actions),
  rules: rules as readonly Rule[],
  policies: () => Promise.all(policies.map((path) => loadPolicy(readLocalFile(path), path))),
});

// Both ends are this program's own, of one build: what arrives is what the other end sent.
serve(async (message, reply) => {
  await engines.judge(message as readonly Subject[], (outcome) => reply({ kind: 'outcome', outcome }));
  reply({ kind: 'done' });
});
