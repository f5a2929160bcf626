import { CHECKS } from '../../../domain/check.ts';
import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Selector } from '../../../domain/request.ts';
import { isExcepted, isTurnedFor } from './aim.ts';
import type { Family } from './families.ts';
import type { Said } from './said.ts';

/** Whether words take this from these: a turning word is about it, in a clause that means them; `all but cart` names it in the clause before. */
export function isTakenFrom(selector: Selector, family: Family, said: Said, profile: ProjectProfile): boolean {
  return said.turned.some((turned) => {
    if (turned.what.speaksOf(family)) return isTurnedFor(selector, turned, said, profile);
    const isBare = NAMED.every((one) => !turned.clause.speaksOf(one));
    return isBare && turned.before?.speaksOf(family) === true && isExcepted(selector, turned, profile);
  });
}

/** What has a clause of its own is no exception from another one. */
const NAMED: readonly Family[] = [...CHECKS, 'push', 'publish', 'deploy', 'scan', 'sbom', 'sign', 'image', 'pipeline'];
