import { describe, expect, it } from 'vitest';
import type { ActionCatalogue } from '../../../src/domain/catalogue.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { catalogueEngine } from '../../../src/validate/engines/catalogue.ts';
import { readSubject } from '../../../src/validate/read-subject.ts';
import { file } from '../../fakes/judging.ts';

const SHA = 'a'.repeat(40);

const ACTIONS: ActionCatalogue = {
  'acme/deploy': { version: 'v2.3.4', sha: SHA, inputs: { To: { required: true }, how: {}, old: { deprecated: 'x' } } },
  'acme/box': { version: 'v1.0.0', sha: SHA, runs: 'docker', inputs: {} },
  'acme/late': { version: 'v4.0.0', sha: SHA, inputsFrom: 'v3.0.0', inputs: { to: { required: true } } },
  'acme/bare': { version: null, sha: SHA, inputs: {} },
};

describe('An action of the catalogue', () => {
  it.each([
    ['its commit', `acme/deploy@${SHA}`, []],
    ['its release', 'acme/deploy@v2.3.4', []],
    ['its major version, which moves along', 'acme/deploy@v2', []],
    ['another case', `Acme/Deploy@${SHA}`, []],
    ['another release', 'acme/deploy@v2.0.0', ['note unknown-version']],
    ['another commit', `acme/deploy@${'b'.repeat(40)}`, ['note unknown-version']],
    ['no release at all', `acme/bare@${SHA}`, ['error unknown-input']],
    ['a branch of it', 'acme/bare@main', ['note unknown-version']],
    ['a name that nobody knows', 'acme/other@v1', ['note unknown-action']],
    ['a name of an object', 'constructor/constructor@v1', ['note unknown-action']],
    ['a folder of this repository', './deploy', []],
    ['an image', 'docker://alpine:3', []],
    ['an expression', '${{ matrix.uses }}', []],
  ])('that is named by %s', (_, uses, said) => {
    expect(judge(`uses: ${uses}\n        with: {to: a}`).map(({ level, rule }) => `${level} ${rule}`)).toEqual(said);
  });

  it('has the inputs that it has, whatever their case', () => {
    expect(judge(`uses: acme/deploy@${SHA}\n        with: {TO: a, HOW: b}`)).toEqual([]);
  });

  it('is missed an input at its name, is given one too many at the input, an old one at the input', () => {
    const findings = judge(`uses: acme/deploy@${SHA}\n        with:\n          wo: a\n          old: b`);
    expect(findings.map(({ message, path, range }) => [message, path.at(-1), at(range.start)])).toEqual([
      ['acme/deploy v2.3.4 has no input wo.', 'wo', '8:11'],
      ['acme/deploy v2.3.4 needs the input To.', 'uses', '6:15'],
      ['The input old of acme/deploy v2.3.4 is deprecated.', 'old', '9:11'],
    ]);
  });

  it('that moves on only warns; whose inputs were read from an older release, it may have got what is not known', () => {
    const levels = (uses: string) => judge(`uses: ${uses}\n        with: {wo: a}`).map(({ level }) => level);
    expect(levels('acme/deploy@v2')).toEqual(['warning', 'warning']);
    const late = judge(`uses: acme/late@${SHA}\n        with: {wo: a}`);
    expect(late.map(({ rule, level }) => [rule, level])).toEqual([['missing-input', 'warning']]);
    expect(levels(`acme/deploy@${SHA}`)).toEqual(['error', 'error']);
  });

  it('takes what GitHub gives every container', () => {
    expect(judge(`uses: acme/box@${SHA}\n        with: {args: a, entrypoint: b}`)).toEqual([]);
  });
});

describe('The comment behind a commit', () => {
  it.each([
    ['v2.3.4', 0],
    ['2.3.4', 0],
    ['v2', 0],
    ['v2.3', 0],
    ['tag=v2', 0],
    ['pinned', 0],
    ['v2.3.5', 1],
    ['v2.3.40', 1],
    ['v22', 1],
    ['v1', 1],
  ])('%s has %i faults', (comment, faults) => {
    const findings = judge(`uses: acme/deploy@${SHA} # ${comment}\n        with: {to: a}`);
    expect(findings.map(({ rule }) => rule)).toEqual(Array(faults).fill('version-comment-mismatch'));
  });
});

describe('A file with odd shapes', () => {
  it.each([
    'jobs: 7\n',
    'jobs: {a: 7}\n',
    'jobs: {a: {steps: 7}}\n',
    'jobs: {a: {steps: [7, [], {uses: 7}, {uses: []}]}}\n',
    '- 1\n',
    '',
    'a: [\n',
  ])('%j is no use of an action', (text) => {
    expect(catalogueEngine(ACTIONS).judge(readSubject(file(text)), () => null)).toEqual([]);
  });
});

function judge(step: string): readonly Finding[] {
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;
  return catalogueEngine(ACTIONS).judge(readSubject(file(text)), () => null) as readonly Finding[];
}

function at({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}
