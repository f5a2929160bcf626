import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leaveForPost, leaveNothing } from '../../src/clients/job.ts';
import { readLeft } from '../../src/inputs/post.ts';
import { temporaryDirectory } from '../fakes/repository.ts';

afterEach(() => vi.unstubAllEnvs());

const SERVER = { pid: 4711, program: '/bin/llama-server', startedAt: '123' };
const NOTHING = { server: null, answers: null, folder: null };
const HEX = 'a'.repeat(64);

/** What the runner hands on of what `leave` has left: the last of each name, whatever an earlier step has set. */
function handedOn(leave: () => void): ReadonlyMap<string, string> {
  using folder = temporaryDirectory();
  const file = join(folder.path, 'state');
  writeFileSync(file, '');
  vi.stubEnv('GITHUB_STATE', file);
  leave();
  const saved = readFileSync(file, 'utf8').matchAll(/^(\w+)<<(\S+)\n(.*)\n\2$/gm);
  const state = new Map([...saved].map(([, name = '', , value = '']) => [name, value]));
  for (const [name, value] of state) vi.stubEnv(`STATE_${name}`, value);
  return state;
}

describe('What a run leaves for the end of its job', () => {
  it('is what the runner hands on', () => {
    handedOn(() => leaveForPost('server', SERVER));
    expect(readLeft()).toEqual({ ...NOTHING, server: SERVER });
  });

  it('goes over what an earlier step has set, also where it is nothing', () => {
    vi.stubEnv('STATE_server', JSON.stringify(SERVER));
    vi.stubEnv('STATE_folder', JSON.stringify({ key: 'agent-generate-model-1-gguf-a', name: `gguf-${HEX}` }));
    vi.stubEnv('STATE_answers', JSON.stringify({ key: `agent-generate-answers-1-${HEX}-0`, text: '{}' }));
    expect(Object.values(readLeft())).not.toContain(null);
    handedOn(leaveNothing);
    expect(readLeft()).toEqual(NOTHING);
  });

  it('may be lost, which is no fault of the run, and is told', () => {
    vi.stubEnv('GITHUB_STATE', '/nonexistent/state');
    expect(leaveForPost('server', SERVER)).toBe('it could not be left for the end of the job');
  });

  it.each([
    ['letters of three bytes', '漢'],
    ['characters that are escaped, and escaped again', '"'],
    ['control characters', '\u0001'],
  ])('is small enough for an environment, or is not left and told: %s', (_, character) => {
    const leave = (length: number) => {
      let why: string | null = null;
      const state = handedOn(() => {
        why = leaveForPost('answers', { key: 'k', text: JSON.stringify(character.repeat(length)) });
      });
      return { why, bytes: Buffer.byteLength(state.get('answers') ?? '') };
    };
    expect(leave(1000)).toEqual({ why: null, bytes: expect.any(Number) });
    expect(leave(1000).bytes).toBeGreaterThan(1000);
    expect(leave(60_000)).toEqual({ why: expect.stringMatching(/^it has \d+ bytes, and \d+ can be left$/), bytes: 0 });
  });

  it('is nothing where there is nothing', () => {
    expect(readLeft()).toEqual(NOTHING);
  });

  it.each([
    ['server', { ...SERVER, pid: 1 }],
    ['server', { ...SERVER, program: '/usr/bin/postgres' }],
    ['server', { ...SERVER, startedAt: null }],
    ['server', 7],
    ['folder', { key: 'agent-generate-model-1-gguf-a', name: '../../home' }],
    ['folder', { key: 'agent-generate-model-1-gguf-a', name: '/home' }],
    ['folder', { key: 'node-cache-linux', name: `gguf-${HEX}` }],
    ['answers', { key: 'node-cache-linux', text: '{}' }],
  ])('is nothing where it is not of ours: %s %j', (name, value) => {
    vi.stubEnv(`STATE_${name}`, JSON.stringify(value));
    expect(readLeft()).toEqual(NOTHING);
  });

  it('is nothing where it was cut off', () => {
    vi.stubEnv('STATE_server', '{"pid":4711');
    expect(readLeft()).toEqual(NOTHING);
  });
});
