import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionCatalogueText, imageCatalogueText } from '../../scripts/catalogues/format.ts';
import type { ImageEntry } from '../../scripts/catalogues/images.ts';
import { type TemporaryRepository, temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';

const script = fileURLToPath(new URL('../../scripts/refresh-catalogues.ts', import.meta.url));
const data = fileURLToPath(new URL('../../data/', import.meta.url));

const ACTION = `
name: Set up a thing
inputs:
  version:
    required: true
  cache:
    default: true
  old:
    deprecationMessage: Use version.
    default: ''
  bare:
outputs:
  path:
    description: Where it is.
runs:
  using: node24
  main: index.js
`;

const OLD = { version: 'v1.0.0', sha: 'a'.repeat(40), released: '2020-01-01', runs: 'node12', inputs: {}, outputs: [] };

describe('The catalogues of the repository', () => {
  it('are written as the script writes them', () => {
    const actions = readFileSync(`${data}action-catalog.json`, 'utf8');
    const images = readFileSync(`${data}image-catalog.json`, 'utf8');
    expect(actionCatalogueText(JSON.parse(actions))).toBe(actions);
    expect(imageCatalogueText(JSON.parse(images))).toBe(images);
  });
});

describe('Refreshing the actions', () => {
  it('takes the newest release, annotated tags and sub-folders included, with the inputs that it has at that commit', async () => {
    await using there = remotes();
    const { shown } = there;
    using folder = catalogues({ 'acme/setup': OLD, 'acme/setup/save': OLD });
    const ran = await refresh(folder.path, '--only', 'actions', '--remote-base', there.base);
    expect(ran.code).toBe(0);
    const found = JSON.parse(readFileSync(join(folder.path, 'action-catalog.json'), 'utf8'));
    expect(found['acme/setup']).toEqual({
      version: 'v10.2.0',
      sha: shown,
      released: '2026-01-01',
      runs: 'node24',
      inputs: { version: { required: true }, cache: { default: 'true' }, old: { deprecated: true }, bare: {} },
      outputs: ['path'],
    });
    expect(found['acme/setup/save']).toMatchObject({ sha: shown, runs: 'composite', inputs: { key: {} } });
    expect((await refresh(folder.path, '--only', 'actions', '--remote-base', there.base)).stdout).toContain(
      'up to date',
    );
  });

  it('takes the tip of the default branch where there is no release', async () => {
    await using there = remotes();
    using folder = catalogues({ 'acme/branchy': { ...OLD, version: null } });
    await refresh(folder.path, '--only', 'actions', '--remote-base', there.base);
    const found = JSON.parse(readFileSync(join(folder.path, 'action-catalog.json'), 'utf8'));
    expect(found['acme/branchy']).toMatchObject({ version: null, runs: 'node24' });
  });

  it.each([
    ['one remote is not there', { 'acme/setup': OLD, 'acme/gone': OLD }, 'acme/gone: '],
    ['an action is no longer in its repository', { 'acme/setup/gone': OLD }, 'has no action.yml'],
    ['what is pinned is newer', { 'acme/setup': { ...OLD, version: 'v11.0.0' } }, 'v11.0.0 is pinned'],
  ])('writes nothing where %s, and says which', async (_, entries, words) => {
    await using there = remotes();
    using folder = catalogues(entries);
    const before = readFileSync(join(folder.path, 'action-catalog.json'), 'utf8');
    const ran = await refresh(folder.path, '--only', 'actions', '--remote-base', there.base);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
    expect(ran.stderr).toContain('Nothing was written');
    expect(ran.stderr).not.toContain('    at ');
    expect(readFileSync(join(folder.path, 'action-catalog.json'), 'utf8')).toBe(before);
  });
});

describe('Refreshing the images', () => {
  const manifest = '{"manifests":[]}';
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  const image = (name: string, tag = '1') => ({ image: name, tag, digest: `sha256:${'0'.repeat(64)}`, seen: 5 });

  it('takes the digest that the registry has now, with a token where one is wanted', async () => {
    await using registry = await registryWith((path) => (path.includes('/library/postgres/') ? manifest : null));
    using folder = catalogues({}, [image('postgres')]);
    const ran = await refresh(folder.path, '--registry-base', registry.base);
    expect(ran.code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder.path, 'image-catalog.json'), 'utf8'))).toEqual([
      { image: 'postgres', tag: '1', digest },
    ]);
  });

  it('keeps what is still so', async () => {
    await using registry = await registryWith(() => manifest);
    using folder = catalogues({}, [{ ...image('valkey/valkey'), digest }]);
    expect((await refresh(folder.path, '--registry-base', registry.base)).stdout).toContain('up to date');
  });

  it('writes nothing where one tag is gone, or nobody answers', async () => {
    await using registry = await registryWith((path) => (path.includes('postgres') ? manifest : null));
    using folder = catalogues({}, [image('postgres'), image('gone')]);
    const before = readFileSync(join(folder.path, 'image-catalog.json'), 'utf8');
    const refused = await refresh(folder.path, '--registry-base', registry.base);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('gone:1: the registry answered 404') });
    await registry[Symbol.asyncDispose]();
    const offline = await refresh(folder.path, '--registry-base', registry.base);
    expect(offline).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was written') });
    expect(readFileSync(join(folder.path, 'image-catalog.json'), 'utf8')).toBe(before);
  });
});

