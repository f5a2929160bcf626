import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryRepository } from '../fakes/repository.ts';
import { GITHUB } from '../fakes/secrets.ts';

const PADDING = '# '.repeat(40);
const FILES = {
  'go.mod': 'module example.com/a\n\ngo 1.25.0\n',
  'main.go': 'package main\n\nfunc main() {}\n',
  'a_test.go': 'package main\n',
  Dockerfile: 'FROM golang:1.25\nARG TOKEN\nARG MODE\nCOPY . .\nCMD ["go", "run", "."]\n',
};

const compose = (args: string) =>
  `services:\n  a:\n    build:\n      context: .\n      args:\n        MODE: fast\n        ${args}\n    ports: ["8080:8080"]\n`;

describe('A secret in a build argument', () => {
  const files = { ...FILES, 'compose.yaml': compose(`TOKEN: ${GITHUB} ${PADDING}`) };

  it('costs that argument alone: the rest of the pipeline stands', async () => {
    await using repository = temporaryRepository(files);
    const output = runCli(['generate'], { cwd: repository.path });
    expect(output.code, output.stderr).toBe(0);
    expect(output.stdout).toContain('run: go test ./...');
    expect(output.stdout).toContain('build-args: MODE=fast');
    expect(output.stdout).not.toMatch(/Not everything was done/);
    expect(output.stdout).toContain('compose.yaml:7: the build argument TOKEN holds what looks like a secret');
  });

  it('is repeated by no page and no document', async () => {
    await using repository = temporaryRepository(files);
    for (const args of [['profile'], ['profile', '--json'], ['generate'], ['generate', '--json']])
      expect(runCli(args, { cwd: repository.path }).stdout).not.toContain(GITHUB.slice(0, 12));
  });
});

it('A secret on a line that is shown as a reason, and cut where it is long, is not shown', async () => {
  const line = `CMD ["go", "run", ".", "--some-long-flag-that-comes-before", "--token-for-the-registry-of-modules", "${GITHUB}"]`;
  await using repository = temporaryRepository({
    ...FILES,
    Dockerfile: `FROM golang:1.25\nEXPOSE 80 ${GITHUB}\nCOPY . .\n${line}\n`,
  });
  const { stdout } = runCli(['profile', '--json'], { cwd: repository.path });
  expect(stdout).not.toContain('ghp_');
  expect(runJson<{ units: unknown[] }>(['profile', '--json'], { cwd: repository.path }).units).toHaveLength(1);
});

it('A finding about a secret marks its place and does not repeat it', async () => {
  await using repository = temporaryRepository({
    '.github/workflows/a.yml': `on: push\nenv: { TOKEN: ${GITHUB} }\njobs: {}\n`,
  });
  const { stdout } = runCli(['validate'], { cwd: repository.path });
  expect(stdout).toContain('committed-secret');
  expect(stdout).toContain(`TOKEN: ${'*'.repeat(40)} }`);
  expect(stdout).not.toContain('ghp_');
});
