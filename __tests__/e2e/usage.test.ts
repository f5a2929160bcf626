import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/domain/version.ts';
import { runCli } from '../fakes/built.ts';
import { temporaryDirectory } from '../fakes/repository.ts';
import { expectFault } from './faults.ts';

describe('Arguments that mean nothing are refused, and nothing is done', () => {
  it.each([
    ['an unknown command', ['generat'], 'did you mean generate?'],
    ['an unknown option', ['generate', '--bse', 'main'], 'did you mean --base?'],
    ['an empty value', ['generate', '--output', ''], '--output was given an empty value'],
    ['a value of blanks', ['generate', '--request', ' \t\n'], '--request was given an empty value'],
    ['a provider without its key', ['generate', '--provider', 'anthropic'], 'but ANTHROPIC_API_KEY is empty'],
    ['a server without a protocol', ['request', '--base-url', 'http://localhost', 'x'], '--base-url needs --provider'],
    ['what a terminal would obey', ['\u001b[2J'], "'\\u{1b}[2J"],
  ])('%s', (_, args, words) => {
    using place = temporaryDirectory();
    expectFault(runCli(args, { cwd: place.path }), 'USAGE', words);
  });

  it.each([
    ['a target', ['generate', '--target', 'github,gitlab'], '--target github,gitlab'],
    ['a configuration to judge by', ['validate', '--config', 'x.yml'], '--config'],
    ['a command', ['verify-audit', 'x'], 'verify-audit'],
  ])('%s of a later version', (_, args, words) => {
    using place = temporaryDirectory();
    expectFault(runCli(args, { cwd: place.path }), 'NOT_AVAILABLE_YET', words);
  });

  it.each([
    ['an option', ['generate', '--frobnicate'], 'USAGE'],
    ['a command', ['frobnicate'], 'USAGE'],
    ['a value', ['validate', '--format', 'pdf'], 'USAGE'],
    ['a rule of somebody else', ['explain', 'SC2086'], 'UNKNOWN_RULE'],
  ] as const)('%s that is like none that is there, without a guess', (_, args, code) => {
    const ran = runCli([...args]);
    expectFault(ran, code, args.at(-1) ?? '');
    expect(ran.stderr).not.toContain('did you mean');
  });

  it('an unknown rule', () => {
    expectFault(runCli(['explain', 'unpined-uses']), 'UNKNOWN_RULE', 'did you mean unpinned-uses?');
  });
});

describe('Every code that a person meets is explained', () => {
  it.each([
    ['of an error', 'EDITS_NOT_COMMITTED', '--output DIR'],
    ['of what was left out', 'NOT_PROVEN', 'Change the wish'],
    ['of a rule', 'NO_CHECK_LEFT', 'Bad:'],
  ])('%s', (_, code, words) => {
    const { code: exit, stdout, stderr } = runCli(['explain', code]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${code}\\b`));
    expect(stdout).toContain(words);
  });

  it('and one that is misspelt is known by its likeness', () => {
    expectFault(runCli(['explain', 'NOT_PROOVEN']), 'UNKNOWN_RULE', 'did you mean NOT_PROVEN?');
    expect(runCli(['explain', 'exposes-secrets']).stdout).toContain('Secrets are neither printed nor sent anywhere.');
    expectFault(runCli(['explain', 'expose-secrets']), 'UNKNOWN_RULE', 'did you mean exposes-secrets?');
    expectFault(runCli(['explain', 'toString']), 'UNKNOWN_RULE');
  });
});

it('Help and version are results', () => {
  for (const args of [[], ['--help'], ['help', 'generate'], ['generate', '--nonsense', '-h']])
    expect(runCli(args)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Usage: agent-generate'),
    });
  for (const option of ['--version', '-V'])
    expect(runCli([option])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
});
