import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionlint } from '../../rigs/oracles/actionlint.ts';
import type { OracleFinding } from '../../rigs/oracles/program.ts';
import { zizmor } from '../../rigs/oracles/zizmor.ts';
import { readExamples } from '../../scripts/policies.ts';
import { loadPolicy } from '../../src/clients/opa.ts';
import type { DocumentPath } from '../../src/domain/finding.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { readYaml } from '../../src/workflow/document.ts';
import { workflowFacts } from '../../src/workflow/facts/facts.ts';
import { asList, asMapping, asText } from '../../src/workflow/facts/values.ts';
import { temporaryDirectory, writeAll } from '../fakes/repository.ts';
import { haveTools } from '../tools.ts';
import { DIVERGENCES } from './divergences.ts';

const policies = fileURLToPath(new URL('../../policies', import.meta.url));
const policy = await loadPolicy(readFileSync(`${policies}/policy.wasm`), 'policy.wasm');
const rules = (JSON.parse(readFileSync(`${policies}/rules.json`, 'utf8')) as readonly Rule[]).filter(
  ({ kind }) => kind === 'workflow',
);

/** Peers whose programs the tools bring. What the others call a fault is not compared. */
const COMPARED = ['zizmor', 'actionlint'];
const NOT_COMPARED = ['checkov', 'kjanat', 'poutine', 'scorecard'];

type Difference = 'by us alone' | 'by them alone' | 'in another place';

interface Example {
  readonly name: string;
  readonly text: string;
}

const corpus = rules.flatMap(({ id }): readonly Example[] => {
  const { good, bad } = readExamples(policies, 'workflow', id.replaceAll('-', '_'));
  return [
    ...good.map((text, index) => ({ name: `${id} good ${index}`, text })),
    ...bad.map(({ text }, index) => ({ name: `${id} bad ${index}`, text })),
  ];
});
const aliases = [...new Set(rules.flatMap(({ aliases: all }) => all))].sort();
const peers = aliases.filter((alias) => COMPARED.includes(alias.split('/')[0] ?? ''));

/**
 * Every example of every policy, judged by us and by the peers: a rule of ours that names a peer's rule as its alias must find something where,
 * and only where, that one does.
 */
describe.skipIf(!haveTools('actionlint', 'shellcheck', 'zizmor'))('Our policies beside their peers', () => {
  let theirs: ReadonlyMap<string, readonly OracleFinding[]>;
  let readable: readonly Example[];
  const directory = temporaryDirectory();
  const fileOf = (name: string) => join(directory.path, `${name.replaceAll(' ', '.')}.yml`);

  beforeAll(() => {
    writeAll(directory.path, Object.fromEntries(corpus.map(({ name, text }) => [basename(fileOf(name)), text])));
    // An example is as short as it can be. zizmor gives up on all files where one has a job without steps, or an action without a version.
    readable = corpus.filter(({ text }) => isWhole(parse(text)));
    theirs = new Map([
      [
        'zizmor',
        zizmor(
          readable.map(({ name }) => fileOf(name)),
          'auditor',
        ),
      ],
      ['actionlint', actionlint(readable.map(({ name }) => fileOf(name)))],
    ]);
  }, 60_000);
  afterAll(() => directory[Symbol.dispose]());

  it('name no peer that is neither compared nor known not to be', () => {
    const named = new Set(aliases.map((alias) => alias.split('/')[0]));
    expect([...named].sort()).toEqual([...COMPARED, ...NOT_COMPARED].sort());
  });

  it('are held beside them over nearly all examples', () => {
    expect(readable.length).toBeGreaterThan(corpus.length * 0.85);
  });

  it('agree with them on every example, in every place, but where we know why not', () => {
    const found = readable.flatMap((example) => peers.flatMap((peer) => compare(example, peer)));
    expect(counted(found)).toEqual(Object.fromEntries(DIVERGENCES.map(({ key, examples }) => [key, examples])));
  });

  function compare({ name, text }: Example, peer: string): readonly string[] {
    const [program = '', rule = ''] = peer.split('/');
    const ours = findingsOf(text, peer);
    const hits = (theirs.get(program) ?? []).filter((hit) => hit.rule === rule && hit.file === fileOf(name));
    const differ = (found: Difference) => [`${name.replace(/ \d+$/, '')}: ${peer}, ${found}`];
    if (ours.length === 0) return hits.length === 0 ? [] : differ('by them alone');
    if (hits.length === 0) return differ('by us alone');
    const together = ours.every((path) => hits.some((hit) => isThere(hit, path, text)));
    return together ? [] : differ('in another place');
  }
});

/** The paths of what our rules find that have this alias. */
function findingsOf(text: string, alias: string): readonly DocumentPath[] {
  const ids = rules.filter(({ aliases: all }) => all.includes(alias)).map(({ id }) => id);
  const found = policy.evaluate(workflowFacts(parse(text), 'example.yml'));
  return found.filter(({ rule }) => ids.includes(rule)).map(({ path }) => path);
}

/** One of the places holds the other; actionlint has lines alone. */
function isThere({ places, line }: OracleFinding, path: DocumentPath, text: string): boolean {
  const { start, end } = readYaml(text).rangeOf(path);
  if (places.length === 0) return line >= start.line && line <= end.line;
  return places.some((place) => place.slice(0, path.length).every((step, index) => step === path[index]));
}

function counted(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Whether every job has steps or calls a workflow, and every action a version. */
function isWhole(workflow: unknown): boolean {
  const jobs = Object.values(asMapping(asMapping(workflow).jobs)).map(asMapping);
  const uses = jobs.flatMap(({ steps }) => asList(steps).map((step) => asText(asMapping(step).uses) ?? 'a@b'));
  return jobs.every((job) => 'steps' in job || 'uses' in job) && uses.every((name) => /@|^\.|^docker:/.test(name));
}
