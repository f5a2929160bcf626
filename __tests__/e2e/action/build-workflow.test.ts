import { describe, expect, it } from 'vitest';
import { temporaryRepository } from '../../fakes/repository.ts';
import { haveTools } from '../../tools.ts';
import { BUILD, runBuilding } from './building.ts';

/** A plan as an attacker would like it: what it runs comes from the head. */
const PLAN = {
  include: [
    {
      id: 'head-test',
      name: 'head: test',
      runner: 'ubuntu-24.04',
      timeout: 5,
      setup: [],
      tools: {},
      commands: [{ name: 'Test', run: "echo 'a command of the head'", directory: '.' }],
    },
  ],
};

describe.skipIf(!haveTools('act'))('The workflow that runs a plan', () => {
  it('runs it on a pull request', async () => {
    const { outcomes, log } = await runOn('pull_request');
    expect(outcomes, log).toEqual(['head-test: passed']);
    expect(log).toContain('a command of the head');
  });

  it.each(['pull_request_target', 'issue_comment', 'workflow_run'])(
    'refuses it on %s, where the job would have the rights of the base',
    async (event) => {
      const { outcomes, log } = await runOn(event);
      expect(outcomes, log).toEqual(['refuse: failed']);
      expect(log).toContain('Main Refuse the event');
      expect(log).not.toContain('a command of the head');
    },
  );

  it('takes a command for data, whatever is in it', async () => {
    const hostile = `printf '%s\\n' "quo\\"ted" '\${{ github.token }}' "$(echo sub)" && echo "::notice::said"`;
    const { outcomes, log } = await runOn('pull_request', hostile);
    expect(outcomes, log).toEqual(['head-test: passed']);
    expect(log).toContain('quo"ted\n${{ github.token }}\nsub');
  });
});

async function runOn(event: string, run?: string) {
  await using repository = temporaryRepository({ 'README.md': '# A repository\n' });
  const [entry] = PLAN.include;
  const plan =
    run === undefined ? PLAN : { include: [{ ...entry, commands: [{ name: 'Test', run, directory: '.' }] }] };
  const workflow = { name: 'ci', on: event, jobs: { build: { uses: BUILD, with: { plan: JSON.stringify(plan) } } } };
  return await runBuilding({
    // JSON is YAML. An expression in it would be taken for one of the workflow's own.
    workflow: JSON.stringify(workflow).replaceAll('${{', "${{ '${{' }}"),
    checkout: repository.path,
    event,
    payload: { repository: { default_branch: 'main' } },
    apiUrl: 'http://127.0.0.1:9',
  });
}