/** Bare repositories as a host would have them. */
function remotes(): { readonly base: string; readonly shown: string } & AsyncDisposable {
  const root = temporaryDirectory();
  const setup = temporaryRepository({ 'action.yml': ACTION.replace('node24', 'node20') });
  setup.git('tag', 'v9.9.9');
  setup.write({ 'action.yml': ACTION, 'save/action.yaml': 'inputs: {key: }\nruns: {using: composite, steps: []}\n' });
  const shown = setup.commit();
  setup.git('tag', '--annotate', '--message', 'Ten', 'v10.2.0');
  for (const name of ['v10', 'v11.0.0-beta.1', 'nightly-99.0.0']) setup.git('tag', name);
  setup.write({ 'action.yml': ACTION.replace('node24', 'node99') });
  setup.commit();
  const branchy = temporaryRepository({ 'action.yml': ACTION });
  branchy.git('tag', 'v1');
  publish(setup, join(root.path, 'acme/setup'));
  publish(branchy, join(root.path, 'acme/branchy'));
  return {
    base: `file://${root.path}`,
    shown,
    [Symbol.asyncDispose]: async () => {
      for (const one of [setup, branchy]) await one[Symbol.asyncDispose]();
      root[Symbol.dispose]();
    },
  };
}

function publish(repository: TemporaryRepository, path: string): void {
  repository.git('clone', '--quiet', '--bare', repository.path, path);
}

function catalogues(
  actions: Readonly<Record<string, unknown>>,
  images: readonly ImageEntry[] = [],
): { readonly path: string } & Disposable {
  const folder = temporaryDirectory();
  writeAll(folder.path, {
    'action-catalog.json': actionCatalogueText(actions),
    'image-catalog.json': imageCatalogueText(images),
  });
  return folder;
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the script beside the test, whose server must go on answering. */
function refresh(folder: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [script, '--data', folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ...output }));
  });
}

/** A registry on loopback that wants an anonymous token first, as public ones do. */
async function registryWith(
  answer: (path: string) => string | null,
): Promise<{ readonly base: string } & AsyncDisposable> {
  const server: Server = createServer(({ url = '', headers }, response) => {
    const base = `http://${headers.host}`;
    if (url.startsWith('/token')) return response.end(JSON.stringify({ token: 'anonymous' }));
    if (headers.authorization !== 'Bearer anonymous') {
      const challenge = `Bearer realm="${base}/token",service="here",scope="repository:x:pull"`;
      return response.writeHead(401, { 'www-authenticate': challenge }).end();
    }
    const content = answer(url);
    return content === null ? response.writeHead(404).end() : response.end(content);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
