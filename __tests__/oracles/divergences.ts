/** One of the two finds something in an example, and the other does not, or somewhere else. */
export interface Divergence {
  /** The rule's folder, `good` or `bad`, and which one, from 0. */
  readonly example: string;
  /** The peer and its rule, as our rules name it among their aliases. */
  readonly peer: string;
  readonly found: 'by us alone' | 'by them alone' | 'in another place';
  readonly why: string;
}

const COMMANDS =
  'each has half of the fault: zizmor the variable that allows the old commands, actionlint the commands';
const JOB_BY_JOB =
  'every job names its permissions, which is enough for us; zizmor wants the workflow to begin with none';
const RUNNER =
  'zizmor reports every runner of your own, to its auditor persona; we those that a pull request can reach';
const LISTED =
  'actionlint has a list of single properties that outsiders fill; we also know whole objects, and inputs of free text';
const COMMENTS =
  'zizmor counts issue_comment as dangerous in itself; we judge what such a run does with what outsiders wrote';
const SCRIPTS =
  'zizmor tells its pedantic persona of every expression in a script; we report those that outsiders can fill';
const CHECKOUT =
  'zizmor points at the trigger, as our dangerous-triggers does; untrusted-checkout is at what makes it an attack';

/** What is known. Nothing else may diverge, and a row that no longer holds has to go. */
export const DIVERGENCES: readonly Divergence[] = [
  row('insecure-commands bad 0', 'zizmor/insecure-commands', 'by us alone', COMMANDS),
  row('insecure-commands bad 1', 'actionlint/deprecated-commands', 'by us alone', COMMANDS),
  row('insecure-commands bad 2', 'actionlint/deprecated-commands', 'by us alone', COMMANDS),
  row('insecure-commands bad 3', 'actionlint/deprecated-commands', 'by us alone', COMMANDS),
  row('permissions-missing good 1', 'zizmor/excessive-permissions', 'by them alone', JOB_BY_JOB),
  row('self-hosted-on-pull-request good 0', 'zizmor/self-hosted-runner', 'by them alone', RUNNER),
  row('self-hosted-on-pull-request good 1', 'zizmor/self-hosted-runner', 'by them alone', RUNNER),
  row('self-hosted-on-pull-request good 2', 'zizmor/self-hosted-runner', 'by them alone', RUNNER),
  row('template-injection bad 3', 'actionlint/expression', 'by us alone', LISTED),
  row('template-injection bad 4', 'zizmor/dangerous-triggers', 'by them alone', COMMENTS),
  row('template-injection bad 5', 'actionlint/expression', 'by us alone', LISTED),
  row('template-injection good 1', 'zizmor/template-injection', 'by them alone', SCRIPTS),
  row('template-injection good 2', 'zizmor/template-injection', 'by them alone', SCRIPTS),
  row('untrusted-checkout bad 0', 'zizmor/dangerous-triggers', 'in another place', CHECKOUT),
  row('untrusted-checkout bad 1', 'zizmor/dangerous-triggers', 'in another place', CHECKOUT),
  row('untrusted-checkout bad 2', 'zizmor/dangerous-triggers', 'in another place', CHECKOUT),
  row('untrusted-checkout bad 3', 'zizmor/dangerous-triggers', 'in another place', CHECKOUT),
];

/** Examples that a peer cannot read at all, and why. */
export const UNREADABLE: Readonly<Record<string, string>> = {
  'unpinned-uses bad 1': 'zizmor 1.32.0 gives up on the whole file where an action has no @ref',
};

function row(example: string, peer: string, found: Divergence['found'], why: string): Divergence {
  return { example, peer, found, why };
}
