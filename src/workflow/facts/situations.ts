import { type Assumed, evaluate, parseCondition } from '../expressions/evaluate.ts';
import { FILLED, FOREIGN, known, truthOf, UNKNOWN, type Value } from '../expressions/value.ts';
import { asText } from './values.ts';

/**
 * In whose name something runs. `fork`: a pull request of somebody who cannot write to the repository, with their code. `proposal`: a change
 * that is not merged, by anybody. `outsider`: something that anybody can do, with the base's code, secrets and token. `release`: a tag, a
 * release or a branch for one. `base`: a branch of the repository, a clock, a person with rights. `caller`: whatever the calling workflow was started by.
 */
export type SituationKind = 'fork' | 'proposal' | 'outsider' | 'release' | 'base' | 'caller';

/** A way in which a workflow is started, and what is known of its contexts then. */
export interface Situation {
  readonly kind: SituationKind;
  readonly assumed: Assumed;
}

type Facts = Readonly<Record<string, Value>>;

export interface EventOptions {
  /** Whether a push may be one of tags, of branches. */
  readonly tags: boolean;
  readonly branches: boolean;
  /** All of those branches are called releases. */
  readonly releaseBranches: boolean;
}

/** Every way in which this event starts a workflow. */
export function situationsOf(event: string, { tags, branches, releaseBranches }: EventOptions): Situation[] {
  const make = (kind: SituationKind, facts: Facts): Situation => ({ kind, assumed: assuming(event, facts) });
  switch (event) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return [make('fork', { ...PULL, ...MERGE_REF, ...FORK }), make('proposal', { ...PULL, ...MERGE_REF })];
    case 'pull_request_target':
      return [make('fork', { ...PULL, ...FORK }), make('proposal', PULL), make('outsider', { ...PULL, ...FORK })];
    case 'merge_group':
      return [make('proposal', { ...NO_PULL, ...branch('gh-readonly-queue/') })];
    case 'workflow_run':
      return [make('outsider', { ...NO_PULL, ...FOREIGN_RUN, ...branch() }), make('base', { ...NO_PULL, ...branch() })];
    case 'issue_comment':
      return [
        make('outsider', { ...NO_PULL, ...branch(), ...COMMENT, ...FOREIGN_COMMENT }),
        make('base', { ...NO_PULL, ...branch(), ...COMMENT }),
      ];
    case 'issues':
    case 'discussion':
    case 'discussion_comment':
    case 'fork':
    case 'watch':
      return [make('outsider', { ...NO_PULL, ...branch() })];
    case 'release':
      return [make('release', { ...NO_PULL, ...TAG })];
    case 'push':
      return [
        ...(tags ? [make('release', { ...NO_PULL, ...TAG })] : []),
        ...(branches ? [make(releaseBranches ? 'release' : 'base', { ...NO_PULL, ...branch() })] : []),
      ];
    case 'workflow_call':
      return [{ kind: 'caller', assumed: () => UNKNOWN }];
    default:
      return [make('base', NO_PULL)];
  }
}

/** Those of the situations in which an `if` may hold; all where there is none. */
export function whereMayHold(condition: unknown, situations: readonly Situation[]): readonly Situation[] {
  const text = asText(condition);
  if (text === null) return situations;
  const tree = parseCondition(text);
  return situations.filter(({ assumed }) => truthOf(evaluate(tree, assumed)) !== false);
}

/** What a run makes, as far as a condition may ask for it: outputs of steps and of jobs, and variables. */
const RUN_MADE = [known(''), known('true'), known('false')];

/** The same situation with each of what a run may make, where nothing is known of it: what holds in all of them no run can decide otherwise. */
export function whateverRunsMake({ kind, assumed }: Situation): Situation[] {
  return RUN_MADE.map((made) => ({
    kind,
    assumed: (path) => {
      const value = assumed(path);
      const isMade = path[0] === 'env' || path.includes('outputs');
      return isMade && value.kind === 'unknown' ? made : value;
    },
  }));
}

