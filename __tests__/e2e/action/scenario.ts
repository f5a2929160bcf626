import { expect, it } from 'vitest';
import { type GitHubRig, JOB_TOKEN } from '../../../rigs/github/github.ts';
import { filesIn } from '../../../rigs/github/zip.ts';
import { expectContract, type Result, type Stage, type StageFiles, stageOf } from './stage.ts';

export const GO_MODULE = 'module example.com/cart\n\ngo 1.25\n';
export const GO_TEST = 'package cart\n\nimport "testing"\n\nfunc TestNothing(t *testing.T) {}\n';

/** A pull request that adds a Go module to a repository without code. */
export const GO: StageFiles = {
  base: { 'README.md': '# Shop\n' },
  head: { 'cart/go.mod': GO_MODULE, 'cart/cart_test.go': GO_TEST },
};

/** What a group of scenarios is given. */
export interface Theatre {
  readonly rig: () => GitHubRig;
}

/** A sentence of docs/scenarios.md, and what shows that it is true. Every run must keep GitHub's contract, and leak nothing: see below. */
export type Scene = (name: string, play: (stage: Stage, rig: GitHubRig) => Promise<void>, files?: StageFiles) => void;

export function sceneIn(theatre: Theatre): Scene {
  return (name, play, files = GO) =>
    it(name, async () => {
      await using stage = await stageOf(theatre.rig(), files);
      const runs: Result[] = [];
      const watched: Stage = {
        ...stage,
        run: async (options) => {
          const result = await stage.run(options);
          runs.push(result);
          return result;
        },
      };
      await play(watched, theatre.rig());
      const comments = await stage.comments();
      for (const run of runs) {
        expectContract(run);
        expectClean(run, comments);
      }
    });
}

/** Nowhere the token, nowhere our insides, and outputs whatever happened. */
function expectClean({ log, summary, artifacts, outputs }: Result, comments: Awaited<ReturnType<Stage['comments']>>) {
  const kept = artifacts.flatMap(({ zip }) => [...filesIn(zip).values()]);
  for (const text of [log, summary ?? '', ...kept, ...comments.map(({ body }) => body)]) {
    expect(text).not.toContain(JOB_TOKEN);
    expect(text).not.toMatch(/\n\s+at .+:\d+:\d+|node:internal|UnhandledPromise|\bINTERNAL\b|\[object /);
  }
  expect(outputs).not.toBeNull();
}

/** The run is green, its file is proven, and what it says of that is everywhere but where the scenario says otherwise. */
export function expectProven({ conclusion, outputs, log, summary }: Result): void {
  expect(conclusion, log).toBe('success');
  expect(outputs).toMatchObject({ verdict: 'pass', 'workflow-path': '.github/workflows/generated.yml' });
  expect(summary).toContain('CI pipeline');
}

/** What was written to GitHub, or tried; a query of GraphQL only reads. */
export function writesOf({ requests }: Result): readonly string[] {
  return requests
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
    .map(({ method, path }) => `${method} ${path}`);
}

/** The entries of the plan; none where it is empty. */
export function planOf({ outputs }: Result): readonly { readonly id: string; readonly runner: unknown }[] {
  const plan = outputs?.plan ?? '';
  return plan === '' ? [] : (JSON.parse(plan) as { readonly include: ReturnType<typeof planOf> }).include;
}
