import { describe, expect, it } from 'vitest';
import { runCli, runJson } from '../fakes/built.ts';
import { temporaryDirectory, temporaryRepository, writeAll } from '../fakes/repository.ts';
import { GITHUB } from '../fakes/secrets.ts';

const FILES = { 'go.mod': 'module example.com/a\n\ngo 1.25.0\n', 'a_test.go': 'package a\n' };
const WORDS = 'Lint the Go code.';

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
