import type { Finding } from '../../domain/finding.ts';
import { asMapping } from '../../workflow/facts/values.ts';
import type { Engine, JudgedText } from '../engine.ts';
import { ownFinding } from '../own-finding.ts';
import { alwaysTrue } from './semantics/always-true.ts';
import type { Check, Fault } from './semantics/check.ts';
import { sharedGroups } from './semantics/concurrency.ts';
import { deprecatedCommands } from './semantics/deprecated-commands.ts';
import { environmentNames } from './semantics/environment-names.ts';
import { exclusiveFilters } from './semantics/exclusive-filters.ts';
import { filterPatterns } from './semantics/filter-patterns.ts';
import { repeatedMatrixValues, unmatchedExcludes } from './semantics/matrices.ts';
import { repeatedNeeds, unknownNeeds } from './semantics/needs.ts';
import { outdatedActions } from './semantics/outdated-actions.ts';
import { references } from './semantics/references.ts';
import { conflictingRunners, unknownRunners } from './semantics/runner-labels.ts';
import { tooFrequent, unknownTimezone } from './semantics/schedule.ts';
import { shells } from './semantics/shells.ts';
import { stepIds } from './semantics/step-ids.ts';
import { calledWorkflows, usedActions } from './semantics/uses-form.ts';
import { inputDefaults, repeatedOptions, tooManyInputs, unusedDefaults } from './semantics/workflow-inputs.ts';

/** What GitHub's schema lets pass and GitHub still refuses, or runs as nobody meant it. */
const CHECKS: readonly Check[] = [
  references,
  alwaysTrue,
  exclusiveFilters,
  tooFrequent,
  unknownTimezone,
  filterPatterns,
  tooManyInputs,
  inputDefaults,
  repeatedOptions,
  unusedDefaults,
  unknownRunners,
  conflictingRunners,
  shells,
  usedActions,
  calledWorkflows,
  outdatedActions,
  deprecatedCommands,
  environmentNames,
  repeatedMatrixValues,
  unmatchedExcludes,
  stepIds,
  unknownNeeds,
  repeatedNeeds,
  sharedGroups,
];

/** What a workflow means: names that lead nowhere, conditions that decide nothing, values that GitHub does not know. */
export const semanticsEngine: Engine = {
  name: 'semantics',
  judge: (document) => {
    if (document.kind !== 'workflow') return [];
    const workflow = asMapping(document.yaml.value);
    const jobs = Object.entries(asMapping(workflow.jobs)).map(([id, job]) => ({ id, job: asMapping(job) }));
    return CHECKS.flatMap((check) => check({ workflow, jobs })).map((fault) => findingOf(document, fault));
  },
};

function findingOf({ file, yaml }: JudgedText, { path, isOfKey = false, ...fault }: Fault): Finding {
  return ownFinding({ ...fault, file, path, range: isOfKey ? yaml.keyRangeOf(path) : yaml.rangeOf(path) });
}
