import { describe, expect, it, vi } from 'vitest';
import { deadlineAfterStart, deadlineFromNow } from '../../src/clients/deadline.ts';

describe('A deadline', () => {
  it('has less time left with every look, and never less than none', () => {
    const deadline = deadlineFromNow(10_000);
    const [first, second] = [deadline.remaining(), deadline.remaining()];
    expect(second).toBeLessThanOrEqual(first);
    expect(deadlineFromNow(-5).remaining()).toBe(0);
  });

  it('begins with the process where it is told to', () => {
    const started = performance.now();
    const left = deadlineAfterStart(started + 60_000).remaining();
    expect(left).toBeLessThanOrEqual(60_000);
    expect(deadlineAfterStart(started).remaining()).toBe(0);
  });

  it('is never put off by one within it', () => {
    expect(deadlineFromNow(10).within(60_000).remaining()).toBeLessThanOrEqual(10);
    expect(deadlineFromNow(60_000).within(10).remaining()).toBeLessThanOrEqual(10);
  });

  it('lets work give what it has, and fail as it does', async () => {
    const deadline = deadlineFromNow(60_000);
    expect(await deadline.race(async () => 7)).toBe(7);
    await expect(deadline.race(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('leaves work behind that never ends', async () => {
    const late = deadlineFromNow(5).race(() => new Promise(() => {}));
    await expect(late).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('is the reason even where work fails because it is told to stop', async () => {
    const heeding = (signal: AbortSignal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('I was told to stop'))));
    await expect(deadlineFromNow(5).race(heeding)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('keeps no timer when work is done', async () => {
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    await deadlineFromNow(60_000).race(async () => {});
    expect(cleared).toHaveBeenCalledOnce();
    cleared.mockRestore();
  });
});
