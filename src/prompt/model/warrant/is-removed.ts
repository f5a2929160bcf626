import { CHECKS } from '../../../domain/check.ts';
import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import type { Family } from './families.ts';
import { isExcepted, isRemovalMeant } from './selectors.ts';
import type { Utterances } from './utterances.ts';

/** Whether words take this from these: a word that removes is about it, in a clause that means them; `all but cart` names it in the clause before. */
export function isRemoved(
  selector: Selector,
  family: Family,
  utterances: Utterances,
  profile: ProjectProfile,
): boolean {
  return utterances.removals.some((removal) => {
    if (removal.scope.speaksOf(family)) return isRemovalMeant(selector, removal, utterances, profile);
    const isBare = NAMED.every((one) => !removal.clause.speaksOf(one));
    return isBare && removal.before?.speaksOf(family) === true && isExcepted(selector, removal, profile);
  });
}

/** What has a clause of its own is no exception from another one. */
const NAMED: readonly Family[] = [...CHECKS, 'push', 'publish', 'deploy', 'scan', 'sbom', 'sign', 'image', 'pipeline'];
