import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Examples, readExamples } from '../../scripts/policies.ts';
import { loadPolicy } from '../../src/clients/opa.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { fill } from '../../src/domain/rule.ts';
import { requestFacts } from '../../src/validate/request-facts.ts';
import { workflowFacts } from '../../src/workflow/facts/facts.ts';

const policies = fileURLToPath(new URL('../../policies', import.meta.url));
const policy = await loadPolicy(readFileSync(`${policies}/policy.wasm`), 'policy.wasm');
const catalogue = JSON.parse(readFileSync(`${policies}/rules.json`, 'utf8')) as readonly Rule[];

const KINDS = ['workflow', 'request'] as const;
const rules = KINDS.flatMap((kind) =>
  readdirSync(`${policies}/agent/rules/${kind}`).map((name) => ({ kind, name, id: name.replaceAll('_', '-') })),
);

/** The rules that the issue of the policies names: none may be lost, whatever becomes of the folders. */
const PROMISED = [
  'unpinned-uses',
  'unpinned-image',
  'permissions-missing',
  'excessive-permissions',
  'dangerous-triggers',
  'untrusted-checkout',
  'template-injection',
  'credentials-persisted',
  'missing-timeout',
  'self-hosted-on-pull-request',
  'insecure-commands',
  'secrets-inherit',
  'cache-in-release',
  'continue-on-error-on-check',
  'deploy-on-pull-request',
  'workflow-writes-workflows',
  'overprovisioned-secrets',
  'hardcoded-container-credentials',
  'unsound-contains',
  'bot-conditions',
  'app-token-unscoped',
  'stored-publishing-token',
  'untrusted-environment',
  'removes-tests',
  'removes-builds',
  'removes-audits',
  'removes-secret-scans',
  'removes-approvals',
  'removes-image-scans',
];

it('Every promised rule is in the catalogue, with everything that it must say of itself', () => {
  expect(catalogue.map(({ id }) => id).sort()).toEqual([...PROMISED].sort());
  for (const rule of catalogue)
    for (const text of [rule.title, rule.description, rule.message, rule.help, rule.good, rule.bad])
      expect(text).not.toBe('');
});

describe.each(rules)('The policy $id, compiled', ({ kind, name, id }) => {
  const examples: Examples = readExamples(policies, kind, name);
  const found = (text: string) => policy.evaluate(inputOf(kind, text)).filter(({ rule }) => rule === id);

  it('has at least one good and one bad example', () => {
    expect(examples.good.length * examples.bad.length).toBeGreaterThan(0);
  });

  it('says in one of its bad examples what it says', () => {
    expect(examples.bad.some(({ says }) => says !== undefined)).toBe(true);
  });

  it.each(examples.bad.map((example, index) => ({ index, ...example })))(
    'finds exactly what is wrong in bad example $index, and says it at its level',
    ({ text, findings, level, says }) => {
      const judged = found(text);
      expect(judged.map(({ path }) => JSON.stringify(path)).sort()).toEqual(
        findings.map((path) => JSON.stringify(path)).sort(),
      );
      const rule = catalogue.find((one) => one.id === id);
      const levels = judged.map((finding) => finding.level ?? rule?.level);
      expect([...new Set(levels)]).toEqual([level ?? rule?.level]);
      if (says !== undefined)
        expect(judged.map(({ message, params }) => message ?? fill(rule?.message ?? '', params))).toContain(says);
    },
  );

  it.each(examples.good.map((text, index) => ({ index, text })))('finds nothing in good example $index', ({ text }) => {
    expect(found(text)).toEqual([]);
  });

  it('finds nothing in an empty document', () => {
    expect(
      policy.evaluate(kind === 'request' ? requestFacts({ version: 1, intents: [] }) : workflowFacts(null, 'w.yml')),
    ).toEqual([]);
  });
});

function inputOf(kind: 'workflow' | 'request', text: string): unknown {
  const value: unknown = parse(text);
  return kind === 'workflow'
    ? workflowFacts(value, 'example.yml')
    : requestFacts(value as Parameters<typeof requestFacts>[0]);
}
