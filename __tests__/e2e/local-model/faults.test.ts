import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findAct } from '../../../rigs/act/act.ts';
import { haveTools } from '../../tools.ts';
import { FAULTS, killedStep, playRow, SECONDS } from './faults.ts';
import { machine } from './stage.ts';

const has = haveTools('act') && (await findAct()) !== undefined;

describe.skipIf(!has)('What goes wrong with a model on the same machine', () => {
  it.each(FAULTS)('$fault: the run ends in time on a proven file', async (row) => {
    const outcome = await playRow(row);
    if (outcome === null) console.warn(`NOT TESTED: ${row.fault}, since this machine lets nobody mount a small disk.`);
    expect(process.env.CI === 'true' ? outcome : 'played').not.toBeNull();
    if (outcome === null) return;
    const { conclusion, outputs, log, told } = outcome;
    expect(conclusion, log).toBe('success');
    expect(outputs).toMatchObject({ verdict: 'pass', 'workflow-path': '.github/workflows/generated.yml' });
    expect(outputs?.source).toBe(row.layer);
    expect(outputs?.['fallback-reason']?.split(':')[0]).toBe(row.code ?? '');
    expect(told).toContain(row.told);
    expect(Number(outputs?.['duration-ms'])).toBeLessThan(SECONDS * 1000);
    expect(log).not.toMatch(/\n\s+at .+:\d+:\d+|node:internal|UnhandledPromise|\bINTERNAL\b/);
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
