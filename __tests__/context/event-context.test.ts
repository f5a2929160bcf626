import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openCheckout } from '../../src/clients/checkout.ts';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { readEventContext } from '../../src/context/event-context.ts';
import { ActionError } from '../../src/domain/errors.ts';
import type { EventTrigger, PullRequest } from '../../src/domain/event.ts';
import type { Remote } from '../../src/domain/github.ts';
import type { ChangedFile, RepositoryContext } from '../../src/domain/repository.ts';
import { type MemoryFiles, memoryTree } from '../fakes/memory-tree.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository } from '../fakes/repository.ts';
import { commentTrigger, pullRequestOf, pullRequestTrigger } from '../fakes/triggers.ts';

const CONFIGURATION = '.github/agent-generate.yml';
const EXCLUDING = 'version: 1\nsettings: { paths: { exclude: ["docs/**"] } }\n';

describe('The context of a pull request', () => {
  it('is the work tree where GitHub’s merge is checked out, and needs no API with two commits of history', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 2);
    const remote = fakeRemote({ trees: {} });
    const context = await read(clone.path, pull.trigger('pull_request'), remote);
    expect(context).toMatchObject({
      head: null,
      base: { name: 'main', commit: pull.base },
      defaultBranch: 'main',
      notes: [],
    });
    expect(paths(context)).toEqual(['cart/new.txt', 'moved.txt']);
    expect(context.changedFiles).toContainEqual({ path: 'moved.txt', status: 'renamed', previousPath: 'old.txt' });
    expect(remote.asked).toEqual([]);
  });

  it('asks GitHub for the base and the difference where the checkout is one commit deep', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 1);
    const remote = fakeRemote({
      trees: { [pull.base]: { [CONFIGURATION]: EXCLUDING } },
      changedFiles: [
        { path: 'cart/new.txt', status: 'added' },
        { path: 'docs/a.md', status: 'added' },
      ],
    });
    const context = await read(clone.path, pull.trigger('pull_request'), remote);
    expect(paths(context)).toEqual(['cart/new.txt']);
    expect(context).toMatchObject({ head: null, notes: [] });
    expect((await context.tree.list()).entries.map(({ path }) => path)).toContain('cart/new.txt');
    expect(remote.asked.sort()).toEqual(['changed files of #2', `tree ${pull.base}`]);
  });

  it('finds the merge base where the head itself is checked out', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes');
    const context = await read(clone.path, pull.trigger('pull_request'), null);
    expect(context.head).toBeNull();
    expect(paths(context)).toEqual(['cart/new.txt', 'moved.txt']);
  });

  it('takes the head as objects where something else is checked out', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/main');
    clone.git('fetch', '-q', 'origin', 'refs/heads/changes');
    const context = await read(clone.path, pull.trigger('pull_request'), null);
    expect(context.head).toEqual({ name: 'changes', commit: pull.head });
    expect(await textAt(context, 'cart/new.txt')).toBe('new\n');
  });

  it('reads the configuration of the base, whatever the head and its merge say', async () => {
    await using pull = await pullRequest({ base: EXCLUDING, head: 'version: 1\nsettings: { fail-on: never }\n' });
    for (const depth of [0, 2]) {
      using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', depth);
      const { configuration } = await read(clone.path, pull.trigger('pull_request'), null);
      expect(configuration?.settings).toEqual({ paths: { exclude: ['docs/**'] } });
    }
  });

  it('does not take the other parent of a merge that the author has made for its base', async () => {
    await using pull = await pullRequest({ base: EXCLUDING });
    const { upstream } = pull;
    upstream.git('checkout', '-q', '-b', 'evil', pull.base);
    upstream.write({ [CONFIGURATION]: 'version: 1\n' });
    upstream.commit();
    upstream.git('merge', '-q', '--no-ff', '-m', 'evil', 'changes');
    using clone = cloneOf(upstream.path, 'refs/heads/evil');
    const { base, configuration } = await read(clone.path, pull.trigger('pull_request'), null);
    expect(base?.commit).toBe(pull.base);
    expect(configuration?.settings).toEqual({ paths: { exclude: ['docs/**'] } });
  });

  it('says that a configuration which the head adds does not hold yet', async () => {
    await using pull = await pullRequest({ head: 'version: 1\n' });
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 2);
    expect((await read(clone.path, pull.trigger('pull_request'), null)).notes).toEqual([
      expect.stringContaining('is not at the base yet'),
    ]);
  });

  it('ends where the configuration of the base is wrong', async () => {
    await using pull = await pullRequest({ base: 'version: 7\n' });
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 2);
    await expect(read(clone.path, pull.trigger('pull_request'), null)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    });
  });
});

