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
    ['what a terminal would obey', ['\u001b[2J'], "'\\u{1b}[2J"],
  ])('%s', (_, args, words) => {
    using place = temporaryDirectory();
    expectFault(runCli(args, { cwd: place.path }), 'USAGE', words);
  });

  it.each([
    ['a target', ['generate', '--target', 'github,gitlab'], '--target github,gitlab'],
    ['a provider', ['generate', '--provider', 'anthropic'], '--provider anthropic'],
    ['a configuration to judge by', ['validate', '--config', 'x.yml'], '--config'],
    ['a command', ['verify-audit', 'x'], 'verify-audit'],
  ])('%s of a later version', (_, args, words) => {
    using place = temporaryDirectory();
    expectFault(runCli(args, { cwd: place.path }), 'NOT_AVAILABLE_YET', words);
  });

  it('an unknown rule', () => {
    expectFault(runCli(['explain', 'unpined-uses']), 'UNKNOWN_RULE', 'did you mean unpinned-uses?');
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
