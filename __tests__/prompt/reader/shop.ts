import type { Command, ProjectProfile, Service, Task, Unit } from '../../../src/domain/profile.ts';

/** A system of four services, one in each of four languages, with two tasks at the root. */
export const SHOP: ProjectProfile = {
  units: [
    unit('cart', 'go', 'go', { test: 'go test ./...', build: 'go build ./...' }),
    unit('ledger', 'java', 'maven', { test: 'mvn -B verify', build: 'mvn -B package' }),
    unit('recommender', 'python', 'uv', { test: 'uv run pytest' }),
    unit('web', 'node', 'pnpm', { test: 'pnpm test', build: 'pnpm run build' }),
  ],
  services: ['cart', 'ledger', 'recommender', 'web'].map(service),
  tasks: [task('make', 'docs', '.'), task('make', 'licences', '.'), task('script', 'build', 'web')],
  ignored: [],
  warnings: [],
};

/** The same, with names that mean more than one thing or that are words of the vocabulary. */
export const UNLUCKY: ProjectProfile = {
  ...SHOP,
  units: [...SHOP.units, unit('libs/api', 'go', 'go', {}), unit('tools/api', 'node', 'npm', {})],
  services: [...SHOP.services, service('test')],
};

function unit(
  directory: string,
  ecosystem: Unit['ecosystem'],
  manager: Unit['manager'],
  { test, build }: { readonly test?: string; readonly build?: string },
): Unit {
  const list = (run: string | undefined): Command[] => (run === undefined ? [] : [{ run, directory, because: [] }]);
  const commands = { install: [], lint: [], test: list(test), build: list(build) };
  const rest = { lockfile: null, version: null, versions: [], needs: [], dependsOn: [] };
  return { directory, ecosystem, manager, commands, owns: [`${directory}/**`], ...rest };
}

function service(name: string): Service {
  const image = { kind: 'dockerfile', dockerfile: `${name}/Dockerfile`, context: name, target: null } as const;
  const rest = { ports: [], user: null, health: null, owns: [`${name}/**`] };
  return { name, directory: name, image: { ...image, buildArgs: {}, prebuilt: [], because: [] }, ...rest };
}

function task(runner: Task['runner'], name: string, directory: string): Task {
  return { runner, name, directory, because: [] };
}