describe('A pull request of which not all can be known', () => {
  it('counts everything as changed where GitHub does not list all files, and says so', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 1);
    const remote = fakeRemote({ trees: { [pull.base]: { 'a.txt': '' } }, changedFiles: null });
    const context = await read(clone.path, pull.trigger('pull_request'), remote);
    expect(context.changedFiles).toBeNull();
    expect(context.notes).toEqual([
      'GitHub does not list all files of this pull request, so everything counts as changed.',
    ]);
  });

  it('is answered with the truth in notes where GitHub cannot be asked', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 1);
    const remote = fakeRemote({ trees: {} });
    const context = await read(clone.path, pull.trigger('pull_request'), remote);
    expect(context).toMatchObject({ changedFiles: null, configuration: null, baseTree: null });
    expect(context.notes).toEqual([
      'GitHub could not tell what has changed (GITHUB_UNREACHABLE: it is down), so everything counts as changed.',
      `${CONFIGURATION} could not be read at the base, so the defaults hold (GITHUB_UNREACHABLE: it is down).`,
    ]);
  });

  it('is answered with the truth in notes where there is no token', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 1);
    const { notes } = await read(clone.path, pull.trigger('pull_request'), null);
    expect(notes).toEqual([expect.stringContaining('no token'), expect.stringContaining('TOKEN_MISSING')]);
  });

  it('cannot be answered where its head is nowhere', async () => {
    using folder = temporaryDirectory();
    await expect(read(folder.path, pullRequestTrigger(), null)).rejects.toMatchObject({ code: 'TOKEN_MISSING' });
    await expect(read(folder.path, pullRequestTrigger(), fakeRemote({ trees: {} }))).rejects.toMatchObject({
      code: 'GITHUB_UNREACHABLE',
    });
  });
});

describe('The context of a pull request that runs with the rights of the base', () => {
  it('has the head as data: of git where it has it, never of the work tree', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes');
    clone.write({ 'cart/new.txt': 'a step has changed it\n' });
    const context = await read(clone.path, pull.trigger('pull_request_target'), null);
    expect(context.head).toEqual({ name: 'changes', commit: pull.head });
    expect(await textAt(context, 'cart/new.txt')).toBe('new\n');
  });

  it('has the head of the API where the base is checked out', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/main', 1);
    const remote = fakeRemote({
      trees: { [pull.head]: { 'far.txt': 'far' } },
      changedFiles: [{ path: 'far.txt', status: 'added' }],
    });
    const context = await read(clone.path, pull.trigger('pull_request_target'), remote);
    expect((await context.tree.list()).entries.map(({ path }) => path)).toEqual(['far.txt']);
    expect(paths(context)).toEqual(['far.txt']);
  });

  it('is asked of GitHub for a comment, and needs nothing checked out', async () => {
    using folder = temporaryDirectory();
    const details = pullRequestOf();
    const trees = {
      [details.head.commit]: { 'far.txt': 'far' },
      [details.base.commit]: { [CONFIGURATION]: 'version: 1\n' },
    };
    const remote = fakeRemote({ trees, changedFiles: [], details });
    const context = await read(folder.path, commentTrigger(), remote);
    expect(context).toMatchObject({
      head: { name: 'changes' },
      base: { name: 'main' },
      configuration: { settings: {} },
      changedFiles: [],
    });
  });

  it('takes what a partial clone has not fetched from the API', async () => {
    await using pull = await pullRequest({ base: EXCLUDING, head: 'version: 1\n' });
    pull.upstream.git('config', 'uploadpack.allowFilter', 'true');
    const remote = fakeRemote({
      trees: { [pull.base]: { [CONFIGURATION]: EXCLUDING }, [pull.head]: { 'cart/new.txt': 'api\n' } },
    });
    using merge = cloneOf(pull.upstream.path, 'refs/pull/2/merge', 0, '--filter=blob:none');
    const { configuration } = await read(merge.path, pull.trigger('pull_request'), remote);
    expect(configuration?.settings.paths).toEqual({ exclude: ['docs/**'] });
    using main = cloneOf(pull.upstream.path, 'refs/heads/main', 0, '--filter=blob:none');
    expect(await textAt(await read(main.path, pull.trigger('pull_request_target'), remote), 'cart/new.txt')).toBe(
      'api\n',
    );
  });
});

