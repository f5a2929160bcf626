import type { DocumentPath } from '../../../domain/finding.ts';
import { asMapping, isMapping } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';

/** A name without a password, or the other way round: a login needs both. */
export const partialCredentials: Check = ({ jobs }) =>
  jobs.flatMap(({ job, path }) => [
    ...faultsOf(job.container, [...path, 'container']),
    ...Object.entries(asMapping(job.services)).flatMap(([name, service]) =>
      faultsOf(service, [...path, 'services', name]),
    ),
  ]);

function faultsOf(container: unknown, path: DocumentPath): Fault[] {
  const { credentials } = asMapping(container);
  if (!isMapping(credentials)) return [];
  const [missing, ...others] = ['username', 'password'].filter((name) => !(name in credentials));
  if (missing === undefined || others.length > 0) return [];
  return [{ rule: 'partial-credentials', path: [...path, 'credentials'], isOfKey: true, params: { missing } }];
}
