import { describe, expect, it } from 'vitest';
import type { ActionCatalogue } from '../../src/domain/catalogue.ts';
import { OWN_RULES } from '../../src/validate/own-rules.ts';
import { file, PARTS, report, WORKFLOW } from '../fakes/judging.ts';

/** The releases that the examples speak of; the real catalogue moves on. */
const ACTIONS: ActionCatalogue = {
  'actions/checkout': { version: 'v7.0.1', sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', inputs: { ref: {} } },
  'actions/cache': {
    version: 'v5.0.5',
    sha: '0'.repeat(40),
    inputs: { path: { required: true }, key: { required: true } },
  },
  'actions/create-github-app-token': {
    version: 'v3.1.1',
    sha: '1'.repeat(40),
    inputs: { 'client-id': {}, 'app-id': { deprecated: true }, 'private-key': { required: true } },
  },
};

/** What these examples are of cannot be written into them, or is told by the place of the file or by another one as well. (engines.test.ts, calls.test.ts) */
const UNSHOWN = ['text-encoding', 'too-many-findings', 'not-a-workflow', 'call-mismatch'];

describe.each(OWN_RULES.filter(({ id }) => !UNSHOWN.includes(id)))('The rule $id', ({ id, good, bad, level, help }) => {
  it('finds its bad example, and says it at its level', async () => {
    const found = (await judge(id, bad)).filter(({ rule }) => rule === id);
    expect(found).not.toEqual([]);
    expect([...new Set(found.map((finding) => finding.level))]).toEqual([id === 'missing-input' ? 'warning' : level]);
    expect(found[0]?.message).not.toMatch(/[{}]/);
    expect(found[0]?.help).toBe(help);
  });

  it('finds nothing in its good example', async () => {
    expect((await judge(id, good)).filter(({ rule }) => rule === id)).toEqual([]);
  });
});

it('No two rules have the same id, neither here nor among the policies', () => {
  const ids = [...OWN_RULES, ...PARTS.rules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** Steps stand in a workflow, the metadata of an action in its file. */
async function judge(id: string, example: string) {
  const text = example.startsWith('- ')
    ? `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${example.replace(/^/gm, '      ').trimEnd()}\n`
    : example;
  const { findings } = await report([file(text, id.startsWith('action-') ? 'action.yml' : WORKFLOW)], {
    ...PARTS,
    actions: ACTIONS,
  });
  return findings;
}