describe('The context of a push', () => {
  it('compares what the branch was with what it is, even where it was rewritten', async () => {
    await using upstream = temporaryRepository({ 'a.txt': 'a\n' });
    const start = upstream.git('rev-parse', 'HEAD').trim();
    upstream.write({ 'b.txt': 'b\n' });
    const before = upstream.commit();
    upstream.git('reset', '-q', '--hard', start);
    upstream.write({ 'c.txt': 'c\n' });
    const after = upstream.commit();
    const context = await read(upstream.path, { kind: 'push', before, after, ref: 'refs/heads/main' }, null);
    expect(context.changedFiles).toEqual([
      { path: 'b.txt', status: 'removed' },
      { path: 'c.txt', status: 'added' },
    ]);
    expect(context).toMatchObject({ head: null, base: { commit: before } });
  });

  it('counts everything as changed in a shallow checkout, and says what helps', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes', 1);
    const remote = fakeRemote({ trees: { [pull.base]: {} }, tips: { 'refs/heads/main': pull.base } });
    const context = await read(
      clone.path,
      { kind: 'push', before: pull.base, after: pull.head, ref: 'refs/heads/changes' },
      remote,
    );
    expect(context.changedFiles).toBeNull();
    expect(context.notes).toEqual([expect.stringContaining('fetch-depth: 0')]);
  });

  it('of a new branch is compared with the default branch', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes');
    const context = await read(
      clone.path,
      { kind: 'push', before: null, after: pull.head, ref: 'refs/heads/changes' },
      null,
    );
    expect(context.base).toEqual({ name: 'main', commit: pull.upstream.git('rev-parse', 'main').trim() });
    expect(paths(context)).toEqual(['cart/new.txt', 'moved.txt']);
  });

  it('is judged by the default branch, not by what its own branch was', async () => {
    await using pull = await pullRequest({ base: EXCLUDING, head: 'version: 1\nsettings: { fail-on: never }\n' });
    pull.upstream.git('checkout', '-q', 'changes');
    pull.upstream.write({ 'later.txt': 'later\n' });
    const after = pull.upstream.commit();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes');
    const push = { kind: 'push', before: pull.head, after, ref: 'refs/heads/changes' } as const;
    const context = await read(clone.path, push, null);
    expect(context.configuration?.settings).toEqual({ paths: { exclude: ['docs/**'] } });
    expect(paths(context)).toEqual(['later.txt']);
  });

  it('has no configuration where no base can be told, and says so', async () => {
    await using pull = await pullRequest({ head: EXCLUDING });
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes', 1);
    const context = await read(
      clone.path,
      { kind: 'push', before: null, after: pull.head, ref: 'refs/heads/changes' },
      null,
    );
    expect(context).toMatchObject({ base: null, baseTree: null, configuration: null, changedFiles: null });
    expect(context.notes).toContain('No base was found, so no configuration holds.');
  });
});

