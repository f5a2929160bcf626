import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that was started: what is needed to end it, from another process too. */
export interface Started {
  readonly pid: number;
  readonly program: string;
}

/** How long it may take to end by itself, in milliseconds. */
const GRACE = 2000;
const PAUSE = 20;

/** Ends a process and all that it has started; settles when it is gone. */
export async function stopGroup(pid: number): Promise<void> {
  if (pid <= 1 || !send(pid, 'SIGTERM')) return;
  for (let waited = 0; waited < GRACE; waited += PAUSE) {
    if (!isAlive(pid)) return;
    await sleep(PAUSE);
  }
  send(pid, 'SIGKILL');
}

/** Ends a server that an earlier process has started, if it still runs; tells whether it did. A number that another program has by now is left alone. */
export async function stopStarted({ pid, program }: Started): Promise<boolean> {
  if (pid <= 1 || !isAlive(pid) || !isOf(pid, program)) return false;
  await stopGroup(pid);
  return true;
}

/** Of the whole group where there are groups. */
function send(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    if (process.platform === 'win32' && signal !== 0) {
      execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
      return true;
    }
    return process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  return send(pid, 0);
}

function isOf(pid: number, program: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    const words = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return words.includes(basename(program));
  } catch {
    return false;
  }
}
