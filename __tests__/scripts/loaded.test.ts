import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loaded, SDKS } from '../../scripts/bench/loaded.ts';

it('A run loads the SDK of the provider that it asks, and none where it asks nobody', async () => {
  const place = mkdtempSync(join(tmpdir(), 'loaded-'));
  try {
    const rows = await loaded(fileURLToPath(new URL('../../examples/shop', import.meta.url)), place);
    const asking = (row: (typeof rows)[number]) =>
      SDKS.find((sdk) => row.command.includes(sdk.includes('anthropic') ? 'anthropic' : sdk));
    expect(rows.map(({ exitCode }) => exitCode)).toEqual(rows.map(() => 0));
    expect(rows.map(({ sdks }) => sdks)).toEqual(rows.map((row) => [asking(row)].filter((sdk) => sdk !== undefined)));
    expect(rows.filter((row) => asking(row) === undefined).length).toBeGreaterThanOrEqual(4);
    expect(rows.filter((row) => asking(row) !== undefined)).toHaveLength(SDKS.length);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