describe('The context of a run by hand or by the clock', () => {
  it('is the whole work tree on the default branch, with its own configuration', async () => {
    await using upstream = temporaryRepository({ 'a.txt': 'a\n', [CONFIGURATION]: EXCLUDING });
    using clone = cloneOf(upstream.path, 'refs/heads/main');
    const context = await read(clone.path, { kind: 'schedule', ref: 'refs/heads/main' }, null);
    expect(context).toMatchObject({ head: null, base: null, changedFiles: null, notes: [] });
    expect(context.configuration?.settings.paths).toEqual({ exclude: ['docs/**'] });
  });

  it('is judged by the default branch, whatever is checked out in its place', async () => {
    await using pull = await pullRequest({ base: EXCLUDING, head: 'version: 1\nsettings: { fail-on: never }\n' });
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes');
    const context = await read(clone.path, { kind: 'repository-dispatch', ref: 'refs/heads/main' }, null);
    expect(context.configuration?.settings).toEqual({ paths: { exclude: ['docs/**'] } });
    expect(context.base?.name).toBe('main');
  });

  it('is compared with the default branch on another one', async () => {
    await using pull = await pullRequest();
    using clone = cloneOf(pull.upstream.path, 'refs/heads/changes');
    const context = await read(clone.path, { kind: 'workflow-dispatch', ref: 'refs/heads/changes' }, null);
    expect(paths(context)).toEqual(['cart/new.txt', 'moved.txt']);
  });

  it('needs nothing checked out', async () => {
    using folder = temporaryDirectory();
    const commit = 'e'.repeat(40);
    const remote = fakeRemote({ trees: { [commit]: { 'far.txt': 'far' } }, tips: { 'refs/heads/main': commit } });
    const context = await read(folder.path, { kind: 'repository-dispatch', ref: 'refs/heads/main' }, remote);
    expect(context).toMatchObject({ head: { name: 'main', commit }, base: null, changedFiles: null, notes: [] });
    expect(await textAt(context, 'far.txt')).toBe('far');
  });

  it('does not take a repository around the workspace for the checkout', async () => {
    await using around = temporaryRepository({ 'work/.keep': '', 'a.txt': 'a\n' });
    await expect(read(`${around.path}/work`, { kind: 'schedule', ref: 'refs/heads/main' }, null)).rejects.toMatchObject(
      {
        code: 'TOKEN_MISSING',
      },
    );
  });
});

interface Pull extends AsyncDisposable {
  readonly upstream: TemporaryRepository;
  readonly base: string;
  readonly head: string;
  trigger(event: 'pull_request' | 'pull_request_target'): EventTrigger;
}

