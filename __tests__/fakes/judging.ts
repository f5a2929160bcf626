import { readFileSync } from 'node:fs';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { loadPolicy } from '../../src/clients/opa.ts';
import { readActionCatalogue } from '../../src/domain/catalogue.ts';
import type { EngineOutcome, Judge, Subject } from '../../src/domain/judge.ts';
import type { ComplianceReport } from '../../src/domain/report.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { EngineParts } from '../../src/validate/engines.ts';
import { loadEngines } from '../../src/validate/run-engines.ts';
import { validate } from '../../src/validate/validate.ts';

const path = (name: string) => new URL(`../../${name}`, import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(path(name), 'utf8'));

/** What the built program gives its engines: the committed policy, its rules, and the catalogue of actions. */
export const PARTS: EngineParts = {
  actions: readActionCatalogue(json('data/action-catalog.json')),
  rules: json('policies/rules.json') as readonly Rule[],
  policies: [() => loadPolicy(readFileSync(path('policies/policy.wasm')), 'policy.wasm')],
};

/** Every engine in this very thread. */
export function judgeHere(parts: EngineParts = PARTS): Judge {
  const engines = loadEngines(parts);
  return {
    policies: [readFileSync(path('policies/policy.wasm'))],
    judge: async (subjects) => {
      const outcomes: EngineOutcome[] = [];
      await engines.judge(subjects, {
        place: () => {},
        tell: (news) => {
          if (news.kind === 'ended') outcomes.push(news.outcome);
        },
      });
      return outcomes;
    },
  };
}

/** The report about these subjects, by every engine. */
export function report(subjects: readonly Subject[], parts: EngineParts = PARTS): Promise<ComplianceReport> {
  return validate({ subjects, judge: judgeHere(parts), deadline: deadlineFromNow(60_000) });
}

export const WORKFLOW = '.github/workflows/x.yml';

export function file(content: string | Uint8Array, name: string = WORKFLOW): Subject {
  return { kind: 'file', file: name, bytes: Buffer.from(content) };
}

/** The pin of an action as the catalogue has it, so that a refreshed catalogue breaks no test. */
export function pin(action: string): string {
  const { sha, version } = PARTS.actions[action] ?? { sha: '', version: '' };
  return `${action}@${sha} # ${version}`;
}

/** A workflow that nobody has anything to say about. */
export const CLEAN = `name: CI
on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: ${pin('actions/checkout')}
        with:
          persist-credentials: false
`;

/** Rule, line and column of each finding. */
export function places({ findings }: ComplianceReport): string[] {
  return findings.map(({ rule, range }) => `${rule} ${range.start.line}:${range.start.column}`);
}

/** Why engines failed; empty where all of them ran. */
export function reasons({ engines }: ComplianceReport): string[] {
  return engines.flatMap(({ name, status, reason = '' }) => (status === 'failed' ? [`${name}: ${reason}`] : []));
}
