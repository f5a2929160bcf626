import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/inputs/command-line.ts';

describe('Arguments', () => {
  it('of generate have the defaults that its help names', () => {
    expect(readCommandLine(['generate'], {})).toEqual({
      command: 'generate',
      repository: '.',
      base: null,
      head: null,
      request: null,
      model: { choice: { kind: 'none', note: null }, maxTokens: null, maxCostUsd: null },
      existing: null,
      explain: false,
      showPrompt: false,
      targets: ['github'],
      timeoutSeconds: 300,
      destination: { kind: 'none' },
      json: false,
    });
  });

  it('say where files go', () => {
    expect(readCommandLine(['generate', '--write'])).toMatchObject({ destination: { kind: 'repository' } });
    expect(readCommandLine(['generate', '--output=out'])).toMatchObject({
      destination: { kind: 'folder', path: 'out' },
    });
  });

  it('of validate are as many paths as there are, also such as look like options behind --', () => {
    expect(readCommandLine(['validate', 'a.yml', '-', '--', '--format', '-h'])).toEqual({
      command: 'validate',
      paths: ['a.yml', '-', '--format', '-h'],
      format: 'text',
      policies: null,
      config: null,
      timeoutSeconds: 300,
    });
  });

  it.each([
    [[], null],
    [['help'], null],
    [['-h'], null],
    [['help', 'profile'], 'profile'],
    [['profile', '--nonsense', '--help'], 'profile'],
  ])('%j ask for help', (args, topic) => {
    expect(readCommandLine(args)).toEqual({ command: 'help', topic });
  });

  it('take a sentence as it is, and a value that begins with a dash behind =', () => {
    expect(readCommandLine(['request', '--', '--help'])).toMatchObject({ text: '--help' });
    expect(readCommandLine(['request', 'prüfe\nalles', '--json'])).toMatchObject({ text: 'prüfe\nalles', json: true });
    expect(readCommandLine(['generate', '--base=--output=x'])).toMatchObject({ base: '--output=x' });
  });
});

describe('Arguments that mean nothing are refused in one sentence', () => {
  it.each([
    ['an unknown command, with the nearest one', ['generat'], "'generat' is not a command; did you mean generate?"],
    ['a word of JavaScript', ['constructor'], "'constructor' is not a command"],
    ['an option that is cut short, with the whole one', ['generate', '--repo', 'x'], 'did you mean --repository?'],
    ['a command that is cut short, with the whole one', ['gen'], 'did you mean generate?'],
    ['an unknown option, with the nearest one', ['generate', '--bse', 'main'], 'no option --bse; did you mean --base?'],
    ['an option of another command', ['profile', '--base', 'x'], 'profile has no option --base'],
    ['an option without its value', ['generate', '--base'], "'--base <value>' argument missing"],
    ['a value where none is taken', ['generate', '--write=yes'], "'--write' does not take an argument"],
    ['an option that looks like a value', ['generate', '--base', '--json'], "'--base' argument is ambiguous"],
    ['an empty value', ['generate', '--output', ''], '--output was given an empty value'],
    ['an empty folder', ['profile', '--repository='], '--repository was given an empty value'],
    ['an unknown value', ['validate', '--format', 'xml'], "'xml' is not a value of --format"],
    ['an unknown provider', ['generate', '--provider', 'none '], "'none ' is not a value of --provider"],
    ['an unknown target', ['generate', '--target', 'github,'], "'' is not a value of --target"],
    ['a time that is none', ['generate', '--timeout-seconds', '1e3'], "from 1 to 3600, not '1e3'"],
    ['no time at all', ['validate', '--timeout-seconds', '0'], "from 1 to 3600, not '0'"],
    ['more time than a job has', ['generate', '--timeout-seconds', '3601'], "from 1 to 3600, not '3601'"],
    ['two places to write to', ['generate', '--write', '--output', 'x'], '--write and --output exclude each other'],
    ['too many words', ['request', 'lint', 'it'], 'quote a sentence as one word'],
    ['a folder without its option', ['generate', '../shop'], "'../shop': a checkout is named by --repository, what is"],
    ['a folder where there is no request', ['profile', '../shop'], "'../shop': a checkout is named by --repository."],
    ['words behind --', ['generate', '--', '--help'], "'--help'"],
    ['no words', ['request', ' '], 'Give a sentence.'],
    ['no rule', ['explain'], 'Give a rule'],
    ['help for nothing', ['help', 'everything'], "'everything' is not a command"],
  ])('%s', (_, args, words) => {
    expect(() => readCommandLine(args)).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(words) }),
    );
  });
});
