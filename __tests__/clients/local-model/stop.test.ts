import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { stopStarted } from '../../../src/clients/local-model/stop.ts';

/** A program that waits, in a group of its own. */
function waiting() {
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  return { pid: child.pid ?? 0, ended: once(child, 'exit') };
}

describe('A server that an earlier process has started', () => {
  it('is ended', async () => {
    const { pid, ended } = waiting();
    expect(await stopStarted({ pid, program: '/usr/bin/sleep' })).toBe(true);
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('is left alone where its number belongs to another program by now', async () => {
    const { pid, ended } = waiting();
    expect(await stopStarted({ pid, program: '/opt/llama-server' })).toBe(false);
    process.kill(-pid, 'SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('is not there any more where it has ended, and our own group never is one', async () => {
    const { pid, ended } = waiting();
    process.kill(-pid, 'SIGKILL');
    await ended;
    expect(await stopStarted({ pid, program: 'sleep' })).toBe(false);
    expect(await stopStarted({ pid: 1, program: 'sleep' })).toBe(false);
  });
});
