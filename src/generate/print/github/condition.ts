import type { Condition, Job } from '../../../domain/pipeline.ts';
import { isHosted } from '../../../workflow/facts/hosted.ts';
import { entry, plain, type YamlEntry } from '../yaml.ts';
import { hasRows } from './rows.ts';

/** Secrets and machines of one's own are for code of one's own: a fork's pull request must not reach them. */
const SAME_REPOSITORY =
  "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository";

const FORK =
  "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository";

/** The `if` of a job; null where it always runs once its needs have succeeded. */
export function conditionEntry(job: Job): YamlEntry | null {
  // Its rows tell what of it is for nothing.
  const wanted = job.condition?.kind === 'rows' ? null : expressionOf(job);
  if (!isGuarded(job)) return wanted === null ? null : entry('if', plain(wanted));
  const guarded = wanted === null ? SAME_REPOSITORY : `(${SAME_REPOSITORY}) && ${wanted}`;
  return entry('if', plain(guarded), { above: ['Pull requests of forks never reach this machine.'] });
}

/**
 * When a job was kept from the pull request of a fork, though the change concerns it: a skipped job says neither. Null where no job is
 * guarded.
 */
export function withheldExpression(jobs: readonly Job[]): string | null {
  const guarded = jobs.filter(isGuarded);
  if (guarded.length === 0) return null;
  const wanted = new Set(guarded.map(expressionOf));
  if (wanted.has(null)) return FORK;
  const any = [...wanted].join(' || ');
  return `${FORK} && ${wanted.size > 1 ? `(${any})` : any}`;
}

/** Whether a fork's code is kept from a job. The systems of a matrix are GitHub's own machines, whatever the job's runner is. */
export function isGuarded({ runner, matrix, condition }: Job): boolean {
  const isElsewhere = matrix?.kind === 'variants' && matrix.systems.length > 0;
  return !isElsewhere && !isNeverProposed(condition) && !runner.every(isHosted);
}

/** What only a push or a person starts is no concern of a fork's. */
function isNeverProposed(condition: Condition | null): boolean {
  return condition?.kind === 'default-branch' || condition?.kind === 'tag' || condition?.kind === 'manual';
}

const DEFAULT_BRANCH = "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)";

function expressionOf({ condition, matrix }: Job): string | null {
  switch (condition?.kind) {
    case 'changed':
      return `needs.changes.outputs.${condition.group} == 'true'`;
    case 'rows':
      return hasRows(condition.output, matrix?.kind === 'units' ? 'units' : 'images');
    case 'always':
      return 'always()';
    case 'default-branch':
      return `github.event_name == 'push' && ${DEFAULT_BRANCH}`;
    case 'tag':
      return "github.event_name == 'push' && github.ref_type == 'tag'";
    case 'manual':
      return `github.event_name == 'workflow_dispatch' && ${DEFAULT_BRANCH}`;
    case undefined:
      return null;
  }
}
