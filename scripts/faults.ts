// Writes docs/faults.md: plays every row of __tests__/e2e/models/matrix.ts on the built program, and tells what came of it.
//
//   npm run build && node scripts/faults.ts
import { writeFileSync } from 'node:fs';
import { MATRIX } from '../__tests__/e2e/models/matrix.ts';
import { play } from '../__tests__/e2e/models/play.ts';
import type { Row } from '../__tests__/e2e/models/row.ts';
import { FILES } from '../__tests__/e2e/models/said.ts';
import { temporaryRepository } from '../__tests__/fakes/repository.ts';
import { PROVIDERS } from '../src/domain/provider.ts';
import { faultsPage, type Played } from './faults/page.ts';

await using repository = temporaryRepository(FILES);

async function played(row: Row): Promise<Played> {
  const runs = await Promise.all(PROVIDERS.map((provider) => play(row, provider, repository.path)));
  const [first] = runs;
  const { source, fallback } = first?.document ?? { source: 'minimal', fallback: null };
  return {
    fault: row.fault,
    layer: source,
    code: fallback?.code ?? null,
    told: (first?.told ?? '').replaceAll('<server>', 'models.example'),
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    limit: row.seconds ?? null,
  };
}

const chapters: [string, Played[]][] = [];
for (const [title, rows] of MATRIX) {
  const lines: Played[] = [];
  for (const row of rows) lines.push(await played(row));
  chapters.push([title, lines]);
}
writeFileSync(new URL('../docs/faults.md', import.meta.url), faultsPage(chapters));
