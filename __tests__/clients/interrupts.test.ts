import { describe, expect, it } from 'vitest';
import { uninterrupted } from '../../src/clients/interrupts.ts';

describe('Work that must be whole', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is done to its end when %s comes, which is then told',
    async (signal) => {
      const done: string[] = [];
      const work = uninterrupted(() => {
        process.kill(process.pid, signal);
        done.push('the end');
      });
      await expect(work).rejects.toMatchObject({ code: 'INTERRUPTED', message: expect.stringContaining(signal) });
      expect(done).toEqual(['the end']);
    },
  );

  it('gives what was made, and leaves no listener behind', async () => {
    const before = process.listenerCount('SIGINT');
    expect(await uninterrupted(() => 7)).toBe(7);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('that fails, fails with its own reason', async () => {
    const work = uninterrupted(() => {
      process.kill(process.pid, 'SIGTERM');
      throw new Error('no room');
    });
    await expect(work).rejects.toThrow('no room');
  });
});
