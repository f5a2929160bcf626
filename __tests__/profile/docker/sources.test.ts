import { describe, expect, it } from 'vitest';
import { isTelling, isThere, isWhole, pathOf } from '../../../src/profile/docker/sources.ts';
import { snapshotWith } from '../profiled.ts';

describe('A source of COPY', () => {
  it.each([
    ['.', 'go.mod', true],
    ['.', './go.mod', true],
    ['.', '/go.mod', true],
    ['.', 'src', true],
    ['.', 'src/', true],
    ['.', 'src/*.go', true],
    ['.', 's?c/*.go', true],
    ['.', 'package*.json', false],
    ['src', 'main.go', true],
    ['src', '../go.mod', false],
    ['src', '../main.go', true],
    ['src', '/main.go', true],
    ['.', '../outside', false],
    ['.', 'node_modules', true],
    ['.', '*/main.go', true],
    ['.', '*.go', false],
    ['.', '{src,lib}', false],
    ['.', '!(x)', false],
    ['.', '[gs]*', true],
    ['.', '***', true],
  ])('seen from %s: %s is there: %s', async (context, source, expected) => {
    const snapshot = await snapshotWith({ 'go.mod': '', 'src/main.go': '', 'node_modules/x/index.js': '' });
    expect(isThere(snapshot, context, source)).toBe(expected);
  });

  it.each(['.', './', '/', '*', './*'])('%s is the whole context', (source) => {
    expect(isWhole(source)).toBe(true);
  });

  it('with a variable in it tells nothing, and names no path', async () => {
    const snapshot = await snapshotWith({ 'src/$A/x': '' });
    expect(['src', 'src/$A', '.'].map(isTelling)).toEqual([true, false, false]);
    expect(['src', 'src/$A', 'src/*/x', 'lib'].map((source) => pathOf(snapshot, '.', source))).toEqual([
      'src',
      null,
      'src',
      null,
    ]);
  });

  it('with many stars or parentheses takes no longer than others', async () => {
    const snapshot = await snapshotWith({ ['a'.repeat(250)]: '', '(shop)/a.go': '' });
    expect(isThere(snapshot, '.', `${'*a'.repeat(30)}b`)).toBe(false);
    expect(isThere(snapshot, '.', '(a+)+*b')).toBe(false);
    expect(isThere(snapshot, '.', '(s*/*.go')).toBe(true);
    const folders = Array.from({ length: 4_000 }, (_, n) => [`${n % 20}/${(n / 20) | 0}/x`, '']);
    const wide = await snapshotWith(Object.fromEntries(folders));
    const sources = Array.from({ length: 20_000 }, (_, n) => `*/*/${n}`);
    expect(sources.some((source) => isThere(wide, '.', source))).toBe(false);
    expect(isThere(wide, '.', '*/*/x')).toBe(true);
  });
});
