import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../fakes/memory-tree.ts';
import { profiled } from './profiled.ts';

const LENGTH = 10_000;

/** Files, each of which names the next. */
function chain(fileOf: (number: number) => readonly [path: string, text: string], length = LENGTH): MemoryFiles {
  return Object.fromEntries(Array.from({ length }, (_, number) => fileOf(number)));
}

const pom = (number: number) =>
  `<project><groupId>g</groupId><artifactId>a${number}</artifactId><version>1</version><dependencies><dependency><groupId>g</groupId><artifactId>a${number + 1}</artifactId></dependency></dependencies></project>`;

describe('Parts of a repository that need each other in a chain longer than any stack', () => {
  it.each<[string, MemoryFiles, number]>([
    [
      'members of a workspace of Node',
      {
        'package.json': '{"name": "root", "workspaces": ["*"]}',
        ...chain((n) => [
          `${n}/package.json`,
          `{"name": "a${n}", "scripts": {"build": "tsc"}, "dependencies": {"a${n + 1}": "1"}}`,
        ]),
      },
      1,
    ],
    ['builds of Maven', chain((n) => [`${n}/pom.xml`, pom(n)], 4_000), 4_000],
    [
      'projects of .NET',
      chain((n) => [
        `${n}/a${n}.csproj`,
        `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../${(n + 1) % LENGTH}/a${(n + 1) % LENGTH}.csproj"/></ItemGroup></Project>`,
      ]),
      LENGTH,
    ],
  ])('are found: %s', async (_, files, units) => {
    expect((await profiled(files)).units).toHaveLength(units);
  });
});
