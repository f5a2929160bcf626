import { describe, expect, it } from 'vitest';
import type { Gathered } from '../../src/context/words/gather.ts';
import { ActionError } from '../../src/domain/errors.ts';
import { hear } from '../../src/entry/action/hear.ts';
import type { Job } from '../../src/entry/action/job.ts';
import { commentTrigger, pullRequestTrigger } from '../fakes/triggers.ts';

const JOB = {
  inputs: { request: 'Lint the Go code.' },
  runner: { run: { serverUrl: 'https://github.com', repository: { owner: 'acme', name: 'shop' } } },
} as unknown as Job;

const FAULT = new ActionError('GITHUB_UNREACHABLE', 'it did not answer in time.');

/** Comments could not be read. */
const NONE: Gathered = { comments: null, text: null, access: new Map(), notes: [], faults: [FAULT] };

const asking = (body: string) => commentTrigger({ body });

describe('A run that cannot read the comments', () => {
  it.each([['/agent-generate lint'], ['/agent-generate reset']])(
    'is no run in which nothing was asked for, where one has started it: %s',
    (body) => {
      expect(() => hear(JOB, asking(body), { gathered: NONE, bots: [] })).toThrow(FAULT);
    },
  );

  it.each([
    ['a pull request', pullRequestTrigger()],
    ['a comment that says nothing', asking('/agent-generate')],
  ])('goes on where %s has started it, and says why once they are asked for', async (_, trigger) => {
    const heard = hear(JOB, trigger, { gathered: NONE, bots: [] });
    expect(heard.wishes.map(({ from, words }) => [from, words])).toEqual([['input', 'Lint the Go code.']]);
    expect(heard.unheard).toBeNull();
    await expect(heard.comments()).rejects.toBe(FAULT);
  });

  it('has no token where there is no other reason', async () => {
    const heard = hear(JOB, pullRequestTrigger(), { gathered: { ...NONE, faults: [] }, bots: [] });
    await expect(heard.comments()).rejects.toMatchObject({ code: 'TOKEN_MISSING' });
  });
});
