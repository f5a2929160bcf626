import { describe, expect, it } from 'vitest';
import { routesInCode } from '../../src/profile/services/code/routes.ts';
import { generateOver } from '../generate/generating.ts';
import { profiled } from './profiled.ts';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const ENTRIES = NAMES.map((name) => `"${name}": "1"`).join(', ');
const MANIFEST = `{"name": "__proto__", "scripts": {"test": "node --test", ${ENTRIES}}, "dependencies": {${ENTRIES}}, "engines": {${ENTRIES}}}`;
const COMPOSE = `services:\n${NAMES.map((name) => `  ${name}:\n    build: ./${name}\n    environment:\n      ${name}: "1"\n`).join('')}`;

const SERVICE = { image: 'postgres:16', env: { POSTGRES_DB: 'a' } };
const PIPELINES: Readonly<Record<string, unknown>> = {
  'azure-pipelines.yml': {
    resources: { containers: [{ container: 'pg', ...SERVICE }] },
    jobs: [
      {
        services: { pg: 'pg' },
        strategy: { matrix: { a: { version: '1.25' } } },
        steps: [
          { task: 'GoTool@0', inputs: { version: '1.25' } },
          { script: 'go test ./...', env: { A: 'b' } },
        ],
      },
    ],
  },
  '.travis.yml': { go: ['1.25'], services: ['redis'], addons: { postgresql: '14' }, script: ['go test ./...'] },
  'bitbucket-pipelines.yml': {
    definitions: { services: { db: { image: 'postgres:15', variables: { POSTGRES_DB: 'a' } } } },
    pipelines: { default: [{ parallel: { steps: [{ step: { services: ['db'], script: ['go test ./...'] } }] } }] },
  },
  '.github/workflows/ci.yml': {
    on: { pull_request: { paths: ['a'] } },
    jobs: {
      test: {
        if: 'true',
        'runs-on': 'ubuntu-latest',
        strategy: { matrix: { go: ['1.25'] } },
        services: { pg: SERVICE },
        steps: [
          { uses: 'actions/setup-go@v5', with: { 'go-version': '1.25' } },
          { if: 'always()', run: 'go test ./...', env: { A: 'b' } },
        ],
      },
    },
  },
};

function* placesOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) yield* placesOf(item, [...path, key]);
}

/** The same with a mapping in one place that nothing can make a text of. */
function withOdd(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return { toString: 'a', valueOf: 'b' };
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? withOdd(item, rest) : item));
  const mapping = value as Readonly<Record<string, unknown>>;
  return { ...mapping, [key]: withOdd(mapping[key], rest) };
}

describe('Names that every object has', () => {
  it.each(NAMES)('are names of files like any other: %s', async (name) => {
    const profile = await profiled({ 'go.mod': 'module x\n', 'main.go': 'package main\n', [name]: 'a:\n' });
    expect(profile.units.map(({ directory }) => directory)).toEqual(['.']);
    expect(generateOver(profile).text).toContain('go build');
  });

  it('are names of folders, scripts, services, variables and extensions like any other', async () => {
    const folders = NAMES.flatMap((name) => [
      [`${name}/package.json`, MANIFEST],
      [`${name}/index.js`, ''],
      [`${name}/a.${name}`, 'get("/health")'],
      [`${name}/Dockerfile`, `FROM node:24\nARG ${name}=1\nENV ${name}=2\nCOPY . .\nCMD ["node", "index.js"]\n`],
    ]);
    const profile = await profiled(Object.fromEntries([...folders, ['compose.yaml', COMPOSE]]));
    expect(profile.units.map(({ directory }) => directory)).toEqual([...NAMES].sort());
    expect(profile.services.map(({ directory }) => directory).sort()).toEqual([...NAMES].sort());
    const { text } = generateOver(profile);
    expect(NAMES.filter((name) => !text.includes(`${name}/package.json`))).toEqual([]);
  });

  it.each(Object.entries(PIPELINES))(
    'are keys of what should be a plain value, and stop nothing, anywhere in %s',
    async (file, pipeline) => {
      const oddities = [...placesOf(pipeline)].map((path) => JSON.stringify(withOdd(pipeline, path)));
      expect(oddities.length).toBeGreaterThan(5);
      for (const text of oddities) {
        const { units } = await profiled({ 'go.mod': 'module x\n', 'main_test.go': 'package main\n', [file]: text });
        expect(units).toHaveLength(1);
      }
    },
  );

  it.each(NAMES)('are no language of a server: %s', (name) => {
    expect(routesInCode({ text: 'app.get("/health")', file: `a.${name}` }, () => () => '')).toEqual([]);
  });
});
