import type { DocumentPath } from '../../domain/finding.ts';
import { placedSteps } from '../facts/placed-steps.ts';
import { readUses, type UsesFact } from '../facts/uses.ts';
import { asMapping, asText, type Mapping } from '../facts/values.ts';

export interface UsedAction {
  readonly path: DocumentPath;
  /** `owner/name/path`, or a `docker://` image. */
  readonly name: string;
  readonly pin: string;
  readonly risk: string | null;
}

/** GitHub's own: whoever uses them trusts nobody new. */
const OWN = /^(?:actions|github)\//;

/** The actions and reusable workflows of others that a job uses. What lies in the repository itself is reviewed there. */
export function actionsOf(job: Mapping, path: DocumentPath): UsedAction[] {
  const called = asText(job.uses);
  const steps = placedSteps(job.steps).map((step) => ({
    uses: asText(asMapping(step.value).uses),
    at: [...path, 'steps', ...step.path, 'uses'],
  }));
  const all = [{ uses: called, at: [...path, 'uses'] }, ...steps];
  return all.flatMap(({ uses, at }) => (uses === null ? [] : foreign(readUses(uses, at))));
}

function foreign(uses: UsesFact): UsedAction[] {
  const { path, raw, kind, action, ref, repository } = uses;
  switch (kind) {
    case 'local':
      return [];
    case 'docker': {
      const [name = raw, pin = ''] = raw.split('@');
      return [
        {
          path,
          name,
          pin,
          risk:
            pin === ''
              ? 'an image of a third party, held to no digest'
              : 'an image of a third party, held to one digest',
        },
      ];
    }
    case 'dynamic':
    case 'invalid':
      return [{ path, name: raw, pin: '', risk: 'which code it is cannot be told from the file' }];
    case 'repository':
      return [{ path, name: action, pin: ref, risk: riskOf(repository, uses.refKind) }];
  }
}

function riskOf(repository: string, refKind: UsesFact['refKind']): string | null {
  if (OWN.test(repository)) return refKind === 'sha' ? null : 'held to no commit, so its code can change';
  return refKind === 'sha' ? 'code of a third party, held to one commit' : 'code of a third party, held to no commit';
}
