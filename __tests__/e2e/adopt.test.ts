import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryRepository } from '../fakes/repository.ts';

const CI = `name: ci
on:
  pull_request:
  push:
    branches: [main, next]
  schedule:
    - cron: "0  3 * * 1"
  workflow_call:
jobs:
  test:
    runs-on: \${{ matrix.os }}
    timeout-minutes: 12
    strategy:
      matrix:
        os: [ubuntu-latest, macos-latest]
        node: [22, 24]
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v6
        with:
          node-version: \${{ matrix.node }}
      - run: npm ci
      - run: npm test
      - run: npm run licences
      - run: ./deploy.sh
        env: { TOKEN: "\${{ secrets.DEPLOY_TOKEN }}" }
`;
const RELEASE = `on:
  push:
    tags: ["v*"]
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v6
        with:
          context: .
          push: true
          tags: ghcr.io/octo/shop:latest
          platforms: linux/amd64,linux/arm64
  package:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm publish
`;
const FILES = {
  'package.json': JSON.stringify(
    { name: 'shop', scripts: { lint: 'eslint .', test: 'node --test', licences: 'licence-checker' } },
    null,
    2,
  ),
  'package-lock.json': '{}',
  'a.test.js': '',
  Dockerfile: 'FROM node:24\nEXPOSE 8080\nCMD ["node", "a.js"]\n',
  '.github/workflows/ci.yml': CI,
  '.github/workflows/release.yml': RELEASE,
};
const CONFIGURATION = '.github/agent-generate.yml';

describe('adopt', () => {
  it('prints the request that the workflows are, each intent with its line, and tells what it could not say', async () => {
    await using repository = temporaryRepository(FILES);
    const { code, stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('    - '))).toEqual([
      '    - { kind: trigger, on: pull_request, ensure: true } # from ci.yml:3',
      '    - { kind: trigger, on: push, ensure: true, branches: [main, next] } # from ci.yml:4',
      '    - { kind: trigger, on: tag, ensure: true, tags: ["v*"] } # from release.yml:3',
      '    - { kind: trigger, on: schedule, ensure: true, cron: "0 3 * * 1" } # from ci.yml:7',
      '    - { kind: check, for: { all: true }, check: lint, ensure: false } # no workflow runs this command',
      '    - { kind: check, for: { all: true }, check: test, ensure: true } # from ci.yml:23',
      '    - { kind: matrix, for: { all: true }, tool: node, versions: ["22", "24"] } # from ci.yml:21',
      '    - { kind: matrix, for: { all: true }, systems: [linux, macos] } # from ci.yml:11',
      '    - { kind: timeout, for: { all: true }, minutes: 12 } # from ci.yml:12',
      '    - { kind: image, for: { all: true }, push: tag, registry: ghcr.io, platforms: [linux/amd64, linux/arm64] } # from release.yml:9',
      '    - { kind: publish, for: { all: true }, registry: npm, on: tag } # from release.yml:19',
      '    - { kind: custom, for: { all: true }, name: "Run licences", command: "npm run licences" } # from ci.yml:24',
    ]);
    expect(stdout).toContain('settings:\n  existing: replace\n');
    expect(stdout).not.toContain('yaml-language-server');
    expect(stderr).toContain('ci.yml:8  the event workflow_call starts it');
    expect(stderr).toContain('ci.yml:10  secrets: DEPLOY_TOKEN');
    expect(stderr).toContain('ci.yml:25  commands that are no check known here');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('writes what generate makes a proven pipeline of', async () => {
    await using repository = temporaryRepository(FILES);
    const { code, stdout } = runCli(['adopt', '--repository', repository.path, '--write']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Written: .*agent-generate\.yml\n/);
    repository.commit();
    const answer = runJson<Answer>([
      'generate',
      '--repository',
      repository.path,
      '--base',
      'HEAD',
      '--write',
      '--json',
    ]);
    expect(answer).toMatchObject({ source: 'accepted-request', fallback: null, report: { verdict: 'pass' } });
    const workflow = readFileSync(join(repository.path, '.github/workflows/generated.yml'), 'utf8');
    expect(workflow).toContain('run: npm test');
    expect(workflow).not.toContain('npm run lint');
  });

  it('writes nothing over another configuration, and says that its own is there', async () => {
    await using repository = temporaryRepository(FILES);
    const adopt = () => runCli(['adopt', '--repository', repository.path, '--write']);
    adopt();
    expect(adopt()).toMatchObject({ code: 0, stdout: `${CONFIGURATION} says this already.\n` });
    repository.write({ [CONFIGURATION]: 'version: 1\n' });
    const { code, stderr } = adopt();
    expect(code).toBe(2);
    expect(stderr).toContain('error CONFIGURATION_EXISTS');
    expect(readFileSync(join(repository.path, CONFIGURATION), 'utf8')).toBe('version: 1\n');
  });

  it('says in one sentence that there is nothing to adopt', async () => {
    await using repository = temporaryRepository({ 'go.mod': 'module example.com/a\n\ngo 1.26.0\n' });
    const { code, stdout, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error NOTHING_TO_ADOPT: The repository has no workflow of GitHub/);
  });

  it('goes on with workflows that are broken', async () => {
    await using repository = temporaryRepository({ ...FILES, '.github/workflows/bad.yml': 'jobs: [\n' });
    const { code, stderr } = runCli(['adopt', '--repository', repository.path]);
    expect(code).toBe(0);
    expect(stderr).toContain('bad.yml:1  the file has no jobs that can be read');
  });
});

interface Answer {
  readonly source: string;
  readonly fallback: unknown;
  readonly report: { readonly verdict: string };
}
