// Writes docs/scenarios.md: what the action does, a sentence each, as the tests of __tests__/e2e/action show it.
//
//   node scripts/scenarios.ts
import { writeFileSync } from 'node:fs';
import { GROUPS } from '../__tests__/e2e/action/groups.ts';
import { scenariosPage } from './scenarios/page.ts';

writeFileSync(new URL('../docs/scenarios.md', import.meta.url), scenariosPage(GROUPS));
