import type { Command, ProjectProfile } from '../domain/profile.ts';
import { byCodeUnit } from '../domain/text.ts';
import { digestOf, digestOfJson } from '../workflow/digest.ts';

/** What words may depend on, as one digest: the directories and ecosystems of units, the commands that they run, and the names of services. */
export function factsDigest({ units, services }: Pick<ProjectProfile, 'units' | 'services'>): string {
  return digestOfJson({
    directories: sorted(units.map(({ directory }) => directory)),
    ecosystems: sorted(units.map(({ ecosystem }) => ecosystem)),
    runs: sorted(
      units.flatMap(({ commands }) =>
        Object.values(commands).flatMap((list) => list.map((command: Command) => command.run)),
      ),
    ),
    services: sorted(services.map(({ name }) => name)),
  });
}

/** Of a sentence, however much space stands around it. */
export function wordsDigest(words: string): string {
  return digestOf(words.trim());
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byCodeUnit);
}