/** A repository of GitHub's with pull request 2 and GitHub's merge of it; main has moved on since the branch was made. */
async function pullRequest(configuration: { readonly base?: string; readonly head?: string } = {}): Promise<Pull> {
  const given = (text: string | undefined) => (text === undefined ? {} : { [CONFIGURATION]: text });
  const upstream = temporaryRepository({
    'a.txt': 'a\n',
    'old.txt': 'a line\nof some length\n',
    ...given(configuration.base),
  });
  upstream.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  upstream.git('checkout', '-q', '-b', 'changes');
  upstream.git('mv', 'old.txt', 'moved.txt');
  upstream.write({ 'cart/new.txt': 'new\n', ...given(configuration.head) });
  const head = upstream.commit();
  upstream.git('checkout', '-q', 'main');
  upstream.write({ 'b.txt': 'b\n' });
  const base = upstream.commit();
  upstream.git('checkout', '-q', '--detach');
  upstream.git('merge', '-q', '--no-ff', '-m', 'Merge', 'changes');
  upstream.git('update-ref', 'refs/pull/2/merge', 'HEAD');
  upstream.git('checkout', '-q', 'main');
  const details = pullRequestOf({
    head: { commit: head, branch: 'changes', repository: { owner: 'acme', name: 'shop' } },
    base: { commit: base, branch: 'main' },
  });
  return {
    upstream,
    base,
    head,
    trigger: (event) => ({ kind: 'pull-request', event, pullRequest: details }),
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}

interface Clone extends Disposable {
  readonly path: string;
  git(...args: readonly string[]): string;
  write(files: Readonly<Record<string, string>>): void;
}

/** A checkout as actions/checkout makes it: of one reference, `depth` commits deep, or with all history where that is 0. */
function cloneOf(upstream: string, ref: string, depth = 0, ...options: readonly string[]): Clone {
  const repository = temporaryRepository();
  const { path } = repository;
  const refs = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*', ref] : [`--depth=${depth}`, ref];
  repository.git('remote', 'add', 'origin', `file://${upstream}`);
  if (options.length > 0) repository.git('config', 'remote.origin.promisor', 'true');
  repository.git('fetch', '-q', '--no-tags', ...options, 'origin', ...refs);
  const commit =
    depth === 0 ? execFileSync('git', ['-C', upstream, 'rev-parse', ref], { encoding: 'utf8' }).trim() : 'FETCH_HEAD';
  repository.git('checkout', '-q', '--detach', commit);
  return {
    path,
    git: repository.git,
    write: repository.write,
    [Symbol.dispose]: () => void repository[Symbol.asyncDispose](),
  };
}

interface Known {
  readonly trees: Readonly<Record<string, MemoryFiles>>;
  /** Absent: it cannot be asked. */
  readonly changedFiles?: readonly ChangedFile[] | null;
  readonly details?: PullRequest;
  readonly tips?: Readonly<Record<string, string>>;
}

/** GitHub, as far as it is `Known`; what is not cannot be asked for. */
function fakeRemote({ trees, changedFiles, details, tips = {} }: Known): Remote & { readonly asked: string[] } {
  const asked: string[] = [];
  const down = async () => {
    throw new ActionError('GITHUB_UNREACHABLE', 'it is down.');
  };
  const given = <T>(what: string, value: T | undefined) => {
    asked.push(what);
    return value === undefined ? down() : Promise.resolve(value);
  };
  return {
    asked,
    tree: (commit) => {
      const tree = trees[commit];
      const ask = <T>(use: (files: MemoryFiles) => Promise<T>) => given(`tree ${commit}`, tree).then(use);
      let list: ReturnType<ReturnType<typeof memoryTree>['list']> | undefined;
      return {
        list: () => {
          list ??= ask((files) => memoryTree(files).list());
          return list;
        },
        read: async (read, limit) => (tree ? memoryTree(tree).read(read, limit) : down()),
      };
    },
    history: () => ({ versionsOf: async () => [] }),
    pullRequest: (number) => ({
      details: () => given(`details of #${number}`, details),
      state: down,
      changedFiles: () => given(`changed files of #${number}`, changedFiles),
      comments: down,
      text: down,
    }),
    mayWrite: down,
    commitOf: (ref) => given(`commit of ${ref}`, tips[ref]),
  };
}

function read(directory: string, trigger: EventTrigger, remote: Remote | null): Promise<RepositoryContext> {
  const environment = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: '/nonexistent' };
  const { git, trees } = openCheckout({ directory, environment, deadline: deadlineFromNow(20_000) });
  return readEventContext({ git, trees, trigger, defaultBranch: 'main', remote });
}

function paths({ changedFiles }: RepositoryContext): string[] | undefined {
  return changedFiles?.map(({ path }) => path);
}

async function textAt({ tree }: RepositoryContext, path: string): Promise<string | null> {
  const content = (await tree.read([path], 1000)).get(path);
  return content?.kind === 'content' ? Buffer.from(content.bytes).toString('utf8') : null;
}
