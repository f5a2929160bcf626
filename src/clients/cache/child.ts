import type { CacheOrder, CacheTold } from './order.ts';

/** Takes one order from the process that started this one, answers it, and ends. What is thrown is printed, as the client prints its troubles. */
export async function orderFromParent(obey: (order: CacheOrder) => Promise<CacheTold>): Promise<void> {
  const order = await new Promise<CacheOrder>((resolve) => process.once('message', (it) => resolve(it as CacheOrder)));
  const told = await obey(order).catch((thrown: unknown): CacheTold => {
    process.stdout.write(`::warning::${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return { kind: 'missing' };
  });
  process.send?.(told, () => process.disconnect());
}
