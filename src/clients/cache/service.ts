import { type CacheOrder, type CacheTold, KEPT } from './order.ts';

/**
 * Does one order with the toolkit's client, in the process that was made for it: it works in the current folder, and reads its environment.
 * The client rejects for what its caller did wrong; what its service did wrong it only prints.
 */
export async function obey({ kind, key, prefixes }: CacheOrder): Promise<CacheTold> {
  const { restoreCache, saveCache } = await import('@actions/cache');
  switch (kind) {
    case 'restore': {
      const restored = await restoreCache([KEPT], key, [...prefixes]);
      return restored === undefined ? { kind: 'missing' } : { kind: 'restored', key: restored };
    }
    case 'save':
      return (await saveCache([KEPT], key)) === -1 ? { kind: 'missing' } : { kind: 'saved' };
  }
}
