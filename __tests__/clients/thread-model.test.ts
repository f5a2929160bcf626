import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { threadModel } from '../../src/clients/thread-model.ts';
import { OPENING } from '../fakes/model-replies.ts';

describe('A model in a thread', () => {
  it('is told the conversation and its setting, and sees no variable and no flag of the process', async () => {
    expect(await replyOf('chatters')).toEqual({ conversation: OPENING, setting: 7, variables: [], arguments: [] });
  });

  it('cannot print between results', () => {
    const { href } = new URL('../../src/clients/thread-model.ts', import.meta.url);
    const program = `
      const { threadModel } = await import('${href}');
      const model = threadModel(new URL('${modelAt('chatters').href}'));
      await model.reply({}, new AbortController().signal);
      process.stdout.write('the result');
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'the result', stderr: '' });
  });

  it.each([
    ['throws', /the provider broke/],
    ['throws-late', /nobody awaits this/],
    ['exits', /ended without an answer/],
    ['hoards', /memory/],
    ['babbles-in-functions', /Error/],
    ['not-there', /Cannot find module/],
  ])('that %s has failed, and the cause is kept', async (name, cause) => {
    const error: unknown = await replyOf(name).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'MODEL_FAILED', message: 'the model failed before it answered.' });
    expect(String(error instanceof Error && error.cause)).toMatch(cause);
  });

  it.each(['hangs', 'blocks', 'waits'])('that %s is ended when it is told to stop', async (name) => {
    const controller = new AbortController();
    const answer = replyOf(name, controller.signal);
    controller.abort(new Error('time is up'));
    await expect(answer).rejects.toMatchObject({ code: 'MODEL_FAILED', cause: { message: 'time is up' } });
  });

  it('is not even waited for where it is told to stop before', async () => {
    await expect(replyOf('hangs', AbortSignal.abort(new Error('too late')))).rejects.toMatchObject({
      code: 'MODEL_FAILED',
    });
  });
});

function modelAt(name: string): URL {
  return new URL(`../fakes/models/${name}.ts`, import.meta.url);
}

function replyOf(name: string, signal: AbortSignal = new AbortController().signal): Promise<unknown> {
  return threadModel(modelAt(name), 7).reply(OPENING, signal);
}
