import { describe, expect, it } from 'vitest';
import { node } from '../../../../src/profile/ecosystems/node.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detectOne } from '../../detecting.ts';
import { packageText } from './package-text.ts';

async function unitOf(fields: Readonly<Record<string, unknown>>, files: MemoryFiles = {}) {
  return detectOne(node, { 'web/package.json': packageText({ dependencies: {}, ...fields }), ...files });
}

/** A workflow with a step for each input. */
const setsUp = (...inputs: readonly string[]) =>
  `on: push\njobs:\n  a:\n    steps:\n${inputs.map((input) => `      - { uses: a/b@v1, with: { ${input} } }\n`).join('')}`;

describe('The version of Node', () => {
  it.each<[string, string, MemoryFiles, Readonly<Record<string, unknown>>?]>([
    ['22.11.0', 'web/.nvmrc:1', { 'web/.nvmrc': 'v22.11.0\n' }],
    ['22', 'web/.nvmrc:3', { 'web/.nvmrc': '# the one of production\n\n22 # LTS\n' }],
    ['lts/*', 'web/.nvmrc:1', { 'web/.nvmrc': 'lts/*' }],
    ['lts/jod', 'web/.nvmrc:1', { 'web/.nvmrc': 'lts/jod\r\n' }],
    ['20.1.0', 'web/.node-version:1', { 'web/.node-version': '20.1.0' }],
    ['20.1.0', '.nvmrc:1', { '.nvmrc': '20.1.0' }],
    ['21.0.0', '.tool-versions:2', { '.tool-versions': 'python 3.12\nnodejs 21.0.0\n' }],
    ['23', 'web/mise.toml:2', { 'web/mise.toml': '[tools]\nnode = "23"\n' }],
    ['23', '.mise.toml:2', { '.mise.toml': '[tools]\nnode = "23"\n' }],
    ['18.20.1', 'web/package.json:4', {}, { volta: { node: '18.20.1' } }],
    ['^24', 'web/package.json:6', {}, { devEngines: { runtime: { name: 'node', version: '^24' } } }],
    ['24.x', 'web/package.json:7', {}, { devEngines: { runtime: [{ name: 'node', version: '24.x' }] } }],
    ['>=20 <23', 'web/package.json:4', {}, { engines: { node: '>=20 <23' } }],
    ['>=20', 'web/package.json:4', {}, { engines: { node: '>=20' } }],
    [
      '22',
      '.github/workflows/ci.yml:5',
      { '.github/workflows/ci.yml': setsUp('node-version: 22') },
      { engines: { node: '>=20' } },
    ],
    ['22.3', 'web/Dockerfile:2', { 'web/Dockerfile': '# build\nFROM node:22.3-alpine AS build\nFROM nginx:1.27\n' }],
    ['20', 'web/Dockerfile:1', { 'web/Dockerfile': 'ARG NODE_VERSION=20\nFROM node:${NODE_VERSION}-slim\n' }],
    ['22', 'web/Dockerfile:2', { 'web/Dockerfile': 'FROM php:8.3\nENV NODE_VERSION=22.x\nRUN curl x\n' }],
    [
      '20',
      'web/Dockerfile:2',
      { 'web/Dockerfile': 'FROM ruby:3.3\nRUN curl -fsSL https://deb.nodesource.com/setup_20.x | bash -\n' },
    ],
    ['lts/*', '.github/workflows/ci.yml:5', { '.github/workflows/ci.yml': setsUp('node-version: lts/*') }],
    ['20.9.0', 'pom.xml:2', { 'pom.xml': '<x>\n<nodeVersion>v20.9.0</nodeVersion>\n</x>' }],
    ['22.1', '.gitlab-ci.yml:1', { '.gitlab-ci.yml': 'image: node:22.1-alpine\na: { script: make }\n' }],
    ['20', '.github/workflows/ci.yml:5', { '.github/workflows/ci.yml': setsUp('node-version: "20"') }],
    ['22', 'Dockerfile:1', { Dockerfile: 'FROM node:22-slim\nCOPY web/package.json ./\n' }],
    ['22', 'docker/Dockerfile:1', { 'docker/Dockerfile': 'FROM node:22-slim\nCOPY ./web .\n' }],
    ['22', 'Dockerfile:1', { Dockerfile: 'FROM node:22-slim\nCOPY a web/ \\\n  /src/\n' }],
    [
      '20',
      '.github/workflows/ci.yml:5',
      {
        Dockerfile: 'FROM node:22-slim\nCOPY web/package.json ./\n',
        '.github/workflows/ci.yml': setsUp('node-version: 20'),
      },
    ],
  ])('is %s, by %s', async (value, where, files, fields = {}) => {
    const { version } = await unitOf(fields, files);
    expect(version).toMatchObject({ tool: 'node', value });
    expect(cited(version)).toEqual([where]);
  });

  it('is the one that a Java build installs for what it holds', async () => {
    const { version } = await detectOne(node, {
      'src/main/webui/package.json': packageText({ dependencies: {} }),
      'src/main/resources/application.properties': 'a=b\nquarkus.quinoa.package-manager-install.node-version=24.1.0\n',
    });
    expect(version).toMatchObject({ tool: 'node', value: '24.1.0' });
    expect(cited(version)).toEqual(['src/main/resources/application.properties:2']);
  });

  it('is taken from the most exact place', async () => {
    const places: [string, MemoryFiles][] = [
      ['1', { 'web/.nvmrc': '1' }],
      ['2', { 'web/.node-version': '2' }],
      ['3', { '.tool-versions': 'nodejs 3\n' }],
      ['4', {}],
      ['5', { 'web/Dockerfile': 'FROM node:5\n' }],
      ['6', { '.github/workflows/ci.yml': setsUp('node-version: 6') }],
    ];
    for (const [index, [value]] of places.entries()) {
      const files = Object.assign({}, ...places.slice(index).map(([, file]) => file));
      const fields = index <= 3 ? { engines: { node: '4' } } : {};
      expect((await unitOf(fields, files)).version?.value).toBe(value);
    }
  });

  it.each<[string, MemoryFiles, Readonly<Record<string, unknown>>?]>([
    ['the engine is any', {}, { engines: { node: '*' } }],
    ['the runtime is another', {}, { devEngines: { runtime: { name: 'deno', version: '2' } } }],
    ['the file is empty', { 'web/.nvmrc': '# none\n' }],
    ['the tag has no number', { 'web/Dockerfile': 'FROM node:lts-alpine\n' }],
    ['workflows do not agree', { '.github/workflows/a.yml': setsUp('node-version: 18', 'node-version: 20') }],
    ['the workflow has a matrix', { '.github/workflows/a.yml': setsUp('node-version: ${{ matrix.node }}') }],
    ['the workflow is ours', { '.github/workflows/generated.yml': setsUp('node-version: 18') }],
  ])('is not known where %s', async (_, files, fields = {}) => {
    expect((await unitOf(fields, files)).version).toBeNull();
  });

  it('is the newest number of a matrix that one job tests on', async () => {
    const matrix = (...versions: string[]) =>
      `on: push\njobs:\n  a:\n    strategy: { matrix: { node: [${versions.join(', ')}] } }\n    steps:\n      - { uses: a/b@v1, with: { node-version: "\${{ matrix.node }}" } }\n      - run: npm ci\n`;
    const { version } = await unitOf({}, { '.github/workflows/a.yml': matrix('18.x', '22.x', '9.x', 'lts/*') });
    expect(version?.value).toBe('22.x');
    expect((await unitOf({}, { '.github/workflows/a.yml': matrix('lts/*', 'lts/jod') })).version).toBeNull();
  });

  it('is that of the jobs that install the package, whatever others use for tools of their own', async () => {
    const own =
      'on: push\njobs:\n  a:\n    steps:\n      - { uses: a/b@v1, with: { node-version: 22 } }\n      - run: npm ci\n';
    const tool = own.replace('22', '16').replace('npm ci', 'npm i -g markdownlint-cli');
    const { version } = await unitOf({}, { '.github/workflows/a.yml': tool, '.github/workflows/b.yml': own });
    expect(version?.value).toBe('22');
  });

  it('of a workspace may stand in the Dockerfile of a member', async () => {
    const { version } = await unitOf(
      { workspaces: ['api'] },
      { 'web/api/package.json': packageText({ name: 'api' }), 'web/api/Dockerfile': 'FROM node:22\n' },
    );
    expect(cited(version)).toEqual(['web/api/Dockerfile:1']);
    const inPipelines = await unitOf(
      { workspaces: ['api'] },
      {
        'web/api/package.json': packageText({ name: 'api' }),
        'web/api/Dockerfile': 'FROM node:22\n',
        '.github/workflows/a.yml': setsUp('node-version: 24.12.0'),
      },
    );
    expect(inPipelines.version?.value).toBe('24.12.0');
  });

  it('belongs to the unit though its file lies above', async () => {
    expect((await unitOf({}, { '.nvmrc': '22' })).alsoOwns).toEqual(['.nvmrc']);
    expect((await unitOf({}, { 'web/.nvmrc': '22' })).alsoOwns).toEqual([]);
  });
});

