// Writes into README.md and docs/ what stands elsewhere: the inputs and outputs of our actions, errors by code, and our own release.
//
//   node scripts/action-pages.ts
import { writeFileSync } from 'node:fs';
import { PAGES, readPage, readRelease } from './pages/pages.ts';

for (const page of PAGES) writeFileSync(new URL(`../${page}`, import.meta.url), readPage(page).made);
if (readRelease().sha === null)
  console.warn('release.json names no commit: where the pages use our own actions, a placeholder stands for the pin.');
