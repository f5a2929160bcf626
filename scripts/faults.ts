// Writes docs/faults.md: plays every row of __tests__/e2e/models/matrix.ts on the built program and of __tests__/e2e/local-model/faults.ts in a
// job, and tells what came of it.
//
//   npm run build && node scripts/faults.ts
import { writeFileSync } from 'node:fs';
import { FAULTS, type FaultRow, ON_THE_SAME_MACHINE, playRow, SECONDS } from '../__tests__/e2e/local-model/faults.ts';
import { MATRIX } from '../__tests__/e2e/models/matrix.ts';
import { play } from '../__tests__/e2e/models/play.ts';
import { ENOUGH_SECONDS, type Row } from '../__tests__/e2e/models/row.ts';
import { FILES } from '../__tests__/e2e/models/said.ts';
import { temporaryRepository } from '../__tests__/fakes/repository.ts';
import type { Rung } from '../src/domain/proposal.ts';
import { PROVIDERS } from '../src/domain/provider.ts';
import { faultsPage, type Played } from './faults/page.ts';

await using repository = temporaryRepository(FILES);

async function played(row: Row): Promise<Played> {
  const runs = await Promise.all(PROVIDERS.map((provider) => play(row, provider, repository.path)));
  const [first] = runs;
  return {
    fault: row.fault,
    layer: (first?.outputs.get('source') ?? 'minimal') as Rung,
    code: first?.fallback || null,
    told: (first?.told ?? '').replaceAll('<server>', 'models.example'),
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    limit: row.seconds ?? ENOUGH_SECONDS,
  };
}

/** Played by the action in a job, where the cache and the machine are. */
async function playedLocally(row: FaultRow): Promise<Played> {
  const outcome = await playRow(row);
  if (outcome === null) throw new Error(`${row.fault}: this machine lets nobody mount a small disk`);
  const { outputs, told } = outcome;
  return {
    fault: row.fault,
    layer: (outputs?.source ?? 'minimal') as Rung,
    code: outputs?.['fallback-reason']?.split(':')[0] || null,
    told: told.replaceAll('<server>', 'models.example'),
    seconds: Number(outputs?.['duration-ms']) / 1000,
    limit: SECONDS,
  };
}

const chapters: [string, Played[]][] = [];
for (const [title, rows] of MATRIX) {
  const lines: Played[] = [];
  for (const row of rows) lines.push(await played(row));
  chapters.push([title, lines]);
}
const local: Played[] = [];
for (const row of FAULTS) local.push(await playedLocally(row));
chapters.push([ON_THE_SAME_MACHINE, local]);
writeFileSync(new URL('../docs/faults.md', import.meta.url), faultsPage(chapters));
