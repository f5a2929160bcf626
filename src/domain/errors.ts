/** Whose doing it is: bad input is a person's to mend, the rest is ours or the machine's. */
export type Blame = 'input' | 'machine' | 'bug';

interface ErrorEntry {
  readonly blame: Blame;
  readonly help: string;
}

/** Every code that may end a run, with what to do about it. One place, so that no message is written twice. */
export const ERROR_CATALOGUE = {
  USAGE: { blame: 'input', help: 'Run `agent-generate --help`, or `agent-generate <command> --help`.' },
  NOT_A_DIRECTORY: { blame: 'input', help: 'Give a directory that exists with --repository.' },
  NOT_A_REPOSITORY: { blame: 'input', help: 'Run it inside a git checkout, or name one with --repository.' },
  EMPTY_REPOSITORY: { blame: 'input', help: 'Add files to the repository first.' },
  UNKNOWN_REVISION: {
    blame: 'input',
    help: 'Check the spelling; in a shallow clone run `git fetch --unshallow` first.',
  },
  NO_MERGE_BASE: {
    blame: 'input',
    help: 'Fetch more history (`git fetch --unshallow`, or `fetch-depth: 0` in the checkout), or give --base.',
  },
  PATH_OUTSIDE: {
    blame: 'input',
    help: 'Give a path inside the repository, without `..` and not through a symbolic link.',
  },
  FILE_NOT_FOUND: { blame: 'input', help: 'Check the path; it is taken from the current directory.' },
  FILE_UNREADABLE: {
    blame: 'input',
    help: 'Check the permissions of the file, and that it is UTF-8 text of at most 1 MB.',
  },
  OUTPUT_NOT_WRITABLE: { blame: 'input', help: 'Choose a folder that you may write to; nothing was written.' },
  EDITS_NOT_COMMITTED: {
    blame: 'input',
    help: 'Commit the file, so that git can give it back, and run it again; or write elsewhere with --output DIR.',
  },
  OUTPUT_LOST: { blame: 'machine', help: 'Make room where standard output goes to, and run it again.' },
  CONFIGURATION_INVALID: { blame: 'input', help: 'Mend .github/agent-generate.yml at the base commit.' },
  CONFIGURATION_EXISTS: {
    blame: 'input',
    help: 'Nothing was written. Run adopt without --write, and put what you need of it into the file.',
  },
  NOTHING_TO_ADOPT: {
    blame: 'input',
    help: 'Run `agent-generate generate`: it proposes a pipeline from what the repository shows by itself.',
  },
  REQUEST_INVALID: { blame: 'input', help: 'See docs/requests.md for what can be said.' },
  NOT_AVAILABLE_YET: {
    blame: 'input',
    help: 'Leave the option out for now; the README says what this version can do.',
  },
  POLICY_UNUSABLE: {
    blame: 'input',
    help: 'Compile it with `opa build -t wasm` (OPA 1.x, ABI 1.2 or newer), with only built-ins that WASM has.',
  },
  UNKNOWN_RULE: { blame: 'input', help: 'docs/rules.md lists every rule.' },
  GIT_FAILED: {
    blame: 'machine',
    help: 'Check that git 2.30 or newer is installed and that the repository is not damaged (`git fsck`).',
  },
  ENGINE_FAILED: { blame: 'machine', help: 'Run again; if it stays, report it with the file that was judged.' },
  MODEL_FAILED: {
    blame: 'machine',
    help: 'Check the provider, the key and the base URL; the answer below was made without the model.',
  },
  MODEL_ANSWER_INVALID: {
    blame: 'machine',
    help: 'Try again, or say it in shorter sentences; the answer below was made without the model.',
  },
  MODEL_KEY_MISSING: {
    blame: 'input',
    help: 'Give the key of the provider, or leave the provider out. GitHub gives no secrets to pull requests of forks and of Dependabot.',
  },
  MODEL_UNAUTHORIZED: {
    blame: 'input',
    help: 'The key is not valid any more, or is one of another server; give a fresh one, and check the base URL.',
  },
  MODEL_ACCESS_REFUSED: {
    blame: 'input',
    help: 'The key may not use this model, or its account has nothing left: look at the account at the provider.',
  },
  MODEL_UNKNOWN: {
    blame: 'input',
    help: 'Check the name of the model, and the base URL: servers say the same of both.',
  },
  MODEL_REQUEST_REFUSED: {
    blame: 'input',
    help: 'Check that the provider is the protocol that this server speaks, and that the model can call tools or answer by a JSON schema.',
  },
  MODEL_CONTEXT_TOO_LONG: {
    blame: 'input',
    help: 'Take a model with a longer context, or let less be looked at (settings.paths).',
  },
  MODEL_RATE_LIMITED: { blame: 'machine', help: 'Wait as long as the server says, and run it again.' },
  MODEL_OVERLOADED: { blame: 'machine', help: "Look at the provider's status page, and run it again." },
  MODEL_UNREACHABLE: {
    blame: 'machine',
    help: 'Check the base URL, and the proxy and certificates of the machine; then run it again.',
  },
  MODEL_BUDGET_SPENT: {
    blame: 'input',
    help: 'Raise max-tokens or max-cost-usd, or put the price of the model into settings.prices, where that is what is missing.',
  },
  LOCAL_MODEL_MISSING: {
    blame: 'input',
    help: 'docs/models.md says what a model on the same machine needs; the answer below was made without the model.',
  },
  LOCAL_MODEL_FAILED: {
    blame: 'machine',
    help: 'Try the server by hand on such a machine; a smaller model needs less memory and less time.',
  },
  LOCAL_MODEL_DOWNLOAD: {
    blame: 'machine',
    help: 'Check the address, and the proxy and certificates of the machine; then run it again.',
  },
  LOCAL_MODEL_DISK_FULL: {
    blame: 'machine',
    help: 'Make room on the disk that has RUNNER_TOOL_CACHE, or take a smaller model; nothing was left half-written.',
  },
  CHECKSUM_MISMATCH: {
    blame: 'input',
    help: 'What came is not what was meant, and was thrown away: compare the checksum with the one that the publisher states.',
  },
  EVENT_INVALID: {
    blame: 'input',
    help: 'Run the action in a workflow of GitHub, which writes the file that GITHUB_EVENT_PATH names.',
  },
  EVENT_UNSUPPORTED: {
    blame: 'input',
    help: 'docs/action.md lists the events; start it by one of these, or by hand with workflow_dispatch.',
  },
  INPUT_INVALID: { blame: 'input', help: 'docs/action.md has a table of the inputs and their values.' },
  TOKEN_MISSING: {
    blame: 'input',
    help: 'Leave out the input github-token, or give it a token; without one nothing can be read from GitHub or posted.',
  },
  GITHUB_UNAUTHORIZED: {
    blame: 'input',
    help: 'The token is not valid any more, or is one of another server; give a fresh one.',
  },
  GITHUB_REFUSED: {
    blame: 'input',
    help: 'Give the job the permission that is named, or take what it needs out of the inputs; docs/action.md says what each delivery needs.',
  },
  GITHUB_NOT_FOUND: {
    blame: 'input',
    help: 'Check that it is still there, and that the token may read this repository: GitHub says the same of both.',
  },
  GITHUB_INVALID: { blame: 'bug', help: 'GitHub takes the request for a wrong one; please report it with this line.' },
  GITHUB_RATE_LIMITED: { blame: 'machine', help: 'Wait as long as GitHub says, and run the job again.' },
  GITHUB_UNREACHABLE: {
    blame: 'machine',
    help: 'Look at https://www.githubstatus.com, and at the proxy and certificates of the runner; then run the job again.',
  },
  TOO_MANY_PEOPLE: {
    blame: 'input',
    help: 'Let one of them take back what is old (/agent-generate reset) and say in a comment what is still wanted.',
  },
  GITHUB_TOO_LARGE: {
    blame: 'input',
    help: 'Check the repository out before this step (actions/checkout, with fetch-depth: 0), so that git can be asked instead of the API.',
  },
  ARTIFACT_FAILED: {
    blame: 'machine',
    help: 'The job summary holds what fits into it; run the job again for the artifact.',
  },
  DEADLINE_EXCEEDED: { blame: 'machine', help: 'Give more time with --timeout-seconds, or judge fewer files.' },
  INTERRUPTED: { blame: 'machine', help: 'Nothing was left half-written; look at what stands, and run it again.' },
  INTERNAL: {
    blame: 'bug',
    help: 'This is a defect of agent-generate; please report it with the command that you ran.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** What could not be done: a closed code, one clear sentence that says where, and the cause. Bad content of files is a finding, not this. */
export class ActionError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'ActionError';
    this.code = code;
  }

  get help(): string {
    return ERROR_CATALOGUE[this.code].help;
  }

  get blame(): Blame {
    return ERROR_CATALOGUE[this.code].blame;
  }
}

/** Any thrown thing as an ActionError; what is not one already is our bug. */
export function toActionError(thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ActionError('INTERNAL', message, { cause: thrown });
}
