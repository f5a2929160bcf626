import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findAct } from '../../../rigs/act/act.ts';
import { haveTools } from '../../tools.ts';
import { smallDisk } from './disk.ts';
import { FAULTS, type FaultRow, killedStep, SECONDS } from './faults.ts';
import { machine, type Played } from './stage.ts';

const has = haveTools('act') && (await findAct()) !== undefined;
const DISK = 'The disk is full for the model folder';

describe.skipIf(!has)('What goes wrong with a model on the same machine', () => {
  it.each(FAULTS.filter(({ fault }) => fault !== DISK))(
    '$fault: the run ends in time on a proven file',
    async (row) => {
      using here = machine();
      expectRow(row, await row.play(here));
    },
  );

  it(`${DISK}: the run ends in time on a proven file`, async () => {
    using here = machine();
    using disk = smallDisk(here.toolCache, 256);
    if (disk === null) console.warn('NOT TESTED: a full disk, since this machine lets nobody mount a small one.');
    expect(process.env.CI === 'true' ? disk : 'disk').not.toBeNull();
    const row = FAULTS.find(({ fault }) => fault === DISK);
    if (disk !== null && row !== undefined) expectRow(row, await row.play(here));
  });

  it('A step that is killed leaves no server behind: the end of the job ends it', async () => {
    using here = machine();
    const run = await killedStep(here);
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('the server runs');
    expect(run.log).toContain('The server of the model was still running, and was ended.');
    expect(spawnSync('pgrep', ['-f', here.bin]).status).toBe(1);
  });
});

function expectRow({ layer, code, told }: FaultRow, { conclusion, outputs, log }: Played): void {
  expect(conclusion, log).toBe('success');
  expect(outputs).toMatchObject({ verdict: 'pass', 'workflow-path': '.github/workflows/generated.yml', source: layer });
  expect(Number(outputs?.['duration-ms'])).toBeLessThan(SECONDS * 1000);
  const reason = outputs?.['fallback-reason'] ?? '';
  expect(reason.split(':')[0]).toBe(code ?? '');
  const where = code === null ? log : reason;
  expect(where.replaceAll(/127\.0\.0\.1:\d+/g, '<server>')).toContain(told);
  expect(log).not.toMatch(/\n\s+at .+:\d+:\d+|node:internal|UnhandledPromise|\bINTERNAL\b/);
}
