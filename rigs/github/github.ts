import { createEmulator } from 'emulate';
import { temporaryFolder } from '../act/folder.ts';
import { startContract } from './contract.ts';
import { type Front, startFront } from './front.ts';
import { changedFiles, type Described, filesOf, graphQl } from './gaps.ts';
import { type Call, upload } from './upload.ts';

/** The token of a job, as the runner gives it to an action. */
export const JOB_TOKEN = 'ghs_job_token';
const OWNER_TOKEN = 'ghp_owner_token';
export const OWNER = 'example';
/** Somebody else with the right to comment. */
const STRANGER_TOKEN = 'ghp_stranger_token';

export interface GitHubRig extends AsyncDisposable, Pick<Front, 'url' | 'requests' | 'fault'> {
  /** Any call with the owner's rights, past the front: it is neither recorded nor refused. */
  readonly call: Call;
  /** A call with the token of a job. */
  readonly callAsJob: Call;
  /** A call as another user. */
  readonly callAsStranger: Call;
  /** Changes a comment of `owner/name`, as GitHub would tell it from one that nobody has changed. */
  edit(repository: string, id: number, body: string): Promise<void>;
  /** Writes the text of a pull request of `owner/name`. */
  describe(repository: string, number: number, text: Described): Promise<void>;
  /** Brings a branch of a local repository to the server, which has the repository already. */
  push(checkout: string, repository: string, branch: string): Promise<string>;
}

export interface RigOptions {
  /** Names of the owner's repositories. */
  readonly repositories: readonly string[];
  /** Whether GitHub's own description of its API is held against every request; it takes several seconds to start. */
  readonly contract: boolean;
}

/** A GitHub server on loopback: state from emulate, the contract from GitHub's own description, faults on demand. */
export async function startGitHub({ repositories, contract }: RigOptions): Promise<GitHubRig> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const emulator = stack.adopt(await createEmulator({ service: 'github', port: 0, seed: seedOf(repositories) }), (it) =>
    it.close(),
  );
  const state = emulator.url.replace('localhost', '127.0.0.1');
  const call = callAs(state, OWNER_TOKEN);
  const known: Known = { tips: new Map(), checkouts: new Map(), edited: new Set(), texts: new Map() };
  const inner = stack.use(await startFront(state, (value) => corrected(value, known)));
  inner.fault(filesOf(call, known.checkouts));
  // The contract is held against what is answered by us as well.
  const front = stack.use(
    await startFront(contract ? stack.use(await startContract(inner.url, folder.path)).url : inner.url),
  );
  front.fault(graphQl(known));
  const started = stack.move();
  return {
    url: front.url,
    requests: front.requests,
    fault: front.fault,
    call,
    callAsJob: callAs(state, JOB_TOKEN),
    callAsStranger: callAs(state, STRANGER_TOKEN),
    edit: async (repository, id, body) => {
      known.edited.add(id);
      await call('PATCH', `/repos/${repository}/issues/comments/${id}`, { body });
    },
    describe: async (repository, number, text) => {
      known.texts.set(`${repository}#${number}`, text);
      await call('PATCH', `/repos/${repository}/pulls/${number}`, { body: text.body });
    },
    push: async (checkout, repository, branch) => {
      const tip = await upload(call, checkout, `${OWNER}/${repository}`, branch);
      known.checkouts.set(`${OWNER}/${repository}`, checkout);
      known.tips.set(`${OWNER}/${repository} ${branch}`, tip);
      return tip;
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

/** What was pushed to the server. */
interface Known {
  /** Commit ids by `owner/name branch`. */
  readonly tips: Map<string, string>;
  /** By `owner/name`. */
  readonly checkouts: Map<string, string>;
  /** Ids of comments. */
  readonly edited: Set<number>;
  /** By `owner/name#number`. */
  readonly texts: Map<string, Described>;
}

/**
 * The emulator takes every account for a person, a pull request's head for what it was at first, and every comment for one that was changed
 * since; it counts no files.
 */
function corrected(value: Readonly<Record<string, unknown>>, { tips, checkouts, edited }: Known) {
  const { login, ref, repo, sha } = value;
  if (typeof login === 'string' && login.endsWith('[bot]')) return { ...value, type: 'Bot' };
  if (isComment(value)) return { ...value, updated_at: edited.has(value.id) ? LATER : value.created_at };
  const tip = typeof sha === 'string' ? tips.get(`${nameOf(repo)} ${ref}`) : undefined;
  if (tip !== undefined) return { ...value, sha: tip };
  return 'changed_files' in value ? { ...value, changed_files: countOf(value, checkouts) } : value;
}

const LATER = '2099-01-01T00:00:00Z';

function isComment(
  value: Readonly<Record<string, unknown>>,
): value is { readonly id: number; readonly created_at: string } {
  return 'issue_url' in value && 'body' in value && !('head' in value);
}

function nameOf(repository: unknown): unknown {
  return repository !== null && typeof repository === 'object' && 'full_name' in repository ? repository.full_name : '';
}

function countOf({ base, head }: Readonly<Record<string, unknown>>, checkouts: ReadonlyMap<string, string>): number {
  const [to, from] = [base, head] as { readonly ref: string; readonly repo: unknown }[];
  const checkout = checkouts.get(String(nameOf(to?.repo)));
  return checkout === undefined ? 0 : changedFiles(checkout, to?.ref ?? '', from?.ref ?? '').length;
}

function callAs(url: string, token: string): Call {
  return async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return said === '' ? null : JSON.parse(said);
  };
}

function seedOf(repositories: readonly string[]) {
  return {
    tokens: {
      [JOB_TOKEN]: { login: 'github-actions[bot]', scopes: ['repo'] },
      [OWNER_TOKEN]: { login: OWNER, scopes: ['repo'] },
      [STRANGER_TOKEN]: { login: 'stranger', scopes: ['repo'] },
    },
    github: {
      users: [{ login: OWNER }, { login: 'github-actions[bot]', type: 'Bot' }, { login: 'stranger' }],
      repos: repositories.map((name) => ({ owner: OWNER, name })),
    },
  };
}
