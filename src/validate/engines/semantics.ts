import type { Finding } from '../../domain/finding.ts';
import { localPaths } from '../../domain/local-uses.ts';
import { asMapping, isMapping, type Mapping } from '../../workflow/facts/values.ts';
import type { Beside, Engine, JudgedText } from '../engine.ts';
import { ownFinding } from '../own-finding.ts';
import { alwaysTrue } from './semantics/always-true.ts';
import { calls } from './semantics/calls.ts';
import type { Check, CheckedWorkflow, Fault } from './semantics/check.ts';
import { exclusiveFilters } from './semantics/exclusive-filters.ts';
import { actionReferences, references } from './semantics/references.ts';

/** What GitHub's schema lets pass and GitHub still refuses, or runs as nobody meant it. */
const CHECKS: readonly Check[] = [references, calls, alwaysTrue, exclusiveFilters];

const ACTION_CHECKS: readonly Check[] = [actionReferences, alwaysTrue];

/** What a workflow means: names that lead nowhere, conditions that decide nothing, values that GitHub does not know. */
export const semanticsEngine: Engine = {
  name: 'semantics',
  judge: (document, beside) => {
    if (document.kind !== 'workflow' && document.kind !== 'action') return [];
    const value = asMapping(document.yaml.value);
    const faults =
      document.kind === 'action'
        ? ACTION_CHECKS.flatMap((check) => check(asAction(value)))
        : CHECKS.flatMap((check) => check(asWorkflow(value, localIn(document.file, beside))));
    return faults.map((fault) => findingOf(document, fault));
  },
};

function asWorkflow(workflow: Mapping, local: CheckedWorkflow['local']): CheckedWorkflow {
  const jobs = Object.entries(asMapping(workflow.jobs));
  return { workflow, jobs: jobs.map(([id, job]) => ({ id, job: asMapping(job), path: ['jobs', id] })), local };
}

/** The steps of an action are those of one job. */
function asAction(action: Mapping): CheckedWorkflow {
  return { workflow: action, jobs: [{ id: '', job: asMapping(action.runs), path: ['runs'] }], local: () => null };
}

function localIn(file: string, beside: Beside): CheckedWorkflow['local'] {
  return (uses) => {
    const [found] = localPaths(file, uses).flatMap((path) => beside(path) ?? []);
    if (found?.kind !== 'workflow' && found?.kind !== 'action') return null;
    return isMapping(found.yaml.value) ? { kind: found.kind, value: found.yaml.value } : null;
  };
}

function findingOf({ file, yaml }: JudgedText, { path, isOfKey = false, ...fault }: Fault): Finding {
  return ownFinding({ ...fault, file, path, range: isOfKey ? yaml.keyRangeOf(path) : yaml.rangeOf(path) });
}
