/** One of the two finds something in examples, and the other does not, or somewhere else. */
export interface Divergence {
  /** Our rule and which of its examples (`good` or `bad`), the peer and its rule, and how they differ. */
  readonly key: string;
  /** Of how many examples that is so. */
  readonly examples: number;
  readonly why: string;
}

const TYPES =
  'actionlint reports any fault of an expression under this one name, here a property that it does not know';
const COMMANDS =
  'each has half of the fault: zizmor the variable that allows the old commands, actionlint the commands';
const JOB_BY_JOB =
  'every job names its permissions, which is enough for us; zizmor wants the workflow to begin with none';
const RUNNER =
  'zizmor reports every runner of your own, to its auditor persona; we those that a pull request can reach';
const LISTED =
  'actionlint has a list of single properties that outsiders fill; we also know whole objects, variables, and inputs of free text';
const YIELDS =
  'actionlint minds that outsiders are named in it; we mind what the expression can come to, which is ours alone';
const COMMENTS =
  'zizmor counts issue_comment as dangerous in itself; we judge what such a run does with what outsiders wrote';
const SCRIPTS =
  'zizmor tells its pedantic persona of every expression in a script; we report those that outsiders can fill';
const ACTION_ITSELF = 'zizmor points at the action, which is a sink in a list of its own; we at the text that fills it';
const CHECKOUT =
  'zizmor points at the trigger, as our dangerous-triggers does; untrusted-checkout is at what makes it an attack';
const TRIGGER = 'zizmor reports the trigger whatever the run does; our rule for that is dangerous-triggers';
const PUBLISHED = 'zizmor reads the trigger alone; we ask of each job whether a release can start it or it publishes';
const FOLLOWED =
  'zizmor takes any expression for one that reads something; we follow it, and a literal is none the better';
const EVALUATED = 'zizmor looks at expressions; we also at variables that a script runs as programs';
const OLD_OUTPUT = 'actionlint minds every old command; we those with which any output can set a variable or a path';
const LABEL =
  'zizmor knows the label self-hosted where it is written out; to us a choice of nothing but own machines is one, and a label of no machine of GitHub is a note';
const LABELER = 'zizmor lets a lone actions/labeler pass in any version; we one that is pinned';
const CUT_OFF = 'zizmor takes whatever stands behind @ for a digest';
const BOTS =
  'zizmor minds every event, and a bot that is kept out as one that is let in; we those that strangers start, and who is let in';
const SENDER = 'zizmor does not know the sender of an event, who is its last actor, too';
const WRITTEN =
  'zizmor reports whatever a script writes there that is no literal; we text of outsiders that can have lines of its own, or become a folder';
const WAYS =
  'zizmor judges two triggers, and redirections and tee of single commands; we every trigger that outsiders have, calls, groups and copies';
const UNKNOWN =
  'zizmor minds what publishes in a job that a registry cannot know; we what is handed a token that is stored for a public one';
const SPELLING = 'zizmor knows the spelling false alone; the action takes False as well';

