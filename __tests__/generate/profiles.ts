import type {
  Command,
  LintCommand,
  ManagerName,
  Need,
  ProjectProfile,
  Service,
  ServiceImage,
  Unit,
} from '../../src/domain/profile.ts';
import type { GenerationRequest, Intent } from '../../src/domain/request.ts';

/** A command of a unit, borne by the first line of a file beside it. */
export function command(run: string, directory = '.', file = 'manifest'): Command {
  return { run, directory, because: [{ file: below(directory, file), line: 1 }] };
}

export function lint(check: string, run: string, directory = '.'): LintCommand {
  return { check, ...command(run, directory) };
}

/** A Go unit with a lock file, a linter, tests and a build, all of them changeable. */
export function unit({ directory = '.', commands, ...rest }: Partial<Unit> = {}): Unit {
  return {
    directory,
    ecosystem: 'go',
    manager: 'go',
    lockfile: below(directory, 'go.sum'),
    version: { tool: 'go', value: '1.25', because: [{ file: below(directory, 'go.mod'), line: 3 }] },
    versions: [],
    commands: {
      install: [command('go mod download', directory, 'go.mod')],
      lint: [lint('lint', 'go vet ./...', directory), lint('format', 'gofmt -d .', directory)],
      test: [command('go test ./...', directory)],
      build: [command('go build ./...', directory)],
      ...commands,
    },
    needs: [],
    owns: [directory === '.' ? '**' : `${directory}/**`],
    dependsOn: [],
    ...rest,
  };
}

/** A unit of another manager, with one command for tests. */
export function unitOf(manager: ManagerName, rest: Partial<Unit> = {}): Unit {
  return unit({
    manager,
    version: null,
    lockfile: null,
    commands: { install: [], lint: [], test: [command(`${manager} test`, rest.directory)], build: [] },
    ...rest,
  });
}

export function need(service: string, rest: Partial<Need> = {}): Need {
  return { service, version: null, environment: {}, because: [{ file: 'compose.yaml', line: 7 }], ...rest };
}

export function service(
  name: string,
  { image, ...rest }: Partial<Omit<Service, 'image'>> & { readonly image?: Partial<ServiceImage> } = {},
): Service {
  const directory = rest.directory ?? name;
  const dockerfile = below(directory, 'Dockerfile');
  return {
    name,
    directory,
    image: {
      kind: 'dockerfile',
      dockerfile,
      context: directory,
      target: null,
      buildArgs: {},
      prebuilt: [],
      because: [{ file: dockerfile, line: 1 }],
      ...image,
    },
    ports: [],
    user: null,
    health: null,
    owns: [directory === '.' ? '**' : `${directory}/**`],
    ...rest,
  };
}

export function profileOf(units: readonly Unit[], services: readonly Service[] = []): ProjectProfile {
  return { units, services, tasks: [], ignored: [], warnings: [] };
}

export function requestOf(...intents: readonly Intent[]): GenerationRequest {
  return { version: 1, intents: [...intents] };
}

function below(directory: string, file: string): string {
  return directory === '.' ? file : `${directory}/${file}`;
}
