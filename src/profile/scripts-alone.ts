import type { UnitDraft } from './ecosystem.ts';
import { isWithin } from './paths.ts';

/** Without scripts that lie in another unit: whoever checks that one checks its scripts as well, if anybody does. */
export function withoutOwnedScripts(drafts: readonly UnitDraft[]): UnitDraft[] {
  const others = drafts.filter(({ ecosystem }) => ecosystem !== 'shell');
  return drafts.filter(
    ({ ecosystem, directory }) =>
      ecosystem !== 'shell' || !others.some((other) => isWithin(other.directory, directory)),
  );
}
