// Writes docs/detection.md: what is detected, from which files and in which order, from the tables that detection goes by.
//
//   node scripts/detection-page.ts
import { writeFileSync } from 'node:fs';
import { detectionPage } from './detection/page.ts';

writeFileSync(new URL('../docs/detection.md', import.meta.url), detectionPage());
