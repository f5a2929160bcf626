import type { DocumentPath } from '../../domain/finding.ts';
import type { Assumed } from '../../workflow/expressions/evaluate.ts';
import { known, UNKNOWN } from '../../workflow/expressions/value.ts';
import { isKnownEnvironment } from '../called/environment.ts';
import { type InputOf, inputValue } from '../ci/inputs.ts';
import { MOST } from '../ci/limits.ts';
import { inRun, type MatrixRun, matrixRuns, matrixValue } from '../ci/matrix.ts';
import { MOST_RUNS, type StepRun, stepRun } from '../ci/step-runs.ts';
import { type CiStep, stepsIn, stepsOf } from '../ci/steps.ts';
import { systemOf } from '../ci/systems.ts';
import type { Manifest } from '../formats/manifest.ts';
import type { Snapshot } from '../snapshot.ts';
import { isBackground, isCertain } from './conditions.ts';
import { hasExpression } from './known-matrix.ts';
import { changesLater } from './later.ts';
import { takesAnother } from './other-commit.ts';
import { inRepository } from './own-repository.ts';
import { type Around, both, type Reached, reachOfJob, reachOfStep } from './reach.ts';

/** One that changes run. */
export interface ReachedStep extends StepRun, Reached {}

/**
 * The steps of a workflow that every pull request which starts it, or which touches their paths, runs over its own code on Linux where their
 * condition holds, and that fail it where they fail; of one that is called, with what the call gives.
 */
export function reachedSteps(snapshot: Snapshot, workflow: Manifest, inputOf?: InputOf): ReachedStep[] {
  const steps = inputOf ? stepsOf(workflow, inputOf) : stepsIn(snapshot, workflow.file);
  const isKnown = (path: DocumentPath) => isKnownEnvironment(workflow.at([...path, 'env']));
  const jobs = workflow.keys(['jobs']);
  const untold = inRepository(snapshot, () => UNKNOWN);
  const around = aroundOf(snapshot, inputOf);
  // Each may wait for the one before it.
  if (jobs.length > MOST.jobs) return [];
  return jobs.flatMap((job) => {
    const reach = reachOfJob(workflow, job, around);
    if (reach === null || !isKnown([]) || !isKnown(['jobs', job])) return [];
    const own = steps.filter((step) => step.job === job);
    const first = own.findIndex(
      (step, index) => isCheckout(step) && isCertain(workflow, placeOf(job, index), around.given),
    );
    const isAside = (index: number) => isBackground(workflow, placeOf(job, index));
    // A second checkout may bring something else to the same place.
    const isOurs = (step: CiStep, index: number) =>
      !isAside(index) && (isCheckout(step) || isCheckoutBeside(step, snapshot));
    const isPlain = first >= 0 && own.every((step, index) => step.uses !== CHECKOUT || isOurs(step, index));
    if (!isPlain) return [];
    const changing = own.findIndex((step) => changesLater(snapshot, step));
    const unknown = own.findIndex(
      (step, index) => !isKnownStep(workflow, step, placeOf(job, index)) || takesAnother(step),
    );
    const end = Math.min(changing < 0 ? own.length : changing + 1, unknown < 0 ? own.length : unknown);
    const runs = linuxRuns(workflow, job);
    // Where only the run knows a part, nobody knows what `include` is added to.
    const isWritten = !hasExpression(workflow.at(['jobs', job, 'strategy']));
    return own.flatMap((step, index) =>
      index > first &&
      index < end &&
      !isAside(index) &&
      isKnown(placeOf(job, index)) &&
      isUsualShell(workflow, job, index)
        ? runs.flatMap((run) => {
            const given = withInputValues(isWritten ? inRepository(snapshot, valuesIn(run, runs)) : untold, inputOf);
            const whole = both([reach, reachOfStep(workflow, job, index, given)]);
            return whole === null ? [] : [{ ...stepRun(step, run), ...whole }];
          })
        : [],
    );
  });
}

