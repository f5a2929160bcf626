import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct } from '../../../rigs/act/act.ts';
import { type GitHubRig, startGitHub } from '../../../rigs/github/github.ts';
import { GROUPS } from './groups.ts';
import { sceneIn } from './scenario.ts';
import { REPOSITORIES } from './stage.ts';

const act = await findAct();
if (act === undefined) console.warn('NOT TESTED: the action in a pull request, for want of act (make tools).');

it('What the action’s scenarios need is there, at least where CI is true', () => {
  expect(process.env.CI === 'true' ? act : 'act').toBeDefined();
});

describe.skipIf(act === undefined).concurrent('The action in a workflow, as users have it', () => {
  let rig: GitHubRig;
  beforeAll(async () => {
    rig = await startGitHub({ repositories: REPOSITORIES, contract: true });
  }, 120_000);
  afterAll(() => rig?.[Symbol.asyncDispose]());

  const scene = sceneIn({ rig: () => rig });
  for (const [title, scenes] of GROUPS) describe(title, () => scenes(scene));
});
