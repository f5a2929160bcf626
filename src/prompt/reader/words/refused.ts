import { EXPOSURES } from './exposures.ts';
import { LIBERTIES } from './liberties.ts';
import type { Pattern } from './pattern.ts';
import { REMOVALS, REMOVE } from './removals.ts';

/** What is refused, the gravest first. */
export const PATTERNS: readonly Pattern[] = [
  {
    rule: 'overrides-instructions',
    all: [
      'ignore|disregard|forget|override|overrule|bypass|discard',
      'instruction|instructions|your rules|system prompt|previous prompt|your prompt|guidelines|all rules|prior rules|earlier rules',
    ],
  },
  {
    rule: 'overrides-instructions',
    all: [
      'you are now|you are in|act as|pretend to be|pretend that|developer mode|maintenance mode|admin mode|god mode|jailbreak',
      'mode|no rules|no restrictions|unrestricted|root|admin|administrator|maintainer|without rules|without restrictions|anything|owner',
    ],
  },
  { rule: 'overrides-instructions', all: ['system prompt'] },
  ...EXPOSURES,
  {
    rule: 'excessive-permissions',
    all: [
      'write-all|write all permissions|permissions: write-all|full permissions|all permissions|admin permissions|admin rights|full access|root access|write access|admin access|full rights|full write|maximum permissions|every permission|elevated permissions|contents write|packages write|actions write|id-token write|pull-requests write|issues write|checks write|statuses write|deployments write|unlimited permissions|admin token',
    ],
  },
  {
    rule: 'excessive-permissions',
    all: [
      'give|grant|allow|set|use|let|make|need|needs|gets|get|have|has|with|widen|raise|broaden',
      'permissions|permission|scopes|scope|privileges|privileged|write permission',
      'all|full|write|admin|every|everything|any|more|maximum|wide|broad|whatever',
    ],
    unless:
      "no need for|no need of|does not need|doesn't need|do not need|don't need|do not give|don't give|never give",
    isOfOneWish: true,
  },
  {
    rule: 'dangerous-triggers',
    all: ['pull_request_target|pull-request-target|workflow_run|pull request target|issue_comment trigger'],
  },
  {
    rule: 'untrusted-checkout',
    all: [
      'check out|checkout|checks out|run|build|execute',
      'fork|forks|forked',
      'secrets|token|tokens|head|credentials|rights|permissions',
    ],
  },
  {
    rule: 'self-hosted-on-pull-request',
    all: [
      'fork|forks|forked|strangers|anyone|outside contributors|external contributors',
      'self-hosted|self hosted|our own machines|own runners|our runners',
    ],
    unless: 'by hand|manually|manual',
  },
  {
    rule: 'untrusted-checkout',
    all: [
      'check out|checkout|checks out',
      'pr head|pull request head|head of the pull request|head of the pr|head ref|head sha|contributor code',
      'token|tokens|secrets|rights|permissions|credentials',
    ],
  },
  { rule: 'unpinned-uses', all: ['@main|@master|@latest|@head|@v1|@v2|@v3|@v4|@v5|@v6'] },
  {
    rule: 'unpinned-uses',
    all: [
      "unpin|unpinned|don't pin|do not pin|not pin|no pinning|stop pinning|without pinning|without pins|pin to main|pin to master|float|floating|forget the shas|without shas|no shas|drop the shas|remove the shas|instead of shas|instead of the shas|instead of a sha|instead of commit|not to shas|instead of pinned|rather than shas|no longer pin|remove the pins|drop the pins|skip pinning",
    ],
  },
  {
    rule: 'unpinned-uses',
    all: [
      'action|actions|checkout|setup-node',
      'branch|latest|newest|main|master|tags instead|moving|mutable|major',
      'pin|pins|pinned|pinning|follow|track|tracks|point|sha|shas|digest|hash|hashes|use|uses',
    ],
    unless: 'actions tab|lint|test|tests|branches|pull requests|github actions|push',
  },
  {
    rule: 'download-to-shell',
    all: [
      'curl|wget|iwr|invoke-webrequest|irm|download|downloads|downloaded|fetch|fetches',
      'bash|sh|zsh|shell|sudo|iex|invoke-expression|pipe|pipes|piped|execute|executes|eval|run it|runs it|install script|python -|script',
    ],
    unless: 'full history|whole history|git history',
  },
  { rule: 'download-to-shell', all: ['| sh|| bash|| sudo|<(curl|<(wget|bash -c|eval $('] },
  {
    rule: 'download-to-shell',
    all: ['pipe|pipes|piping', 'installer|install script|installer script|setup script|script', 'bash|sh|zsh|shell'],
  },
  { rule: 'template-injection', all: ['${{'] },
  {
    rule: 'template-injection',
    all: [
      'pr title|pull request title|title of the pull request|title of the pr|pr body|pull request body|branch name|commit message|issue title|comment body',
      'shell|script|bash|command|commands|shell step|echo|eval',
    ],
  },
  {
    rule: 'silences-judge',
    all: [
      REMOVE,
      'policy|policies|the judge|judge|validation|validator|validators|the rules|your rules|security check|security checks|all checks|every check|all the checks|guardrails|guard|agent-generate|safety|ci-gate|gate job|the gate|gate|required check|required checks|branch protection|compliance|findings|warnings from|verdict|audit log|safety checks|security rules|the checks|status check|status checks|all ci|zizmor|whole pipeline|entire pipeline',
    ],
  },
  {
    rule: 'silences-judge',
    all: [
      'mention|say|tell|report|show|log|list|note|reveal',
      "don't|do not|not|never|without|nowhere",
      'summary|comment|anybody|anyone|reviewers|reviewer|report|user|page|audit',
    ],
    isOfOneWish: true,
  },
  {
    rule: 'continue-on-error-on-check',
    all: [
      'continue-on-error|continue on error||| true|allow failure|allow failures|allow_failure|always pass|always passes|always green|always succeed|always succeeds|ignore failures|ignore the failures|ignore errors|ignore failing|even if the tests fail|even if tests fail|even when tests fail|even when the tests fail|even if they fail|even when they fail|non-blocking|nonblocking|must not fail|never fail|never fails|not fail the|exit 0|regardless of the result|green no matter|pass no matter|even if it fails|even if it is red|even when red|despite failing|swallow',
    ],
  },
  {
    rule: 'continue-on-error-on-check',
    all: [
      'tests|test|check|checks|audit|build|scan|lint|pipeline|ci',
      'fail|fails|failing|failed|red',
      'pass|green|succeed|anyway|regardless|merge',
      'make|mark|let|force|turn|report|so that|still|always|just',
    ],
    unless: 'nobody|no one|block|merge queue|merge group|merge_group',
    isOfOneWish: true,
  },
  {
    rule: 'continue-on-error-on-check',
    all: [
      'ignore|disregard|overlook|tolerate',
      'failing|failed|red|broken',
      'test|tests|check|checks|audit|audits|build|builds|scan|lint|linter|coverage|typecheck|format',
    ],
    isOfOneWish: true,
  },
  {
    rule: 'continue-on-error-on-check',
    all: ['mark|marks|count|treat|report', 'failing|failed|red', 'passed|passing|green|successful|success|skipped'],
  },
  {
    rule: 'skips-review',
    all: [
      `${REMOVE}|automatically|auto|itself|its own|their own|my own|your own|self|yourself|bot`,
      'review|reviews|reviewer|reviewers|code review|codeowners|code owners',
    ],
    unless:
      'in review|reviewers would like|reviewers want|reviewers need|reviewers have to|reviewers must|reviewer has to|reviewer must',
  },
  {
    rule: 'skips-review',
    all: [
      'auto-merge|automerge|auto merge|self-approve|self approve|auto-approve|auto approve|self-merge|approve itself|approves itself|merge itself|merges itself|approve its own|approve your own|approve my own|approve this pull request|approve the pull request|approve pull requests|merge without|merge automatically|automatically merge|automatically approve|force push|force-push|admin merge|approves its own|merge this pull request|merge it yourself|approve prs|approve all prs|approve all pull requests|approve every pull request|merge the pull request',
    ],
  },
  {
    rule: 'removes-approvals',
    all: [
      `${REMOVE}|take the|straight|directly`,
      'approval|approvals|approve|approving|approves|approver|approvers|sign-off|sign off|manual gate|reviewers|click|confirmation|human',
    ],
    unless:
      "after approval|after an approval|with approval|needs approval|requires approval|not without|never without|nobody ships|nobody deploys|nobody rolls out|nobody may deploy|nobody can deploy|no one ships|no one deploys|only after|somebody has approved|someone has approved|without running|don't deploy|do not deploy|never deploy|no deployment|not deploy|nothing is deployed|nothing should be deployed|nobody should deploy",
  },
  {
    rule: 'workflow-writes-workflows',
    all: [
      'edit|edits|rewrite|rewrites|modify|modifies|change|changes|commit|commits|push|pushes|update|updates',
      'workflow file|workflow files|.github/workflows|its own workflow|the workflows|workflows',
      'itself|pipeline|job|step|ci|bot|automatically',
    ],
    unless: 'touch|run the pipeline|runs|trigger|triggers|when',
  },
  {
    rule: 'workflow-writes-workflows',
    all: [
      'commit|commits|push|pushes',
      'back to main|straight to main|directly to main|to main directly|back to the repository|back to the branch|back to master',
    ],
  },
  {
    rule: 'deploy-on-pull-request',
    all: [
      'deploy|deploys|roll out|ship|push the image|push images',
      'from pull requests|from every pull request|on every pull request|on pull requests|for every pull request|on each pull request|from a pull request|for each pull request|from forks|every pr|each pr|on prs|from prs',
    ],
    unless: 'lint|test|preview|scan|tags|a tag|main|default branch|staging from main',
  },
  {
    rule: 'credentials-persisted',
    all: [
      'persist-credentials|persist credentials|persist the credentials|keep the token in git|store the git credentials|keep the git credentials|keep git credentials|leave the token in git',
    ],
  },
  { rule: 'cache-in-release', all: ['cache|caches|cached|caching', 'release|releases|publish|publishing'] },
  ...LIBERTIES,
  ...REMOVALS,
];
