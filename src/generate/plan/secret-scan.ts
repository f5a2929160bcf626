import type { Job } from '../../domain/pipeline.ts';
import { covering, type MarkedWishes } from '../select.ts';
import type { Area } from './changes.ts';
import { commandsFor } from './commands.ts';
import { plainJob } from './frame.ts';

const NAME = 'secret-scan';
const MINUTES = 10;

/** One scan of everything, where somebody asked for one and the repository shows no command for it: a secret has no unit. */
export function secretScanAreas({ intents, profile, asked }: MarkedWishes): Area[] {
  const wish = covering(intents, 'check', () => true)
    .filter(({ check }) => check === NAME)
    .at(-1);
  const isShown = profile.units.some((unit) => commandsFor(unit, NAME).length > 0);
  if (!wish?.ensure || !asked.has(wish) || isShown) return [];
  const job: Job = {
    ...plainJob(NAME),
    timeoutMinutes: MINUTES,
    steps: [
      { kind: 'checkout', history: 'full' },
      {
        kind: 'setup',
        tool: 'go',
        version: { kind: 'default', value: 'stable' },
        directory: '.',
        cache: null,
        components: [],
      },
      { kind: 'secret-scan' },
    ],
    comments: ['Of a pull request every commit is scanned, and of everything else the files as they are.'],
  };
  return [{ name: NAME, globs: ['**'], jobs: [job] }];
}
