import type { Finding } from '../../domain/finding.ts';
import { localPaths } from '../../domain/local-uses.ts';
import { asMapping, isMapping } from '../../workflow/facts/values.ts';
import type { Beside, Engine, JudgedText } from '../engine.ts';
import { ownFinding } from '../own-finding.ts';
import { alwaysTrue } from './semantics/always-true.ts';
import { calls } from './semantics/calls.ts';
import type { Check, CheckedWorkflow, Fault } from './semantics/check.ts';
import { exclusiveFilters } from './semantics/exclusive-filters.ts';
import { references } from './semantics/references.ts';

/** What GitHub's schema lets pass and GitHub still refuses, or runs as nobody meant it. */
const CHECKS: readonly Check[] = [references, calls, alwaysTrue, exclusiveFilters];

/** What a workflow means: names that lead nowhere, conditions that decide nothing, values that GitHub does not know. */
export const semanticsEngine: Engine = {
  name: 'semantics',
  judge: (document, beside) => {
    if (document.kind !== 'workflow') return [];
    const workflow = asMapping(document.yaml.value);
    const jobs = Object.entries(asMapping(workflow.jobs)).map(([id, job]) => ({ id, job: asMapping(job) }));
    const local = localIn(document.file, beside);
    return CHECKS.flatMap((check) => check({ workflow, jobs, local })).map((fault) => findingOf(document, fault));
  },
};

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
