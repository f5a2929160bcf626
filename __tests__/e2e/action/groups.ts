import { edits } from './edits.ts';
import { events } from './events.ts';
import { faults } from './faults.ts';
import { hostile } from './hostile.ts';
import { models } from './models.ts';
import { ordinary } from './ordinary.ts';
import { powers } from './powers.ts';
import type { Scene } from './scenario.ts';

/** The chapters of docs/scenarios.md, in their order. */
export const GROUPS: readonly (readonly [title: string, scenes: (scene: Scene) => void])[] = [
  ['Day by day', ordinary],
  ['What it may do, and whom it serves', powers],
  ['Events and checkouts', events],
  ['Words that a model reads', models],
  ['When people have edited the pipeline', edits],
  ['When something is at fault', faults],
  ['What others have written', hostile],
];
