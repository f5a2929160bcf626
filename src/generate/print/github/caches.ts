import type { Step } from '../../../domain/pipeline.ts';
import { scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type Press } from './actions.ts';

/** Where a manager keeps its downloads, for managers whose set-up action does not cache them. */
const PATHS: Readonly<Record<string, string>> = {
  bun: '~/.bun/install/cache',
  'nuget-packages': '~/.nuget/packages',
};

/** A step that caches what a tool downloads, where its set-up action does not. */
export function cacheSteps(press: Press, { cache }: Extract<Step, { kind: 'setup' }>): YamlNode[] {
  const path = cache === null ? undefined : PATHS[cache.manager];
  if (cache === null || path === undefined) return [];
  const hash = `hashFiles(${cache.files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')})`;
  return [
    actionStep(press, {
      name: 'Cache dependencies',
      uses: 'actions/cache',
      with: {
        path: scalar(path),
        key: scalar(`${cache.manager}-\${{ runner.os }}-\${{ ${hash} }}`),
        'restore-keys': scalar(`${cache.manager}-\${{ runner.os }}-`),
      },
    }),
  ];
}
