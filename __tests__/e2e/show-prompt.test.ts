import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';
import { GITHUB } from '../fakes/secrets.ts';

const FILES = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'a_test.go': 'package a\n' };
const WORDS = 'Lint the Go code.';
const DOES_ALREADY = 'What the pipeline does already';
const CI = `on: pull_request
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - run: go test ./...
`;

describe('--show-prompt', () => {
  it('prints the instructions, the tool and the message, without a secret of the change or the environment', async () => {
    await using repository = temporaryRepository(FILES);
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.write({ Makefile: `lint:\n\t# ${GITHUB} the-key-of-the-job\n` });
    repository.commit();
    const args = ['generate', '--request', `${WORDS} the-key-of-the-job`, '--show-prompt'];
    const env = { ANTHROPIC_API_KEY: 'the-key-of-the-job' };
    const { code, stdout, stderr } = runCli(args, { cwd: repository.path, env });
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^# Instructions .*sha256:[0-9a-f]{64}/);
    for (const told of ['# Tool: answer', '# Message', WORDS, 'unit .: go', 'Lines that changed in Makefile'])
      expect(stdout).toContain(told);
    expect(stdout).not.toMatch(/ghp_|the-key-of-the-job/);
    expect(stderr).toContain('places that may hold a secret were covered');
  });

  it.each([
    ['request', WORDS],
    ['generate', '--request', WORDS],
  ])('ends when time is up: %s', (...words) => {
    using tools = temporaryDirectory();
    writeAll(tools.path, { git: { executable: '#!/bin/sh\nexec sleep 600\n' } });
    const args = [...words, '--show-prompt', '--timeout-seconds', '1'];
    const { code, stdout, stderr } = runCli(args, { cwd: tools.path, env: { PATH: `${tools.path}:/bin` } });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('DEADLINE_EXCEEDED');
  });

  it('gives the same as data, for a sentence alone and in a folder that is no repository', () => {
    using folder = temporaryDirectory();
    writeAll(folder.path, FILES);
    const args = ['request', WORDS, '--repository', folder.path, '--show-prompt', '--json'];
    const shown = runJson<{
      promptDigest: string;
      conversation: { tool: { name: string }; turns: { text: string }[] };
    }>(args);
    expect(shown.conversation.tool.name).toBe('answer');
    expect(shown.conversation.turns.map(({ text }) => text).join()).toContain(WORDS);
    expect(runCli(args).stdout).toBe(runCli(args).stdout);
  });

  it('leaves out what only the change says that workflows do, and what is to be replaced, as what is sent does', async () => {
    await using repository = temporaryRepository(FILES);
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.write({ '.github/workflows/ci.yml': CI });
    repository.commit();
    const args = ['generate', '--request', WORDS, '--show-prompt'];
    const told = (...more: string[]) => runCli([...args, ...more], { cwd: repository.path }).stdout;
    expect(told('--base', 'main')).not.toContain(DOES_ALREADY);
    expect(told('--base', 'HEAD')).toContain(DOES_ALREADY);
    expect(told('--base', 'HEAD', '--existing', 'replace')).not.toContain(DOES_ALREADY);
  });

  it('says that nothing would be sent of what is accepted', async () => {
    await using repository = temporaryRepository(FILES);
    const args = ['generate', '--request', 'Give everything 21 minutes.'];
    expect(runCli([...args, '--write'], { cwd: repository.path }).code).toBe(0);
    expect(runCli([...args, '--show-prompt'], { cwd: repository.path }).stderr).not.toContain('Nothing would be sent');
    repository.commit();
    const shown = runCli([...args, '--base', 'HEAD', '--show-prompt'], { cwd: repository.path });
    expect(shown).toMatchObject({ code: 0, stderr: expect.stringContaining('Nothing would be sent') });
  });

  it('needs no key', () => {
    using folder = temporaryDirectory();
    writeAll(folder.path, FILES);
    const more = ['--repository', folder.path, '--provider', 'anthropic', '--show-prompt'];
    for (const args of [
      ['request', WORDS],
      ['generate', '--request', WORDS],
    ])
      expect(runCli([...args, ...more])).toMatchObject({ code: 0, stdout: expect.stringContaining(WORDS) });
  });

  it('says where nothing would be sent, and wants words', () => {
    using folder = temporaryDirectory();
    writeAll(folder.path, FILES);
    const refused = runCli(['request', 'Use pull_request_target.', '--repository', folder.path, '--show-prompt']);
    expect(refused.stderr).toContain('Nothing would be sent');
    expect(runCli(['generate', '--show-prompt'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--request'),
    });
  });
});
