import { describe, expect, it } from 'vitest';
import { foundBy } from '../../../fakes/checking.ts';

const scheduled = (schedule: string) => `on:\n  schedule:\n    - { ${schedule} }\njobs: {}\n`;
const found = (schedule: string) => foundBy(['schedule-too-frequent', 'unknown-timezone'], scheduled(schedule));

const often = (minutes: string) =>
  `3 schedule-too-frequent: The schedule asks for a run every ${minutes}; GitHub runs it every 5 minutes at most.`;

describe('A schedule', () => {
  it.each([
    ['* * * * *', 'minute'],
    ['*/4 * * * *', '4 minutes'],
    ['1-59/3 3 * * *', '3 minutes'],
    ['0,2 0 1 1 *', '2 minutes'],
    ['10/2 * * * *', '2 minutes'],
    ['2,58 * * * *', '4 minutes'],
    ['2,58 4,5 * * *', '4 minutes'],
    [' 0-1  0 * * 1-5', 'minute'],
  ])('asks for %s', async (cron, minutes) => {
    expect(await found(`cron: '${cron}'`)).toEqual([often(minutes)]);
  });

  it.each([
    '*/5 * * * *',
    '0 */3 * * *',
    '59 * * * *',
    '2,58 4,6 * * *',
    '0,5,10 * * JAN MON-FRI',
    '7/10 * * * *',
    '1 1 * *',
    'x * * * *',
    '@hourly',
  ])('may be %s', async (cron) => {
    expect(await found(`cron: '${cron}'`)).toEqual([]);
  });

  it.each(['Not/A/Timezone', 'Asia/Somewhere', 'local', '+01:00', '../etc'])('knows no zone %s', async (zone) => {
    expect(await found(`cron: '0 7 * * *', timezone: '${zone}'`)).toEqual([
      `3 unknown-timezone: There is no time zone ${zone}.`,
    ]);
  });

  it.each(['Europe/Berlin', 'UTC', 'Etc/UTC', 'America/Argentina/Ushuaia', 'America/Coyhaique', 'Europe/Kyiv'])(
    'knows the zone %s',
    async (zone) => {
      expect(await found(`cron: '0 7 * * *', timezone: ${zone}`)).toEqual([]);
    },
  );
});
