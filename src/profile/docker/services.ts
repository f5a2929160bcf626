import type { ProfileWarning, Service } from '../../domain/profile.ts';
import { baseName, directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { isDockerfileName } from './base-tag.ts';
import type { ComposeService } from './compose.ts';
import { ownedBy, prebuiltSources, scoreContext } from './context.ts';
import { type ImageFacts, readDockerfile } from './dockerfile.ts';
import { whyIgnored } from './ignored.ts';
import { findPorts } from './ports.ts';
import { findHealth, findUser } from './runtime.ts';

export interface FoundServices {
  readonly services: readonly Service[];
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
  readonly warnings: readonly ProfileWarning[];
}

/** Every image that the repository builds from a Dockerfile; one Dockerfile with several sets of build arguments is several services. */
export function findServices(snapshot: Snapshot, compose: readonly ComposeService[]): FoundServices {
  const files = snapshot.paths.filter(
    (path) => isDockerfileName(baseName(path)) || compose.some(({ build }) => build?.dockerfile === path),
  );
  const found = chooseBest(files, compose).map((file) =>
    fromDockerfile({ snapshot, file, users: compose.filter(({ build }) => build?.dockerfile === file) }),
  );
  return {
    services: nameApart(found.flatMap(({ services }) => services)),
    ignored: [...found.flatMap(({ ignored }) => ignored), ...others(files, compose)],
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

const NAME_ORDER = ['Dockerfile', 'Containerfile', 'Dockerfile.jvm', 'Dockerfile.prod'];

/** Of several Dockerfiles in one folder the usual name wins, and all that compose builds stay. */
function chooseBest(files: readonly string[], compose: readonly ComposeService[]): string[] {
  const built = new Set(compose.map(({ build }) => build?.dockerfile));
  const rank = (file: string) => NAME_ORDER.indexOf(baseName(file)) + 1 || NAME_ORDER.length + 1;
  return files.filter((file) => {
    const beside = files.filter(
      (other) => directoryOf(other) === directoryOf(file) && !/^[\w-]+\.Dockerfile$/i.test(baseName(other)),
    );
    return (
      built.has(file) ||
      !beside.includes(file) ||
      beside.every((other) => rank(other) > rank(file) || (rank(other) === rank(file) && other >= file))
    );
  });
}

function others(files: readonly string[], compose: readonly ComposeService[]) {
  const chosen = chooseBest(files, compose);
  return files
    .filter((file) => !chosen.includes(file))
    .map((path) => ({ path, why: 'another Dockerfile of the same folder' }));
}

interface Place {
  readonly snapshot: Snapshot;
  readonly file: string;
  /** Services of compose files that build it. */
  readonly users: readonly ComposeService[];
}

function fromDockerfile(place: Place): FoundServices {
  const { snapshot, file, users } = place;
  const { value: facts, warnings } = readDockerfile(snapshot, file);
  if (!facts) return { services: [], ignored: [], warnings };
  const why = whyIgnored(facts);
  if (why !== null) return { services: [], ignored: [{ path: file, why }], warnings };
  const variants = distinctBuilds(users);
  const services =
    variants.length === 0
      ? [serviceOf(place, facts, null)]
      : variants.map((user) => variantOf(place, user) ?? serviceOf(place, facts, user));
  return { services, ignored: [], warnings };
}

/** One compose service for each different build; demo copies of the same image are one. */
function distinctBuilds(users: readonly ComposeService[]): ComposeService[] {
  const key = ({ build }: ComposeService) => JSON.stringify([build?.target, Object.entries(build?.args ?? {}).sort()]);
  return users.filter((user, index) => users.findIndex((other) => key(other) === key(user)) === index);
}

function variantOf(place: Place, user: ComposeService): Service | null {
  const { value } = readDockerfile(place.snapshot, place.file, user.build?.args ?? {});
  return value ? serviceOf(place, value, user) : null;
}

function serviceOf({ snapshot, users }: Place, facts: ImageFacts, user: ComposeService | null): Service {
  const scored = scoreContext(snapshot, facts);
  const build = user?.build ?? null;
  const context = build?.context ?? scored.context;
  const directory = serviceDirectory(facts.file, context);
  return {
    name: nameOf(directory, users.length === 1 || user?.build?.args ? user : null, snapshot),
    directory,
    image: {
      kind: 'dockerfile',
      dockerfile: facts.file,
      context,
      target: build?.target ?? null,
      buildArgs: build?.args ?? {},
      prebuilt: prebuiltSources(snapshot, facts, context).map(({ value }) => value),
      because: build && user ? [snapshot.evidence(user.file, build.line)] : scored.because,
    },
    ports: findPorts(snapshot, facts, user),
    user: findUser(snapshot, facts),
    health: findHealth(snapshot, facts),
    owns: ownedBy(snapshot, facts, context),
  };
}

/** A Dockerfile in a folder of its own name (`docker/`, `build/package/`) serves the folder that it is built from. */
function serviceDirectory(file: string, context: string): string {
  const own = directoryOf(file);
  return /(^|\/)(docker|deploy|\.docker)$/.test(own) ? context : own;
}

function nameOf(directory: string, user: ComposeService | null, snapshot: Snapshot): string {
  if (user) return user.name;
  if (directory !== '.') return baseName(directory);
  const module = /^module\s+\S*?([\w.-]+?)(?:\/v\d+)?\s*$/m.exec(snapshot.text('go.mod') ?? '')?.[1];
  const packageName = /"name"\s*:\s*"(?:@[^/"]+\/)?([\w.-]+)"/.exec(snapshot.text('package.json') ?? '')?.[1];
  return module ?? packageName ?? 'app';
}

/** Two services of one name are told apart by their folders. */
function nameApart(services: readonly Service[]): Service[] {
  return services.map((service, index) => {
    const twins = services.filter(({ name }) => name === service.name);
    if (twins.length < 2) return service;
    const longer = service.directory.split('/').slice(-2).join('-');
    const unique =
      longer !== service.name &&
      twins.filter((twin) => twin.directory.split('/').slice(-2).join('-') === longer).length === 1;
    return {
      ...service,
      name: unique
        ? longer
        : `${service.name}-${services.slice(0, index + 1).filter(({ name }) => name === service.name).length}`,
    };
  });
}
