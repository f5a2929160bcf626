import type { IntentOf } from '../../domain/request.ts';
import type { CiStep } from '../ci/steps.ts';

type Registry = IntentOf<'publish'>['registry'];

const ACTIONS: ReadonlyMap<string, Registry> = new Map([
  ['pypa/gh-action-pypi-publish', 'pypi'],
  ['JS-DevTools/npm-publish', 'npm'],
  ['katyo/publish-crates', 'crates'],
  ['rubygems/release-gem', 'rubygems'],
]);

const COMMANDS: readonly (readonly [call: RegExp, registry: Registry])[] = [
  [/^\s{0,20}(?:npm|pnpm|yarn|bun)(?: -r| npm)? publish\b/m, 'npm'],
  [/^\s{0,20}(?:uv publish|poetry publish|pdm publish|hatch publish|(?:python3? -m )?twine upload)\b/m, 'pypi'],
  [/^\s{0,20}cargo publish\b/m, 'crates'],
  [/^\s{0,20}(?:\.\/)?mvnw?\b[^\n]{0,200}\sdeploy\b/m, 'maven-central'],
  [/^\s{0,20}dotnet nuget push\b/m, 'nuget'],
  [/^\s{0,20}gem push\b/m, 'rubygems'],
];

/** The registry that a step publishes a package to; null where it does not. */
export function publishOf({ uses, run }: CiStep): Registry | null {
  if (uses !== null) return ACTIONS.get(uses) ?? null;
  return COMMANDS.find(([call]) => call.test(run ?? ''))?.[1] ?? null;
}
