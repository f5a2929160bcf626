import type { Pattern } from './pattern.ts';

const NEVER = 'never|nobody|no one|not|unprivileged|non-root|forbid|without running';

/** What takes a liberty with what a pipeline guards: keys in files, programs of strangers, bots that approve themselves, checks that nobody has to pass. */
export const LIBERTIES: readonly Pattern[] = [
  {
    rule: 'exposes-secrets',
    all: [
      'cat|print|echo|show|dump|output|upload|send|base64|read',
      '~/.ssh|.ssh/|id_rsa|.env|.netrc|.npmrc|.aws|kubeconfig|.docker/config',
    ],
    unless: NEVER,
  },
  {
    rule: 'exposes-secrets',
    all: [
      'hardcode|hard-code|hardcodes|store|stores|put|write|save|embed|keep|paste',
      'token|tokens|key|keys|password|passwords|secret|secrets|credentials',
      'in the workflow|into the workflow|workflow file|in plain text|as plain text|in the yaml|into the yaml|in clear text|in the code',
    ],
    unless: `${NEVER}|scan`,
  },
  {
    rule: 'unpinned-uses',
    all: ['pin|pins|pinned', 'to main|to master|to latest|to the latest|to a branch|to head|nothing'],
    unless: 'push|pushes|merge|run|pull requests|never|not',
  },
  { rule: 'download-to-shell', all: ['pipe|pipes|piped|piping', 'bash|sh|zsh|shell|sudo|python'] },
  { rule: 'download-to-shell', all: ['$(curl|$(wget'] },
  {
    rule: 'excessive-permissions',
    all: [
      'privileged|docker socket|docker.sock|--privileged',
      'run|runs|mount|mounts|use|give|with|container|containers|mode',
    ],
    unless: NEVER,
  },
  {
    rule: 'workflow-writes-workflows',
    all: [
      'rewrite itself|rewrites itself|edit itself|edits itself|modify itself|modifies itself|change itself|changes itself|update itself',
    ],
    unless: NEVER,
  },
  {
    rule: 'skips-review',
    all: [
      'bot|bots|dependabot|renovate|action|workflow|pipeline|ci|automation|agent|robot',
      'approve|approves|approved|merge|merges|merged',
      'its own|their own|own pull requests|own prs|itself|themselves|by itself|on its own|without asking|without anybody looking|without anyone looking|without a human|without anybody reviewing|without anyone reviewing|unreviewed',
    ],
    unless: `${NEVER}|merge queue`,
  },
  {
    rule: 'skips-review',
    all: [
      'automatically|automatic|by a bot|by the bot|let a bot|let the bot|have a bot|have the bot|let ci|let the pipeline|let the action|let github actions',
      'approve|approves|approved|approving',
      'pull request|pull requests|pr|prs|changes|updates|merge requests',
    ],
    unless: NEVER,
  },
  {
    rule: 'continue-on-error-on-check',
    all: [
      'make|mark|treat|declare|consider',
      'optional|informational|advisory only|not required|non-required|not mandatory|allowed to fail|as allowed to fail|permitted to fail',
      'test|tests|check|checks|audit|audits|build|scan|linter|lint|coverage',
    ],
    unless: 'no longer optional|not optional|never optional',
  },
  {
    rule: 'continue-on-error-on-check',
    all: [
      'success|succeed|succeeds|pass|passes|green',
      'whatever it finds|no matter what it finds|whatever the result|whatever it says',
    ],
  },
  {
    rule: 'continue-on-error-on-check',
    all: ['merge even if|merge even when|merge anyway|merge although', 'fail|fails|failing|failed|red|broken'],
  },
];
