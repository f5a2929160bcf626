import { describe, expect, it } from 'vitest';
import { apiTree } from '../../../src/clients/github/api-tree.ts';
import type { FileContent, Tree } from '../../../src/domain/tree.ts';
import { HEAD } from '../../fakes/events.ts';
import { clientOf, SHOP } from '../../fakes/github.ts';
import { type File, githubTrees, type TreesOptions } from '../../fakes/github-trees.ts';
import { httpServer } from '../../fakes/http-server.ts';

const FILES = {
  'README.md': '# Shop\n',
  '.github/agent-generate.yml': 'version: 1\n',
  '.github/workflows/ci.yml': 'on: push\n',
  'cart/go.mod': 'module cart\n',
  'cart/run.sh': { mode: '100755', bytes: 'true\n' },
  'cart/link': { mode: '120000', bytes: '../../etc/passwd' },
  vendored: { mode: '160000', bytes: '' },
} satisfies Record<string, File>;

describe('A tree over the API', () => {
  it('lists every entry with its mode, in one request', async () => {
    await using at = await treeOf(FILES);
    expect(await at.tree.list()).toEqual({
      entries: [
        { path: '.github/agent-generate.yml', mode: 'file' },
        { path: '.github/workflows/ci.yml', mode: 'file' },
        { path: 'README.md', mode: 'file' },
        { path: 'cart/go.mod', mode: 'file' },
        { path: 'cart/link', mode: 'symlink' },
        { path: 'cart/run.sh', mode: 'executable' },
        { path: 'vendored', mode: 'submodule' },
      ],
      unreadable: [],
    });
    await at.tree.list();
    expect(at.urls()).toEqual([`/repos/acme/shop/git/trees/${HEAD}?recursive=1`]);
  });

  it('looks for a file of few folders in these alone, in three requests', async () => {
    await using at = await treeOf(FILES);
    const path = '.github/agent-generate.yml';
    expect((await at.tree.list([path])).entries).toContainEqual({ path, mode: 'file' });
    expect(texts(await at.tree.read([path], 100))).toEqual({ [path]: 'version: 1\n' });
    expect(at.urls().map((url) => url.replace(/\w{40}/, 'id'))).toEqual([
      '/repos/acme/shop/git/trees/id',
      '/repos/acme/shop/git/trees/id?recursive=1',
      '/repos/acme/shop/git/blobs/id',
    ]);
  });

  it('finds in one request that a file is not there', async () => {
    await using at = await treeOf({ 'README.md': '' });
    expect((await at.tree.list(['.github/agent-generate.yml'])).entries).toEqual([{ path: 'README.md', mode: 'file' }]);
    expect((await at.tree.read(['.github/agent-generate.yml'], 100)).size).toBe(0);
    expect(at.urls()).toHaveLength(1);
  });

  it('reads no link, no submodule, and nothing over the limit', async () => {
    await using at = await treeOf(FILES);
    const contents = await at.tree.read(['cart/link', 'vendored', 'cart/go.mod', 'README.md', 'absent', '../x'], 8);
    expect([...contents.keys()].sort()).toEqual(['README.md', 'cart/go.mod']);
    expect(contents.get('cart/go.mod')).toEqual({ kind: 'too-large', size: 12 });
  });

  it('reads two hundred manifests in three requests', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`unit-${index}/package.json`, `{"name":"${index}"}`]),
    );
    await using at = await treeOf(many, { graphql: 'text' });
    const contents = await at.tree.read(Object.keys(many), 1000);
    expect(texts(contents)).toEqual(many);
    expect(at.urls()).toEqual([`/repos/acme/shop/git/trees/${HEAD}?recursive=1`, '/graphql', '/graphql']);
    await at.tree.read(Object.keys(many), 1000);
    expect(at.urls()).toHaveLength(3);
  });

  it('asks again for what is not text, byte by byte as it is', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0x00]);
    await using at = await treeOf({ a: 'a', b: 'b', c: 'c', d: 'd', z: bytes }, { graphql: 'text' });
    const contents = await at.tree.read(['a', 'b', 'c', 'd', 'z'], 1000);
    expect(contents.get('z')).toEqual({ kind: 'content', bytes: Buffer.from(bytes) });
    expect(at.urls().filter((url) => url.includes('/git/blobs/'))).toHaveLength(1);
  });

  it.each([{ graphql: 'damaged' }, {}] satisfies TreesOptions[])(
    'does without GraphQL, and takes no text on trust: %j',
    async (options) => {
      const files = { a: 'a', b: 'b', c: 'c', d: 'd' };
      await using at = await treeOf(files, options);
      expect(texts(await at.tree.read(Object.keys(files), 1000))).toEqual(files);
    },
  );

  it('does not storm the API one by one where a limit is reached', async () => {
    await using at = await treeOf({ a: 'a', b: 'b', c: 'c', d: 'd' }, { graphql: 'limited' });
    await expect(at.tree.read(['a', 'b', 'c', 'd'], 1000)).rejects.toMatchObject({ code: 'GITHUB_RATE_LIMITED' });
    expect(at.urls().filter((url) => url.includes('/git/blobs/'))).toEqual([]);
  });

  it('gives up before it takes too many requests, and says what to do', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, `${index}`]));
    await using at = await treeOf(many);
    await expect(at.tree.read(Object.keys(many), 1000)).rejects.toMatchObject({
      code: 'GITHUB_TOO_LARGE',
      help: expect.stringContaining('actions/checkout'),
    });
  });

  it('is walked folder by folder where GitHub cuts it off', async () => {
    await using at = await treeOf(FILES, { truncated: (folder) => folder === '' });
    const whole = await at.tree.list();
    expect(whole.entries.map(({ path }) => path)).toEqual(Object.keys(FILES).sort());
    expect(at.urls()).toHaveLength(4);
  });

  it('that is cut off everywhere is too large, not half a tree', async () => {
    const deep = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`d${index}/f`, '']));
    await using at = await treeOf(deep, { truncated: () => true });
    await expect(at.tree.list()).rejects.toMatchObject({ code: 'GITHUB_TOO_LARGE' });
  });

  it('leaves out names that no text can name, or that lead out of it', async () => {
    await using at = await treeOf({ 'a\ufffd.txt': '', '../escape': '', ok: '' });
    expect(await at.tree.list()).toEqual({
      entries: [{ path: 'ok', mode: 'file' }],
      unreadable: ['../escape', 'a?.txt'],
    });
  });

  it('of a commit that is not there is an error, not an empty tree', async () => {
    await using server = await httpServer(githubTrees(HEAD, FILES));
    const tree = apiTree(clientOf(server.url), SHOP, 'c'.repeat(40));
    await expect(tree.list(['.github/agent-generate.yml'])).rejects.toMatchObject({ code: 'GITHUB_NOT_FOUND' });
  });
});

interface At extends AsyncDisposable {
  readonly tree: Tree;
  readonly urls: () => string[];
}

async function treeOf(files: Readonly<Record<string, File>>, options: TreesOptions = {}): Promise<At> {
  const server = await httpServer(githubTrees(HEAD, files, options));
  return {
    tree: apiTree(clientOf(server.url), SHOP, HEAD),
    urls: () => server.seen.map(({ url }) => url),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function texts(contents: ReadonlyMap<string, FileContent>): Record<string, string> {
  return Object.fromEntries(
    [...contents].map(([path, content]) => [
      path,
      content.kind === 'content' ? Buffer.from(content.bytes).toString() : content.kind,
    ]),
  );
}