/** What is known of the jobs of a workflow that a change starts, or a call that gives something. */
export function aroundOf(snapshot: Snapshot, inputOf?: InputOf): Around {
  return {
    snapshot,
    given: withInputValues(
      inRepository(snapshot, () => UNKNOWN),
      inputOf,
    ),
  };
}

/** Inputs have what a call gives them: nothing where a change starts the workflow. */
function withInputValues(given: Assumed, inputOf?: InputOf): Assumed {
  return (path) => {
    if (path[0] !== 'inputs') return given(path);
    return inputOf ? inputValue(path, inputOf) : known(null);
  };
}

/**
 * Whether all that a step starts is looked at here: it does something itself, or only waits for those beside others, or calls them off. (workflow
 * syntax, `wait`, `wait-all`, `cancel`)
 */
function isKnownStep(workflow: Manifest, { run, uses }: CiStep, path: DocumentPath): boolean {
  return (
    run !== null || uses !== null || workflow.keys(path).some((key) => ['wait', 'wait-all', 'cancel'].includes(key))
  );
}

function placeOf(job: string, index: number) {
  return ['jobs', job, 'steps', index];
}

const CHECKOUT = 'actions/checkout';

/** GitHub reads their names in any case. */
function inputsByName({ inputs }: CiStep): ReadonlyMap<string, string> {
  return new Map([...inputs].map(([name, value]) => [name.toLowerCase(), value]));
}

/** A checkout of anything into a folder of its own, where the repository has nothing. */
function isCheckoutBeside(step: CiStep, snapshot: Snapshot): boolean {
  const path = inputsByName(step).get('path') ?? '';
  return /^(?:\.\/)?\w[\w-]{0,100}\/?$/.test(path) && !snapshot.exists(path.replace(/^\.\/|\/$/g, ''));
}

/** A checkout of all of the change itself, at the root. */
function isCheckout(step: CiStep): boolean {
  const { uses } = step;
  const inputs = inputsByName(step);
  const isElsewhere = ['path', 'sparse-checkout'].some((name) => (inputs.get(name) ?? '') !== '');
  const [repository = '', ref = ''] = [inputs.get('repository'), inputs.get('ref')];
  const isChange =
    repository === '' ? ref === '' || OF_THE_CHANGE.test(ref) : HEAD.test(repository) && AT_HEAD.test(ref);
  return uses === CHECKOUT && !isElsewhere && isChange;
}

/** A branch of a fork is called as one of the repository may be, which would be checked out in its place: it is told by its commit. */
const OF_THE_CHANGE =
  /^\$\{\{\s{0,4}github\.(?:sha|ref|event\.pull_request\.head\.sha)(?:\s{0,4}\|\|\s{0,4}github\.(?:sha|ref|ref_name|head_ref))?\s{0,4}\}\}$/;

/** The repository that a pull request comes from, and there the branch by its name, too. */
const HEAD = /^\$\{\{\s{0,4}github\.event\.pull_request\.head\.repo\.full_name\s{0,4}\}\}$/;
const AT_HEAD = /^\$\{\{\s{0,4}github\.(?:head_ref|event\.pull_request\.head\.(?:sha|ref))\s{0,4}\}\}$/;

/** Shells that end at the first failure. (docs.github.com, "jobs.<job_id>.steps[*].shell") */
function isUsualShell(workflow: Manifest, job: string, index: number): boolean {
  const paths = [
    [...placeOf(job, index), 'shell'],
    ['jobs', job, 'defaults', 'run', 'shell'],
    ['defaults', 'run', 'shell'],
  ];
  const shell = paths.map((path) => workflow.at(path)).find((value) => value !== undefined) ?? 'bash';
  return shell === 'bash' || shell === 'sh';
}

function linuxRuns(workflow: Manifest, job: string): readonly MatrixRun[] {
  return matrixRuns(workflow.at(['jobs', job, 'strategy', 'matrix']))
    .slice(0, MOST_RUNS)
    .filter((run) => systemOf(workflow, job, (text) => [inRun(text, run) ?? '']) === 'linux');
}

function valuesIn(run: MatrixRun, runs: readonly MatrixRun[]): Assumed {
  return (path) => matrixValue(path, run, runs);
}