describe('The version of Bun', () => {
  it.each<[string, string, MemoryFiles, Readonly<Record<string, unknown>>?]>([
    ['1.3.0', 'web/package.json:3', {}, { packageManager: 'bun@1.3.0' }],
    ['1.2.1', 'web/.bun-version:1', { 'web/.bun-version': '1.2.1\n' }],
    ['1.1.0', '.tool-versions:1', { '.tool-versions': 'bun 1.1.0\n' }],
    ['^1.2', 'web/package.json:4', {}, { engines: { bun: '^1.2' } }],
    ['1', 'web/Dockerfile:1', { 'web/Dockerfile': 'FROM oven/bun:1-slim\n' }],
    ['1.3.12', '.github/workflows/a.yml:5', { '.github/workflows/a.yml': setsUp('bun-version: 1.3.12') }],
  ])('is %s, by %s, for a unit that Bun installs', async (value, where, files, fields = {}) => {
    const unit = await unitOf(fields, { 'web/bun.lock': '', ...files });
    expect(unit.version).toMatchObject({ tool: 'bun', value });
    expect(cited(unit.version)).toEqual([where]);
    expect(unit.versions).toEqual([unit.version]);
  });

  it('stands before that of Node, which is another one of the unit', async () => {
    const unit = await unitOf({ engines: { node: '22' } }, { 'web/bun.lock': '', 'web/.bun-version': '1.3.0' });
    expect(unit.versions.map(({ tool, value }) => `${tool} ${value}`)).toEqual(['bun 1.3.0', 'node 22']);
  });

  it('is that of Node where Bun has none', async () => {
    const unit = await unitOf({ engines: { node: '22' } }, { 'web/bun.lock': '' });
    expect([unit.version?.tool, unit.versions]).toEqual(['node', []]);
  });
});

describe('The tag of an image above', () => {
  it.each(['COPY --from=acme/web web .', 'COPY site web', 'COPY webs .', 'RUN cp web .', 'COPY . .'])(
    'says nothing where the folder is not copied: %s',
    async (line) => {
      const { version } = await unitOf({}, { Dockerfile: `FROM node:22-slim\n${line}\n` });
      expect(version).toBeNull();
    },
  );
});
