import type { Finding } from '../../domain/finding.ts';
import { localPaths } from '../../domain/local-uses.ts';
import { asMapping, isMapping, type Mapping } from '../../workflow/facts/values.ts';
import type { Beside, Engine, JudgedText } from '../engine.ts';
import { ownFinding } from '../own-finding.ts';
import { placeOfWords } from '../place-of-words.ts';
import { alwaysTrue } from './semantics/always-true.ts';
import { archivedActions } from './semantics/archived-actions.ts';
import { calls } from './semantics/calls.ts';
import type { Check, CheckedWorkflow, Fault } from './semantics/check.ts';
import { sharedGroups } from './semantics/concurrency.ts';
import { partialCredentials } from './semantics/credentials.ts';
import { deprecatedCommands } from './semantics/deprecated-commands.ts';
import { emptyMatrices, emptySchedules } from './semantics/empty-lists.ts';
import { environmentNames } from './semantics/environment-names.ts';
import { exclusiveFilters, unusedFilters } from './semantics/exclusive-filters.ts';
import { filterPatterns } from './semantics/filter-patterns.ts';
import { repeatedMatrixValues, unmatchedExcludes } from './semantics/matrices.ts';
import { repeatedNeeds, unknownNeeds } from './semantics/needs.ts';
import { outdatedActions } from './semantics/outdated-actions.ts';
import { actionReferences, references } from './semantics/references.ts';
import { conflictingRunners, unknownRunners } from './semantics/runner-labels.ts';
import { tooFrequent, unknownTimezone } from './semantics/schedule.ts';
import { shells } from './semantics/shells.ts';
import { stepIds } from './semantics/step-ids.ts';
import { calledWorkflows, usedActions } from './semantics/uses-form.ts';
import {
  inputDefaults,
  repeatedOptions,
  tooManyInputs,
  unusedDefaults,
  unusedOptions,
} from './semantics/workflow-inputs.ts';

/** What GitHub's schema lets pass and GitHub still refuses, or runs as nobody meant it. */
const CHECKS: readonly Check[] = [
  references,
  calls,
  alwaysTrue,
  exclusiveFilters,
  unusedFilters,
  tooFrequent,
  emptySchedules,
  unknownTimezone,
  filterPatterns,
  tooManyInputs,
  inputDefaults,
  repeatedOptions,
  unusedDefaults,
  unusedOptions,
  unknownRunners,
  conflictingRunners,
  shells,
  usedActions,
  calledWorkflows,
  partialCredentials,
  outdatedActions,
  archivedActions,
  deprecatedCommands,
  environmentNames,
  repeatedMatrixValues,
  emptyMatrices,
  unmatchedExcludes,
  stepIds,
  unknownNeeds,
  repeatedNeeds,
  sharedGroups,
];

/** Of the metadata of an action, whose steps are judged as those of a job. */
const ACTION_CHECKS: readonly Check[] = [
  actionReferences,
  alwaysTrue,
  shells,
  usedActions,
  outdatedActions,
  archivedActions,
  deprecatedCommands,
  environmentNames,
  stepIds,
];

/** What a workflow means: names that lead nowhere, conditions that decide nothing, values that GitHub does not know. */
export const semanticsEngine: Engine = {
  name: 'semantics',
  judge: (document, beside) => {
    if (document.kind !== 'workflow' && document.kind !== 'action') return [];
    const value = asMapping(document.yaml.value);
    const [checks, subject] =
      document.kind === 'action'
        ? [ACTION_CHECKS, asAction(value)]
        : [CHECKS, asWorkflow(value, localIn(document.file, beside))];
    const lines = document.text.split('\n');
    return checks.flatMap((check) => check(subject)).map((fault) => findingOf(document, lines, fault));
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

function findingOf({ file, yaml }: JudgedText, lines: readonly string[], given: Fault): Finding {
  const { path, isOfKey = false, words = '', ...fault } = given;
  const whole = isOfKey ? yaml.keyRangeOf(path) : yaml.rangeOf(path);
  return ownFinding({ ...fault, file, path, range: placeOfWords(words, whole, lines) ?? whole });
}
