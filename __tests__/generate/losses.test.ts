import { describe, expect, it } from 'vitest';
import type { Service, Unit } from '../../src/domain/profile.ts';
import type { Intent } from '../../src/domain/request.ts';
import { generateOver } from './generating.ts';
import { command, lint, profileOf, requestOf, service, unit } from './profiles.ts';

const ALL = { all: true } as const;

describe('What a request takes from the pipeline that detection alone gives', () => {
  it.each<[string, Intent[]]>([
    ['a runner for one of many that are alike', [{ kind: 'runner', for: { path: 'a' }, labels: ['ubuntu-22.04'] }]],
    ['versions, systems and minutes', [versions(), { kind: 'timeout', for: ALL, minutes: 3 }]],
    [
      'another linter in the place of one',
      [{ kind: 'check', for: ALL, check: 'lint', ensure: true, tool: 'golangci-lint' }],
    ],
    ['a filter that has the default branch', [pullRequests({ branches: ['release/**', 'ma*'] })]],
    ['another trigger', [{ kind: 'trigger', on: 'schedule', ensure: true, cron: '0 3 * * 1' }]],
  ])('is nothing by %s', (_, intents) => {
    expect(lossesBy(intents)).toEqual([]);
  });

  it('is named by command and folder, in and out of a matrix', () => {
    const unformatted: Intent = { kind: 'check', for: { path: 'c' }, check: 'format', ensure: false };
    expect(lossesBy([unformatted])).toEqual([
      'By what is asked for, this no longer runs: `gofmt -d .` (format, in c).',
    ]);
    expect(lossesBy([{ ...unformatted, for: ALL }])[0]?.match(/gofmt/g)).toHaveLength(5);
  });

  it('is not all of it where an image is still made, whatever makes it', () => {
    const image = { kind: 'ko', dockerfile: null, build: [command('ko build --local .')] } as const;
    const commands = { install: [], lint: [], test: [command('go test ./...')], build: [] };
    const untested: Intent = { kind: 'check', for: ALL, check: 'test', ensure: false };
    const rules = (services: readonly Service[]) =>
      generateOver(profileOf([unit({ commands })], services), requestOf(untested)).findings.map(({ rule }) => rule);
    expect(rules([])).toEqual(['NO_CHECK_LEFT']);
    expect(rules([service('api', { image })])).toEqual(['CHECKS_LOST']);
  });

  it('is each test that no longer runs, though another one does', () => {
    const commands = { ...unit().commands, test: [command('make smoke'), command('make unit')] };
    const smoke: Intent = { kind: 'check', for: ALL, check: 'test', ensure: true, command: 'make smoke' };
    expect(lossesBy([smoke], [unit({ commands })])).toEqual([
      'By what is asked for, this no longer runs: `make unit` (test, in .).',
    ]);
  });

  it('is also a linter that is given more time than it takes by itself', () => {
    const because = [{ file: '.golangci.yml', line: 1 }];
    const versions = [{ tool: 'golangci-lint', value: '1', because }];
    const commands = { ...unit().commands, lint: [lint('lint', 'golangci-lint run')] };
    const unlinted: Intent = { kind: 'check', for: ALL, check: 'lint', ensure: false };
    expect(lossesBy([unlinted], [unit({ versions, commands })])).toEqual([
      'By what is asked for, this no longer runs: `golangci-lint run` (lint, in .).',
    ]);
  });

  it.each(['(shop)', '[x]', 'a+b', '{a,b}'])('is nothing for a unit in %s whose files still start it', (directory) => {
    expect(lossesBy([pullRequests({ paths: ['**'] })], [unit({ directory })])).toEqual([]);
  });

  it('is also what changes no longer start it, by folder', () => {
    expect(lossesBy([pullRequests({ paths: ['a/**', 'b/**', 'docs/**'] })])).toEqual([
      'A pull request that changes only c, d, e does not start the pipeline.',
    ]);
  });

  it('is told less surely where the default branch is not known', () => {
    const intents = [pullRequests({ branches: ['develop'] })];
    const { findings } = generateOver(profileOf(units), requestOf(...intents), { defaultBranch: null });
    expect(findings).toMatchObject([{ rule: 'CHANGES_NOT_REACHED', level: 'warning' }]);
  });
});

const units = ['a', 'b', 'c', 'd', 'e'].map((directory) => unit({ directory }));

function lossesBy(intents: readonly Intent[], over: readonly Unit[] = units): string[] {
  const profile = profileOf(over, over === units ? [service('a'), service('b')] : []);
  return generateOver(profile, requestOf(...intents)).findings.map(({ message }) => message);
}

function versions(): Intent {
  return { kind: 'matrix', for: ALL, tool: 'go', versions: ['1.25', '1.26'], systems: ['linux', 'macos'] };
}

function pullRequests(rest: { readonly branches?: string[]; readonly paths?: string[] }): Intent {
  return { kind: 'trigger', on: 'pull_request', ensure: true, ...rest };
}
