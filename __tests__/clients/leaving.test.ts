import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leaveForPost } from '../../src/clients/job.ts';
import { readLeft } from '../../src/inputs/post.ts';
import { temporaryDirectory } from '../fakes/repository.ts';

afterEach(() => vi.unstubAllEnvs());

describe('What a run leaves for the end of its job', () => {
  it('is what the runner hands on', () => {
    using folder = temporaryDirectory();
    const file = join(folder.path, 'state');
    writeFileSync(file, '');
    vi.stubEnv('GITHUB_STATE', file);
    leaveForPost('server', { pid: 4711, program: '/bin/llama-server' });
    const [, value = ''] = /^server<<\S+\n(.*)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    vi.stubEnv('STATE_server', value);
    expect(readLeft()).toEqual({ server: { pid: 4711, program: '/bin/llama-server' }, answers: null, folder: null });
  });

  it('may be lost, which is no fault of the run', () => {
    vi.stubEnv('GITHUB_STATE', '/nonexistent/state');
    expect(() => leaveForPost('server', { pid: 4711, program: 'x' })).not.toThrow();
  });

  it('is nothing where there is nothing', () => {
    expect(readLeft()).toEqual({ server: null, answers: null, folder: null });
  });

  it.each(['{"pid":1,"program":"init"}', '{"pid":4711', '7'])('is nothing where it is something else: %s', (state) => {
    vi.stubEnv('STATE_server', state);
    expect(readLeft().server).toBeNull();
  });
});