/** What is known. Nothing else may diverge, and a row that no longer holds has to go. */
export const DIVERGENCES: readonly Divergence[] = [
  row('bot-conditions bad: zizmor/bot-conditions, in another place', 1, SENDER),
  row('bot-conditions good: zizmor/bot-conditions, by them alone', 2, BOTS),
  row('cache-in-release bad: zizmor/cache-poisoning, by us alone', 1, PUBLISHED),
  row('cache-in-release bad: zizmor/cache-poisoning, in another place', 1, PUBLISHED),
  row('cache-in-release good: zizmor/cache-poisoning, by them alone', 6, PUBLISHED),
  row('cache-in-release good: zizmor/use-trusted-publishing, by them alone', 1, UNKNOWN),
  row('continue-on-error-on-check bad: actionlint/expression, by them alone', 1, TYPES),
  row('continue-on-error-on-check good: actionlint/expression, by them alone', 1, TYPES),
  row('credentials-persisted bad: actionlint/expression, by them alone', 1, TYPES),
  row('credentials-persisted good: zizmor/artipacked, by them alone', 1, SPELLING),
  row('dangerous-triggers bad: actionlint/expression, by us alone', 1, LISTED),
  row('dangerous-triggers bad: zizmor/dangerous-triggers, by us alone', 1, LABELER),
  row('dangerous-triggers bad: zizmor/dangerous-triggers, in another place', 2, CHECKOUT),
  row('deploy-on-pull-request bad: zizmor/use-trusted-publishing, by them alone', 4, UNKNOWN),
  row('deploy-on-pull-request good: zizmor/use-trusted-publishing, by them alone', 1, UNKNOWN),
  row('hardcoded-container-credentials bad: zizmor/hardcoded-container-credentials, in another place', 1, FOLLOWED),
  row('insecure-commands bad: actionlint/deprecated-commands, by us alone', 3, COMMANDS),
  row('insecure-commands bad: actionlint/deprecated-commands, in another place', 1, COMMANDS),
  row('insecure-commands bad: zizmor/insecure-commands, by us alone', 2, COMMANDS),
  row('overprovisioned-secrets bad: zizmor/template-injection, by them alone', 1, SCRIPTS),
  row('overprovisioned-secrets good: zizmor/template-injection, by them alone', 1, SCRIPTS),
  row('permissions-missing good: zizmor/excessive-permissions, by them alone', 3, JOB_BY_JOB),
  row('self-hosted-on-pull-request bad: zizmor/self-hosted-runner, by us alone', 2, LABEL),
  row('self-hosted-on-pull-request good: actionlint/expression, by them alone', 1, TYPES),
  row('self-hosted-on-pull-request good: zizmor/self-hosted-runner, by them alone', 3, RUNNER),
  row('stored-publishing-token bad: zizmor/template-injection, by them alone', 1, SCRIPTS),
  row('stored-publishing-token good: zizmor/use-trusted-publishing, by them alone', 2, UNKNOWN),
  row('template-injection bad: actionlint/deprecated-commands, by them alone', 1, OLD_OUTPUT),
  row('template-injection bad: actionlint/expression, by us alone', 15, LISTED),
  row('template-injection bad: actionlint/expression, in another place', 3, LISTED),
  row('template-injection bad: zizmor/dangerous-triggers, by them alone', 1, COMMENTS),
  row('template-injection bad: zizmor/github-env, by them alone', 1, WRITTEN),
  row('template-injection bad: zizmor/template-injection, by us alone', 1, EVALUATED),
  row('template-injection bad: zizmor/template-injection, in another place', 1, ACTION_ITSELF),
  row('template-injection good: actionlint/expression, by them alone', 3, YIELDS),
  row('template-injection good: zizmor/template-injection, by them alone', 6, SCRIPTS),
  row('unpinned-image bad: zizmor/unpinned-images, by us alone', 1, CUT_OFF),
  row('untrusted-checkout bad: zizmor/dangerous-triggers, in another place', 9, CHECKOUT),
  row('untrusted-checkout bad: zizmor/template-injection, by them alone', 1, SCRIPTS),
  row('untrusted-checkout good: actionlint/expression, by them alone', 1, TYPES),
  row('untrusted-checkout good: zizmor/dangerous-triggers, by them alone', 1, TRIGGER),
  row('untrusted-checkout good: zizmor/template-injection, by them alone', 1, SCRIPTS),
  row('untrusted-environment bad: zizmor/dangerous-triggers, by them alone', 2, COMMENTS),
  row('untrusted-environment bad: zizmor/github-env, by us alone', 4, WAYS),
  row('untrusted-environment bad: zizmor/github-env, in another place', 1, WAYS),
  row('untrusted-environment bad: zizmor/template-injection, by them alone', 1, SCRIPTS),
  row('untrusted-environment good: zizmor/dangerous-triggers, by them alone', 2, COMMENTS),
  row('untrusted-environment good: zizmor/github-env, by them alone', 3, WRITTEN),
];

function row(key: string, examples: number, why: string): Divergence {
  return { key, examples, why };
}
