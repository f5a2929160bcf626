import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord, withQuotedValues } from '../../../../src/generate/print/github/shell.ts';
import { numbers } from '../../numbers.ts';

const HOSTILE = [
  '',
  ' ',
  "'",
  "''",
  '"',
  '$x',
  '$(id)',
  '`id`',
  '\\',
  "\\'",
  '\n',
  '\t',
  '\u0001',
  '\u202e',
  'ü',
  '日本',
  '😀',
  '\u{e0041}',
  '${{ x }}',
  '!',
  '*',
  '~',
  '-n',
  '#',
  '&&',
  '\\x24',
  "$'a'",
];

describe('A word of bash', () => {
  it('is exactly the text that it was made of, and no expansion of it', () => {
    const next = numbers(3);
    const random = Array.from({ length: 300 }, () =>
      Array.from({ length: next(6) }, () => HOSTILE[next(HOSTILE.length)]).join(''),
    );
    const texts = [...HOSTILE, ...random];
    const script = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`;
    const output = execFileSync('bash', ['--norc', '-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    expect(output.split('\0').slice(0, -1)).toEqual(texts);
  });

  it('holds nothing that GitHub reads as an expression', () => {
    for (const text of ['${{ github.token }}', "'${{'", '$${{ x }}']) expect(shellWord(text)).not.toContain('${{');
  });

  it('shows what a reader would not see', () => {
    expect(shellWord('\u202egnp.exe')).toBe("$'\\xe2\\x80\\xaegnp.exe'");
  });
});

describe('Values in front of a command', () => {
  it.each([
    ['MIX_ENV=test mix test', "MIX_ENV='test' mix test"],
    ['CI=1 NODE_ENV=test TZ=UTC pnpm test', "CI=1 NODE_ENV='test' TZ=UTC pnpm test"],
    ['a\nB=date c', "a\nB='date' c"],
    ['NODE_ENV=testing pnpm test', null],
    ["NODE_ENV='test' pnpm test", null],
    ['make test A=test b', null],
    ['A=$(date) b', null],
    ['A="x B=test c" d', null],
  ])('are quoted where they are named like a command: %s', (run, quoted) => {
    expect(withQuotedValues(run)).toBe(quoted ?? run);
  });
});
