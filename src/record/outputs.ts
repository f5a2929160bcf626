import type { Level } from '../domain/finding.ts';
import type { Plan, PlanState } from '../domain/plan.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { ComplianceReport } from '../domain/report.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { digestOfJson } from '../workflow/digest.ts';

/** What the outputs of the action are made of. */
export interface OutputsInput {
  /** Null where nothing was proposed. */
  readonly proposal: Proposal | null;
  /** Only of a proven pipeline, and only where the head may be run. */
  readonly plan: Plan | null;
  /** Of a run that came to nothing it is `not-proven`. */
  readonly planState?: PlanState;
  readonly pullRequest: number | null;
  readonly commentUrl: string | null;
  readonly auditDigest: string;
  /** Answers of a model that an earlier run was given. */
  readonly keptAnswers?: number;
  readonly milliseconds: number;
}

/** Every output of action.yml, by name; what there is not is empty. Pure. */
export function outputsOf(input: OutputsInput): Readonly<Record<string, string>> {
  const {
    proposal,
    plan,
    planState = 'not-proven',
    pullRequest,
    commentUrl,
    auditDigest,
    keptAnswers = 0,
    milliseconds,
  } = input;
  return {
    // Without a proposal: whoever is served was to have been judged.
    verdict: proposal?.report.verdict ?? (planState === 'not-served' ? '' : 'error'),
    source: proposal?.source ?? '',
    'fallback-reason': proposal?.fallback ? `${proposal.fallback.code}: ${proposal.fallback.message}` : '',
    changed: proposal ? String(proposal.changeSet.files.some(({ status }) => status !== 'unchanged')) : '',
    'workflow-path': proposal ? workflowPaths(proposal).join('\n') : '',
    'chart-paths': '',
    plan: plan ? JSON.stringify(plan) : '',
    'plan-state': planState,
    findings: proposal ? JSON.stringify(countFindings(proposal.report)) : '',
    questions: proposal ? JSON.stringify(proposal.questions) : '',
    'request-digest': proposal ? digestOfJson(proposal.request) : '',
    'policy-digest': proposal?.report.digests.policy ?? '',
    'input-tokens': String(proposal?.usage.inputTokens ?? 0),
    'output-tokens': String(proposal?.usage.outputTokens ?? 0),
    'cost-usd': costOf(proposal),
    'model-calls': String(proposal?.usage.calls ?? 0),
    'kept-answers': String(keptAnswers),
    'comment-url': commentUrl ?? '',
    'commit-sha': '',
    'pull-request': pullRequest === null ? '' : String(pullRequest),
    'audit-digest': auditDigest,
    'duration-ms': String(Math.round(milliseconds)),
  };
}

/** Empty where a model was asked whose price nobody knows. */
function costOf(proposal: Proposal | null): string {
  const { costUsd, unpricedTokens = 0 } = proposal?.usage ?? NO_USAGE;
  return unpricedTokens > 0 ? '' : String(costUsd);
}

function workflowPaths({ changeSet: { files } }: Proposal): string[] {
  return files.filter(({ status }) => status !== 'removed').map(({ path }) => path);
}

/** How many findings there are of each level. */
export function countFindings({ findings }: ComplianceReport): Record<Level, number> {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}
