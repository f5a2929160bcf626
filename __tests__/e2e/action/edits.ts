import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runCli } from '../../fakes/built.ts';
import { GO_TEST, type Scene } from './scenario.ts';
import type { Stage } from './stage.ts';

const WORKFLOW = '.github/workflows/generated.yml';

export function edits(scene: Scene): void {
  scene(
    'An edit by hand stays in what is proposed, also where the checkout does not have what was generated.',
    async (stage) => {
      await editAndGrow(stage);
      for (const checkout of ['merge', 'deep', 'none'] as const) {
        const { conclusion, outputs, requests } = await stage.run({ checkout });
        expect(conclusion).toBe('success');
        expect(outputs).toMatchObject({
          verdict: 'pass',
          changed: 'true',
          findings: '{"error":0,"warning":0,"note":1}',
        });
        expect(requests.length).toBeLessThanOrEqual(checkout === 'none' ? 12 : 4);
        const [comment] = await stage.comments();
        expect(comment?.body).toContain('### ✅ CI pipeline: proven');
        expect(comment?.body).toContain('`EDITED_BY_HAND`');
        expect(comment?.body).toMatch(/^\+.*mill/m);
        expect(comment?.body).not.toMatch(/^-.*timeout-minutes: 33/m);
      }
    },
  );

  scene('What was generated is asked of GitHub only where the checkout cannot tell it.', async (stage) => {
    await editAndGrow(stage);
    const asks = async (checkout: 'head' | 'deep') => {
      const { requests } = await stage.run({ checkout });
      return requests.filter(({ path }) => path.endsWith('/graphql')).length;
    };
    expect([await asks('head'), await asks('deep')]).toEqual([0, 1]);
  });

  scene(
    'Where nobody can tell what was generated, an edited file stays as it is, and the comment says why.',
    async (stage) => {
      await editAndGrow(stage);
      stage.local.write({ [WORKFLOW]: workflowIn(stage).replace(/^# body: \w{4}/m, '# body: 0000') });
      await stage.push('Forge the header');
      const { conclusion, outputs } = await stage.run();
      expect(conclusion).toBe('success');
      expect(outputs).toMatchObject({ verdict: 'pass', changed: 'false' });
      const [comment] = await stage.comments();
      expect(comment?.body).toContain('### ✋ CI pipeline: the file was edited by hand and stays as it is');
      expect(comment?.body).toContain('`BASE_NOT_FOUND`');
      expect(comment?.body).toContain('`DIFFERENCE_LEFT`');
    },
  );
}

/** The pipeline is taken over, somebody edits it, and a second module comes: each is a commit. */
async function editAndGrow(stage: Stage): Promise<void> {
  const { code, stderr } = runCli(['generate', '--repository', stage.local.path, '--base', 'main', '--write']);
  expect(code, stderr).toBe(0);
  await stage.push('Take it over');
  stage.local.write({ [WORKFLOW]: workflowIn(stage).replace('timeout-minutes: 20', 'timeout-minutes: 33') });
  await stage.push('It takes longer');
  stage.local.write({ 'mill/go.mod': 'module example.com/mill\n\ngo 1.25\n', 'mill/mill_test.go': GO_TEST });
  await stage.push('Add mill');
}

function workflowIn({ local }: Stage): string {
  return readFileSync(join(local.path, WORKFLOW), 'utf8');
}
