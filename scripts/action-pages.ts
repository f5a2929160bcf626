// Writes into README.md and docs/ what stands elsewhere: the inputs and outputs of action.yml, errors by code, and our own release.
//
//   node scripts/action-pages.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageWith } from './pages/blocks.ts';
import { errorTable, inputTable, outputTable, releaseOf } from './pages/tables.ts';

const root = new URL('../', import.meta.url);
const release = releaseOf(readFileSync(new URL('release.json', root), 'utf8'));
const action = readFileSync(new URL('action.yml', root), 'utf8');

const blocks = new Map([
  ['inputs', inputTable(action)],
  ['outputs', outputTable(action)],
  ['errors', errorTable()],
]);

for (const page of ['README.md', 'docs/action.md']) {
  const path = fileURLToPath(new URL(page, root));
  writeFileSync(path, pageWith(readFileSync(path, 'utf8'), { blocks, release }));
}
