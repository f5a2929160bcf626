import type { Step } from '../../../domain/pipeline.ts';
import { scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type Press } from './actions.ts';
import { asPath, literal } from './text.ts';

/** Where a manager keeps its downloads, for managers whose set-up action does not cache them; below the unit's folder where it keeps them there. */
const PATHS: Readonly<Record<string, (inside: (path: string) => string) => readonly string[]>> = {
  bun: () => ['~/.bun/install/cache'],
  'nuget-packages': () => ['~/.nuget/packages'],
  terraform: (inside) => [inside('.terraform/providers')],
  // Where Composer keeps them on GitHub's runners of Linux.
  composer: () => ['~/.cache/composer/files'],
  spm: (inside) => [inside('.build')],
  conan: () => ['~/.conan2/p'],
  vcpkg: () => ['~/.cache/vcpkg/archives'],
  mix: (inside) => [inside('deps'), inside('_build')],
};

/** A step that caches what a tool downloads, where its set-up action does not. */
export function cacheSteps(
  press: Press,
  { cache, directory }: Pick<Extract<Step, { kind: 'setup' }>, 'cache' | 'directory'>,
): YamlNode[] {
  const paths = cache === null ? undefined : PATHS[cache.manager];
  if (cache === null || paths === undefined) return [];
  const inside = (path: string) => (directory === '.' ? path : asPath(`${directory}/${path}`));
  return [
    actionStep(press, {
      name: 'Cache dependencies',
      uses: 'actions/cache',
      with: {
        path: literal(paths(inside).join('\n')),
        key: scalar(`${cache.manager}-\${{ runner.os }}-\${{ ${hashOf(cache.files)} }}`),
        'restore-keys': scalar(`${cache.manager}-\${{ runner.os }}-`),
      },
    }),
  ];
}

/** The call by which a workflow hashes files that key a cache. */
export function hashOf(files: readonly string[]): string {
  return `hashFiles(${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')})`;
}