export function kindsOf(situations: readonly Situation[]): SituationKind[] {
  return [...new Set(situations.map(({ kind }) => kind))];
}

/** A name that no branch can have, so that it is equal to itself alone: not to the ref of a pull request, for one. */
const DEFAULT_BRANCH = known('the default branch');

/** What GitHub calls somebody who has no rights here. */
const OUTSIDERS = ['NONE', 'MANNEQUIN', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'CONTRIBUTOR'];

const PULL: Facts = {
  'github.event.pull_request': FILLED,
  'github.event.number': FILLED,
  'github.event.pull_request.number': FILLED,
  // What is merged has been reviewed, and is a proposal no more.
  'github.event.pull_request.merged': known(false),
  'github.head_ref': FILLED,
  'github.base_ref': FILLED,
};

const MERGE_REF: Facts = {
  'github.ref': known('refs/pull/1/merge'),
  'github.ref_name': known('1/merge'),
  'github.ref_type': known('branch'),
};

const FORK: Facts = {
  ...foreignRepository('github.event.pull_request.head.repo'),
  // Of a bot that proposes from inside, or of a person who is named.
  'github.event.pull_request.user.login': FOREIGN,
  'github.event.pull_request.head.user.login': FOREIGN,
  'github.event.pull_request.author_association': { kind: 'some', among: OUTSIDERS },
};

const COMMENT: Facts = { 'github.event.issue.pull_request': FILLED };

const FOREIGN_COMMENT: Facts = {
  'github.event.comment.user.login': FOREIGN,
  'github.event.comment.author_association': { kind: 'some', among: OUTSIDERS },
};

const FOREIGN_RUN: Facts = {
  ...foreignRepository('github.event.workflow_run.head_repository'),
  'github.event.workflow_run.event': { kind: 'some', among: ['pull_request', 'pull_request_target'] },
};

const NO_PULL: Facts = {
  'github.event.pull_request': known(null),
  'github.head_ref': known(''),
  'github.base_ref': known(''),
};

const TAG: Facts = {
  'github.ref': { kind: 'some', prefix: 'refs/tags/' },
  'github.event.ref': { kind: 'some', prefix: 'refs/tags/' },
  'github.ref_type': known('tag'),
};

function branch(prefix = ''): Facts {
  return {
    'github.ref': { kind: 'some', prefix: `refs/heads/${prefix}` },
    'github.ref_name': { kind: 'some', prefix },
    'github.ref_type': known('branch'),
  };
}

function foreignRepository(path: string): Facts {
  return {
    [`${path}.full_name`]: FOREIGN,
    [`${path}.id`]: FOREIGN,
    [`${path}.owner.login`]: FOREIGN,
    [`${path}.owner.id`]: FOREIGN,
    [`${path}.html_url`]: FOREIGN,
    [`${path}.fork`]: known(true),
  };
}

/** Parts of the event that only these events have: they are empty in all others. */
const ONLY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'github.event.ref': ['push', 'workflow_dispatch', 'create', 'delete'],
    'github.event.head_commit': ['push'],
    'github.event.commits': ['push'],
    'github.event.created': ['push'],
    'github.event.inputs': ['workflow_dispatch'],
    'github.event.release': ['release'],
    'github.event.schedule': ['schedule'],
    'github.event.client_payload': ['repository_dispatch'],
    'github.event.workflow_run': ['workflow_run'],
    'github.event.issue': ['issues', 'issue_comment'],
    inputs: ['workflow_dispatch'],
  }),
);

function assuming(event: string, facts: Facts): Assumed {
  const values = new Map(Object.entries(facts));
  return (path) => {
    const name = path.join('.');
    if (name === 'github.event_name') return known(event);
    if (name === 'github.event.repository.default_branch') return DEFAULT_BRANCH;
    const found = values.get(name);
    if (found) return found;
    const whole = path.slice(0, path[0] === 'inputs' ? 1 : 3).join('.');
    if (values.get(whole)?.kind === 'known') return known(null);
    const events = ONLY.get(whole);
    return events && !events.includes(event) ? known(null) : UNKNOWN;
  };
}
