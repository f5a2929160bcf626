import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryRepository } from '../fakes/repository.ts';
import { workflowOf } from '../generate/generating.ts';

const CONFIGURATION = '.github/agent-generate.yml';
const WORKFLOW = '.github/workflows/generated.yml';
const RELEASE = '.github/workflows/generated-release.yml';

const FILES = {
  'cart/go.mod': 'module example.com/cart\n\ngo 1.25.0\n',
  'cart/main.go': 'package main\n\nfunc main() {}\n',
  'cart/main_test.go': 'package main\n',
  'cart/Dockerfile':
    'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\n\nFROM scratch\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n',
  'client/package.json':
    '{\n  "name": "@acme/client",\n  "version": "1.0.0",\n  "scripts": { "build": "tsc", "test": "node --test" }\n}\n',
  'client/package-lock.json': '{ "lockfileVersion": 3 }\n',
};

const REQUEST = `version: 1
request:
  intents:
    - { kind: image, for: { service: cart }, push: default-branch }
    - { kind: publish, for: { all: true }, registry: npm }
`;

interface Answer {
  readonly source: string;
  readonly fallback: unknown;
  readonly files: readonly { readonly path: string; readonly status: string }[];
  readonly report: {
    readonly verdict: string;
    readonly findings: readonly { readonly rule: string; readonly level: string }[];
  };
}

describe('A request for images and packages that the base has accepted', () => {
  it('is two proven files, in force until it is taken back, and then one', async () => {
    await using repository = temporaryRepository({ ...FILES, [CONFIGURATION]: REQUEST });
    const generate = () =>
      runJson<Answer>(['generate', '--json', '--write', '--base', 'HEAD'], { cwd: repository.path });
    const text = (path: string) => readFileSync(join(repository.path, path), 'utf8');
    const first = generate();
    expect(first).toMatchObject({
      source: 'accepted-request',
      fallback: null,
      files: [
        { path: RELEASE, status: 'added' },
        { path: WORKFLOW, status: 'added' },
      ],
      report: { verdict: 'pass', findings: [{ rule: 'SETUP_NEEDED', level: 'note' }] },
    });
    expect(Object.keys(workflowOf(text(WORKFLOW)).jobs)).toContain('cart-push');
    expect(text(WORKFLOW)).not.toMatch(/npm publish|tags: \[/);
    expect(Object.keys(workflowOf(text(RELEASE)).jobs)).toEqual([
      'client-test',
      'client-build',
      'npm-pack',
      'npm-publish',
    ]);
    expect(runCli(['validate', WORKFLOW, RELEASE], { cwd: repository.path }).code).toBe(0);

    repository.commit();
    expect(generate().files.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);

    rmSync(join(repository.path, CONFIGURATION));
    repository.commit();
    const { stdout } = runCli(['generate', '--write', '--base', 'HEAD'], { cwd: repository.path });
    expect(stdout).toMatch(/Removed: \S*generated-release\.yml\n/);
    expect(existsSync(join(repository.path, RELEASE))).toBe(false);
    expect(text(WORKFLOW)).not.toContain('cart-push');
    const changed = repository.git('status', '--porcelain').trim().split('\n');
    expect(changed.map((line) => line.trim())).toEqual([`D ${RELEASE}`, `M ${WORKFLOW}`]);
  });
});
