import { cpSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import { type ActionRun, runAction } from '../../../rigs/github/action.ts';
import type { Fault, Recorded } from '../../../rigs/github/front.ts';
import type { Described } from '../../../rigs/github/gaps.ts';
import { type GitHubRig, OWNER } from '../../../rigs/github/github.ts';
import {
  type Content,
  type TemporaryRepository,
  temporaryDirectory,
  temporaryRepository,
} from '../../fakes/repository.ts';

/** Where the workflows of these tests take our action from. */
export const ACTION = 'agent-generate/agent-generate@0000000000000000000000000000000000000000';

/** A pull request on the server, and its repository on this machine, where the head is checked out. */
export interface Stage extends AsyncDisposable {
  readonly local: TemporaryRepository;
  /** `owner/name` on the server. */
  readonly name: string;
  readonly number: number;
  /** Commits what stands in the work tree and pushes it to the pull request. */
  push(message?: string): Promise<void>;
  run(options?: RunOptions): Promise<Result>;
  /** What goes wrong from now on; `path` is what stands behind `/repos/owner/name`. */
  fault(fault: Fault): void;
  /** Somebody writes below the pull request: the job's own token, a stranger, or the owner of the repository. */
  say(body: string, who?: 'job' | 'stranger' | 'owner'): Promise<number>;
  /** Somebody who may write changes a comment. */
  edit(id: number, body: string): Promise<void>;
  /** Writes the text of the pull request; gives the change to the event's. */
  describe(text: string, by?: Partial<Described>): Promise<Readonly<Record<string, unknown>>>;
  /** Of the conversation, a hundred a page, oldest first. */
  comments(
    page?: number,
  ): Promise<readonly { readonly id: number; readonly body: string; readonly user: { readonly login: string } }[]>;
}

export interface RunOptions {
  readonly event?: string;
  /** Changes to the event's payload; a string is the file itself. */
  readonly payload?: Readonly<Record<string, unknown>> | string;
  /** Changes to its pull request. */
  readonly pullRequest?: Readonly<Record<string, unknown>>;
  /** Inputs of the action. */
  readonly with?: Readonly<Record<string, string>>;
  readonly token?: string | null;
  /** Where it runs: the merge of head into base by default, as actions/checkout leaves it. */
  readonly checkout?: Checkout;
  /** Where the server is, if not where the rig's is. */
  readonly apiUrl?: string;
  /** Commands of a step before ours. */
  readonly before?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly artifacts?: boolean;
}

/** What stands in the work folder: `shallow` is fetch-depth 1, `deep` fetch-depth 2. */
export type Checkout = 'merge' | 'head' | 'base' | 'shallow' | 'deep' | 'none';

export interface Result extends ActionRun {
  /** `success` or `failure` of the one job. */
  readonly conclusion: string | undefined;
  /** What the action sent to GitHub. */
  readonly requests: readonly Recorded[];
}

export interface StageFiles {
  readonly base: Readonly<Record<string, Content>>;
  /** What the pull request adds or changes. */
  readonly head: Readonly<Record<string, Content>>;
}

let count = 0;
/** Names of repositories that the server must have from its start. */
export const REPOSITORIES: readonly string[] = Array.from({ length: 250 }, (_, index) => `shop-${index + 1}`);

/** Makes a repository with a pull request, here and on the server. */
export async function stageOf(rig: GitHubRig, { base, head }: StageFiles): Promise<Stage> {
  const repository = REPOSITORIES[count] ?? '';
  count += 1;
  const local = temporaryRepository(base);
  const name = `${OWNER}/${repository}`;
  await rig.push(local.path, repository, 'main');
  local.git('checkout', '--quiet', '-b', 'change');
  local.write(head);
  local.commit('The change');
  await rig.push(local.path, repository, 'change');
  const made = await rig.call('POST', `/repos/${name}/pulls`, { title: 'A change', head: 'change', base: 'main' });
  const { number } = made as { readonly number: number };
  const faults = new DisposableStack();
  return {
    local,
    name,
    number,
    push: async (message = 'More') => {
      local.commit(message);
      await rig.push(local.path, repository, 'change');
    },
    run: (options = {}) => runOn(rig, { local, name, number }, options),
    fault: ({ path, ...fault }) => {
      faults.use(rig.fault({ ...fault, path: new RegExp(`^/repos/${name}${path.source}`) }));
    },
    say: async (body, who = 'stranger') => {
      const calls = { job: rig.callAsJob, stranger: rig.callAsStranger, owner: rig.call };
      const said = await calls[who]('POST', `/repos/${name}/issues/${number}/comments`, { body });
      return (said as { readonly id: number }).id;
    },
    edit: (id, body) => rig.edit(name, id, body),
    describe: async (body, by) => {
      const author = { login: OWNER, __typename: 'User' } as const;
      const text = { body, author, editor: null, lastEditedAt: null, ...by };
      await rig.describe(name, number, text);
      return { body, user: { login: author.login, type: 'User' } };
    },
    comments: async (page = 1) =>
      (await rig.call('GET', `/repos/${name}/issues/${number}/comments?per_page=100&page=${page}`)) as Awaited<
        ReturnType<Stage['comments']>
      >,
    [Symbol.asyncDispose]: async () => {
      faults.dispose();
      await local[Symbol.asyncDispose]();
    },
  };
}

type Place = Pick<Stage, 'local' | 'name' | 'number'>;

async function runOn(rig: GitHubRig, place: Place, options: RunOptions): Promise<Result> {
  using folder = temporaryDirectory();
  checkOut(place.local, folder.path, options.checkout ?? 'merge');
  const before = rig.requests.length;
  return await runAction(
    {
      workflow: workflowOf(options),
      action: ACTION,
      checkout: folder.path,
      repository: place.name,
      event: options.event ?? 'pull_request',
      payload: typeof options.payload === 'string' ? {} : payloadOf(place, options),
      apiUrl: options.apiUrl ?? rig.url,
      ...(options.token === undefined ? {} : { token: options.token }),
      environment: {
        ...(typeof options.payload === 'string' ? { RIG_EVENT: options.payload } : {}),
        ...options.environment,
      },
      artifacts: options.artifacts ?? true,
      signal: AbortSignal.timeout(120_000),
    },
    (run) => ({
      ...run,
      conclusion: run.jobs.get('agent-generate'),
      requests: rig.requests.slice(before).filter((request) => isAbout(request, place.name)),
    }),
  );
}

/** The work folder of the job. */
function checkOut(local: TemporaryRepository, folder: string, kind: Checkout): void {
  cpSync(local.path, folder, { recursive: true, verbatimSymlinks: true });
  // act wants a repository; without its checkout step the job's own folder is empty.
  if (kind === 'none') return;
  const git = (...args: string[]) => temporaryGit(folder, local, args);
  git('update-ref', 'refs/remotes/origin/main', 'main');
  if (kind === 'base') git('checkout', '--quiet', '--detach', 'main');
  if (kind === 'head' || kind === 'base') return;
  git('checkout', '--quiet', '--detach', 'main');
  git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'change');
  if (kind === 'shallow' || kind === 'deep') makeShallow(folder, git, kind === 'shallow' ? '1' : '2');
}

