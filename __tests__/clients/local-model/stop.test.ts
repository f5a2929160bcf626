import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startOf, stopStarted } from '../../../src/clients/local-model/stop.ts';

/** A program that waits, in a group of its own. */
function waiting() {
  const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  const pid = child.pid ?? 0;
  return { started: { pid, program: '/usr/bin/sleep', startedAt: startOf(pid) }, ended: once(child, 'exit') };
}

const PLATFORM = process.platform;

afterEach(() => Object.defineProperty(process, 'platform', { value: PLATFORM }));

describe('A server that an earlier process has started', () => {
  it('is ended', async () => {
    const { started, ended } = waiting();
    expect(await stopStarted(started)).toBe(true);
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it.each([['0'], [null]])('is left alone where its number belongs to another process by now: begun %j', async (at) => {
    const { started, ended } = waiting();
    expect(await stopStarted({ ...started, startedAt: at })).toBe(false);
    process.kill(-started.pid, 'SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('is left alone where nobody can tell when it began, as on Windows', async () => {
    const { started, ended } = waiting();
    Object.defineProperty(process, 'platform', { value: 'win32' });
    const kill = vi.spyOn(process, 'kill');
    expect(startOf(started.pid)).toBeNull();
    expect(await stopStarted(started)).toBe(false);
    expect(kill.mock.calls.filter(([, signal]) => signal !== 0)).toEqual([]);
    kill.mockRestore();
    process.kill(-started.pid, 'SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('is not there any more where it has ended, and our own group never is one', async () => {
    const { started, ended } = waiting();
    process.kill(-started.pid, 'SIGKILL');
    await ended;
    expect(await stopStarted(started)).toBe(false);
    expect(await stopStarted({ ...started, pid: 1 })).toBe(false);
  });
});
