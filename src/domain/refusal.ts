/** What nobody may ask for in words, with why. Where a policy judges the same, the rule has its name. */
export const REFUSALS = {
  'removes-tests':
    'Tests are not taken away by words: mend what is red, or change the policy in a reviewed pull request.',
  'removes-builds':
    'Builds are not taken away by words: mend what is red, or change the policy in a reviewed pull request.',
  'removes-audits': 'Audits of dependencies are not taken away by words: mend what is found instead.',
  'removes-secret-scans': 'The search for committed secrets is not taken away by words.',
  'removes-image-scans': 'The scan of an image is not taken away by words.',
  'removes-approvals':
    'An approval is not taken away by words: it is the last place where a wrong deployment can be stopped.',
  'excessive-permissions': 'Permissions are not asked for: each job gets the least that its steps need.',
  'dangerous-triggers': 'This trigger runs what strangers propose with the rights of the repository.',
  'untrusted-checkout': 'What a stranger proposes is not checked out where secrets are at hand.',
  'unpinned-uses': 'Actions are pinned to commits: a branch or a tag can be moved to other code.',
  'download-to-shell': 'What is downloaded is not run unseen: whoever holds the address would hold the job.',
  'exposes-secrets': 'Secrets are neither printed nor sent anywhere.',
  'secrets-inherit': 'A job gets the secrets that it needs by name, never all of them.',
  'template-injection': 'Text that others write does not become part of a script.',
  'silences-judge': 'What judges the pipeline cannot be turned off, softened or hidden by words.',
  'continue-on-error-on-check': 'A check that cannot fail is no check.',
  'skips-review': 'Nothing merges or approves itself: people review it.',
  'overrides-instructions': 'Words ask for a pipeline; they change no rules and give no other instructions.',
  'workflow-writes-workflows': 'A pipeline does not rewrite the repository or its own workflows.',
  'deploy-on-pull-request': 'A pull request deploys nothing: its code has not been reviewed yet.',
  'credentials-persisted': 'The checkout leaves no token behind.',
  'cache-in-release': 'A release is not built from a cache, which another run may have filled.',
  'self-hosted-on-pull-request': 'Pull requests from forks do not run on machines of your own.',
} as const;
export type RefusalRule = keyof typeof REFUSALS;

/** Something that was asked for and may not be. */
export interface Refusal {
  readonly rule: RefusalRule;
  readonly message: string;
}

/** Of some words, where it is known which. They are quoted as far as one line goes. */
export function refusal(rule: RefusalRule, words = ''): Refusal {
  const line = words.trim().replace(/\s+/g, ' ');
  // A word is quoted whole or not at all: half of a secret would not be known for one.
  const quoted = line.length > MOST_QUOTED ? `${line.slice(0, line.lastIndexOf(' ', MOST_QUOTED) + 1)}\u2026` : line;
  return { rule, message: quoted === '' ? REFUSALS[rule] : `${REFUSALS[rule]} (\u201c${quoted}\u201d)` };
}

const MOST_QUOTED = 120;
