import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsPage } from '../../scripts/faults/page.ts';
import { FAULTS, ON_THE_SAME_MACHINE, SECONDS } from '../e2e/local-model/faults.ts';
import { MATRIX } from '../e2e/models/matrix.ts';
import { ENOUGH_SECONDS } from '../e2e/models/row.ts';

const page = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8');
const lines = page.split('\n').filter((line) => /^\| .* \| \d+\.\d/.test(line));
/** Those of a job have a limit all. */
const local = FAULTS.map((row) => ({ ...row, seconds: SECONDS }));
const chapters = [...MATRIX, [ON_THE_SAME_MACHINE, local] as const];
const rows = chapters.flatMap(([, all]) => [...all]);

describe('docs/faults.md', () => {
  it('is what node scripts/faults.ts makes of the matrix, but for what only a run can tell', () => {
    const made = faultsPage(
      chapters.map(([title, all]) => [
        title,
        all.map((row) => ({ ...row, told: 'x', seconds: 0, limit: row.seconds ?? ENOUGH_SECONDS })),
      ]),
    );
    expect(withoutRuns(page)).toBe(withoutRuns(made));
  });

  it.each(rows.map((row, at) => [row.fault, row, lines[at] ?? ''] as const))('tells of a run: %s', (_, row, line) => {
    const [told = '', , seconds = ''] = line.split(' | ').slice(-3);
    const words = row.told.replaceAll('<server>', 'models.example');
    expect(told.replaceAll('\\', '')).toContain(row.code === null && words === '' ? 'nothing: all was done' : words);
    expect(Number.parseFloat(seconds)).toBeLessThan(row.seconds ?? ENOUGH_SECONDS);
  });
});

function withoutRuns(text: string): string {
  return text.replace(/ \| [^|\n]* \| ([^|\n]*) \| \d+\.\d/g, ' | … | $1 | …');
}
