import { describe, expect, it } from 'vitest';
import { profiled, warned } from './profiled.ts';

const said = (name: string) => `${name} is not known, so nothing is checked by it; a workflow of your own can.`;

describe('A language or build tool that is not known', () => {
  it.each([
    ['pubspec.yaml', 'Dart'],
    ['app.cabal', 'Haskell'],
    ['MODULE.bazel', 'Bazel'],
    ['deps.edn', 'Clojure'],
    ['build.zig', 'Zig'],
  ])('is named at %s', async (file, name) => {
    expect(warned(await profiled({ [file]: '' }))).toEqual([`${file}:1: ${said(name)}`]);
  });

  it('is named once, at the file with the shortest path, and what is known is checked', async () => {
    const profile = await profiled({
      'apps/one/pubspec.yaml': '',
      'pubspec.yaml': '',
      'go.mod': 'module example.com/a\n\ngo 1.24\n',
      'main.go': 'package main\n',
    });
    expect(warned(profile)).toEqual([`pubspec.yaml:1: ${said('Dart')}`]);
    expect(profile.units.map(({ ecosystem }) => ecosystem)).toEqual(['go']);
  });

  it.each(['docs/pubspec.md', 'vendor/x/pubspec.yaml', 'testdata/build.zig', 'xcabal'])(
    'is not shown by %s',
    async (file) => {
      expect((await profiled({ [file]: '' })).warnings).toEqual([]);
    },
  );
});
