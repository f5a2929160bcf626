import type { Job } from '../../../domain/pipeline.ts';
import type { Plan, PlanState } from '../../../domain/plan.ts';
import { shownNames } from '../../shown.ts';
import { concernOf, isStarted } from './concern.ts';
import { planEntries } from './entries.ts';
import { type PlanInput, printPlan } from './plan.ts';

/** A plan, or why there is none. */
export interface Planned {
  readonly plan: Plan | null;
  readonly state: PlanState;
  /** What it leaves out, one sentence each. */
  readonly notes: readonly string[];
}

/** A plan beside all that the change concerns, so that nothing is left out in silence. Pure. */
export function planned(input: PlanInput): Planned {
  const { pipeline, isFork } = input;
  const isConcerned = concernOf(pipeline, input.changedPaths);
  const checks = pipeline.jobs.flatMap((job) => planEntries(job, { pipeline, isConcerned }));
  const others = pipeline.jobs.filter((job) => isLeft(job) && isStarted(job, pipeline, isConcerned));
  const withheld = isFork ? checks.filter(({ runner }) => typeof runner !== 'string') : [];
  const plan = printPlan(input);
  if (plan === null && checks.length > withheld.length)
    return {
      plan,
      state: 'too-large',
      notes: [
        `The change concerns ${checks.length} checks, more than the matrix of one job takes, so the output plan is empty: only generated.yml runs them.`,
      ],
    };
  const left = [...checks.filter(({ omitted }) => omitted !== undefined), ...others].map(nameOf);
  const notes = [...leftOut(left), ...withheldNote(withheld.length)];
  if (notes.length > 0) return { plan, state: 'partial', notes };
  return { plan, state: plan === null ? 'none-needed' : 'complete', notes };
}

function leftOut(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`The output plan leaves out what only generated.yml runs: ${shownNames(names).join(', ')}.`];
}

function withheldNote(count: number): string[] {
  if (count === 0) return [];
  const checks = count === 1 ? 'One check is' : `${count} checks are`;
  return [`${checks} left out of the output plan: a fork has no part in machines of your own.`];
}

/** An entry says in its name that it is left out. */
function nameOf({ name }: { readonly name: string }): string {
  return name.replace(/ \(left to generated\.yml\)$/, '');
}

/** Whether a plan has no words for what the job does. */
function isLeft({ steps }: Job): boolean {
  return steps.some(({ kind }) => kind === 'build-image' || kind === 'make-image' || kind === 'secret-scan');
}
