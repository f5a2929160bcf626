import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that was started: what is needed to end it, from another process too. */
export interface Started {
  readonly pid: number;
  readonly program: string;
  /** When it began, as startOf() tells. */
  readonly startedAt: string | null;
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

/** Ends a server that an earlier process has started, if it still runs; tells whether it did. A number that another process has by now is left alone, and so is one of which that cannot be told. */
export async function stopStarted({ pid, startedAt }: Started): Promise<boolean> {
  if (pid <= 1 || startedAt === null || !isAlive(pid) || startOf(pid) !== startedAt) return false;
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

/** When a process began, in words that are the same whenever it is asked; null where it has ended, and on Windows. */
export function startOf(pid: number): string | null {
  try {
    switch (process.platform) {
      case 'win32':
        return null;
      case 'linux':
        return ticksIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      default:
        return (
          execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: PLAIN }).trim() || null
        );
    }
  } catch {
    return null;
  }
}

const PLAIN = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** The 22nd word; the second is a name in brackets, and may have anything in it. (proc_pid_stat(5)) */
function ticksIn(stat: string): string | null {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