/** As actions/checkout does: the merge and, from a depth of two on, its parents, without branches. */
function makeShallow(folder: string, git: (...args: string[]) => string, depth: '1' | '2'): void {
  using full = temporaryDirectory();
  cpSync(folder, full.path, { recursive: true });
  const merge = git('rev-parse', 'HEAD').trim();
  rmSync(`${folder}/.git`, { recursive: true });
  git('init', '--quiet');
  git('fetch', '--quiet', '--depth', depth, `file://${full.path}`, merge);
  // act copies no empty folder, and without one for references there is no repository.
  git('update-ref', 'refs/remotes/pull/1/merge', merge);
  git('checkout', '--quiet', '--force', '--detach', merge);
}

function temporaryGit(folder: string, local: TemporaryRepository, args: readonly string[]): string {
  return local.git('-C', folder, '-c', 'uploadpack.allowAnySHA1InWant=true', ...args);
}

function payloadOf({ local, name, number }: Place, options: RunOptions): unknown {
  const [owner = '', repo = ''] = name.split('/');
  const repository = { name: repo, full_name: name, owner: { login: owner, type: 'User' }, default_branch: 'main' };
  const sender = { login: 'octocat', type: 'User' };
  const pullRequest = {
    number,
    state: 'open',
    draft: false,
    title: 'A change',
    body: '',
    labels: [],
    user: sender,
    base: { ref: 'main', sha: local.git('rev-parse', 'main').trim(), repo: repository },
    head: { ref: 'change', sha: local.git('rev-parse', 'change').trim(), repo: repository },
    ...options.pullRequest,
  };
  return {
    action: 'synchronize',
    number,
    pull_request: pullRequest,
    repository,
    sender,
    ref: 'refs/heads/main',
    ...(typeof options.payload === 'string' ? {} : options.payload),
  };
}

/**
 * act gives each step a new summary, in the same place: a link keeps what the action writes. An event that is no JSON it does not take: a
 * step puts it there. Outputs are read by a job of their own.
 */
function workflowOf({
  with: inputs = {},
  event = 'pull_request',
  checkout,
  payload,
  before = ':',
}: RunOptions): string {
  const given = Object.entries({ 'github-token': '${{ secrets.GITHUB_TOKEN }}', ...inputs });
  return `
name: agent-generate
on: [${event}]
jobs:
  agent-generate:
    runs-on: ubuntu-24.04
    outputs:
      all: \${{ toJSON(steps.generate.outputs) }}
    steps:
${checkout === 'none' ? '' : '      - uses: actions/checkout@v7\n'}      - shell: bash
        run: |
          ln -sf "$RIG_SUMMARY" "$GITHUB_STEP_SUMMARY"
          ${typeof payload === 'string' ? 'printf "%s" "$RIG_EVENT" > "$GITHUB_EVENT_PATH"' : ':'}
          ${before}
      - id: generate
        uses: ${ACTION}
        with:
${given.map(([key, value]) => `          ${key}: ${JSON.stringify(value)}`).join('\n')}
  outputs:
    needs: agent-generate
    if: always()
    runs-on: ubuntu-24.04
    steps:
      # Not through the environment, which takes no more than 128 KB: it is JSON, so no line of it is the last one.
      - shell: bash
        run: |
          cat > "$RIG_OUTPUTS" <<'END_OF_OUTPUTS'
          \${{ needs.agent-generate.outputs.all }}
          END_OF_OUTPUTS
`;
}

/** Requests of other stages may come at the same time; a query of GraphQL names its repository in its variables. */
function isAbout({ path, body }: Recorded, name: string): boolean {
  const [, about] = /\/repos\/([^/]+\/[^/?]+)/.exec(path) ?? [];
  if (about !== undefined) return about === name;
  return !path.endsWith('/graphql') || body.includes(`"name":"${name.split('/')[1]}"`);
}

/** No request of the run may break the contract that GitHub publishes. */
export function expectContract({ requests }: Result): void {
  expect(
    requests.flatMap(({ method, path, violations }) => violations.map((it) => `${method} ${path}: ${it}`)),
  ).toEqual([]);
}
