import { expect, it } from 'vitest';
import { theUnit } from '../profiled.ts';

const FILES = {
  'package.json': '{"name": "a", "scripts": {"test": "vitest run"}, "dependencies": {"pg": "8"}}',
  'package-lock.json': '{}',
  'a.test.js': '',
};

async function containerOf(settings: string) {
  const compose = `services:\n  db:\n    environment: { POSTGRES_PASSWORD: pw }\n${settings.replace(/^/gm, '    ')}\n`;
  const { needs } = await theUnit({ ...FILES, 'compose.yaml': compose });
  expect(needs.map(({ service, version }) => [service, version])).toEqual([['postgres', '17']]);
  return needs[0]?.container;
}

it.each(['image: postgres:17', 'image: docker.io/library/postgres:17\nports: ["5432:5432"]'])(
  'A server that runs as its kind does has no container of its own: %s',
  async (settings) => {
    expect(await containerOf(settings)).toBeUndefined();
  },
);

it.each([
  ['image: postgres:17\nports: ["5433:5432"]', { ports: ['5433:5432'] }],
  ['image: postgres:17\ncommand: -c fsync=off', { command: '-c fsync=off' }],
  [
    'image: postgres:17\nhealthcheck: { test: [CMD, pg_isready, -q] }',
    { options: [['--health-cmd', 'pg_isready -q']] },
  ],
  ['image: postgis/postgis:17', { image: 'postgis/postgis:17' }],
])('What the repository says otherwise of it is kept: %s', async (settings, kept) => {
  expect(await containerOf(settings)).toMatchObject(kept);
});
