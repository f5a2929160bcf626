import type { DockerOption } from '../../domain/container.ts';
import type { CiStep } from '../ci/steps.ts';
import type { ComposeService } from '../compose/compose.ts';
import { readEnvFile } from '../compose/env-file.ts';
import { readComposeFiles } from '../compose/read.ts';
import { type ComposeUp, composeUp, isComposeAction, valuesOf } from '../compose/up.ts';
import { oncePerSnapshot } from '../once.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { ShellCommand } from '../shell/shell.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Place } from '../word.ts';
import { type CiContainer, ciContainer, type Lost } from './ci-container.ts';
import { serverOf } from './server-image.ts';

/** A compose service that runs an image as a container beside tests; null for one that is built. */
export function composeContainer(service: ComposeService): CiContainer | null {
  const { name, build, image, environment, run, at } = service;
  if (build !== null || !image) return null;
  const files = readsMounted(service);
  return ciContainer({
    name,
    image,
    environment,
    ports: run.published,
    options: healthOptions(service),
    entrypoint: files ? null : (run.entrypoint?.value ?? null),
    command: files ? null : (run.command?.value ?? null),
    lost: run.mounted.length === 0 ? [] : lostOf(files, at),
    isForPeople: true,
    runs: null,
  });
}

/** Whether it is told to read what is mounted into it, and would not start without that. */
function readsMounted({ run: { entrypoint, command, mounted } }: ComposeService): boolean {
  const told = [entrypoint, command].map((word) => word?.value ?? '').join(' ');
  return mounted.some((path) => told.includes(path));
}

function lostOf(files: boolean, at: Place): Lost[] {
  const what = files ? 'what is mounted into it, and its command, which reads that' : 'what is mounted into it';
  return [{ what, at }];
}

function healthOptions({ healthcheck, run: { health } }: ComposeService): DockerOption[] {
  const command = (healthcheck?.value ?? '').replace(/^(?:CMD|CMD-SHELL)\s+/, '').replace(/\s+/g, ' ');
  if (command === '' || command === 'NONE') return [];
  const times = [...health].map(([name, value]): DockerOption => [`--health-${name.replace('_', '-')}`, value]);
  return [['--health-cmd', command], ...times];
}

/** A step, as far as compose reads it. */
type Step = Pick<CiStep, 'uses' | 'inputs' | 'environment'>;

/** `docker compose -f a.yaml up -d db`: the services that it starts to stay, with what they depend on, as containers; none for any other command. */
export function broughtUp(
  snapshot: Snapshot,
  { words, directory, environment }: Pick<ShellCommand, 'words' | 'directory' | 'environment'>,
  ofStep: CiStep['environment'],
): CiContainer[] {
  const call = composeUp(words);
  const told = environment.get(PROFILES) ?? ofStep.get(PROFILES);
  return call?.isDetached ? containersUp(snapshot, { ...call, told }, directory) : [];
}

/** The same of a step that has an action start them. */
export function broughtUpByAction(snapshot: Snapshot, { uses, inputs, environment }: Step): CiContainer[] {
  if (!isComposeAction(uses)) return [];
  const wordsOf = (name: string) => (inputs.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
  const call: Call = {
    files: wordsOf('compose-file'),
    services: wordsOf('services'),
    profiles: valuesOf(wordsOf('compose-flags'), ['--profile']),
    told: environment.get(PROFILES),
  };
  return containersUp(snapshot, call, '.');
}

interface Call extends Pick<ComposeUp, 'files' | 'services' | 'profiles'> {
  /** What the variable of the profiles says; undefined where only the file of compose's own variables may set it. */
  readonly told: string | undefined;
}

/** Profiles, with commas between them. (docs.docker.com, "Using profiles with Compose") */
const PROFILES = 'COMPOSE_PROFILES';

function containersUp(snapshot: Snapshot, { files, services, profiles, told }: Call, from: string): CiContainer[] {
  const all = composeServices(snapshot);
  const paths = files.map((file) => joinPath(from, file));
  const own = all.filter(({ at, rank }) =>
    paths.length > 0 ? paths.includes(at.file) : rank !== 1 && directoryOf(at.file) === from,
  );
  const folder = directoryOf(paths[0] ?? joinPath(from, 'compose.yaml') ?? '.');
  const variable = told ?? readEnvFile(snapshot, joinPath(folder, '.env') ?? '.env').get(PROFILES)?.value ?? '';
  const wanted = new Set([...profiles, ...variable.split(',').map((name) => name.trim())]);
  const isOn = (name: string) => wanted.has(name) || wanted.has('*');
  const started =
    services.length > 0
      ? withDependencies(own, services)
      : own.filter(({ run }) => run.profiles.length === 0 || run.profiles.some(isOn));
  // What starts the whole system starts what people look at it with, too.
  const isWhole = services.length === 0 && started.some(({ build }) => build !== null);
  return started.flatMap((service) => {
    const container = composeContainer(service);
    return container && (!isWhole || serverOf(container.image.value)) ? [container] : [];
  });
}

const composeServices = oncePerSnapshot((snapshot) => readComposeFiles(snapshot).value);

function withDependencies(all: readonly ComposeService[], names: readonly string[]): ComposeService[] {
  const wanted = new Set(names);
  for (const name of wanted)
    for (const other of all.find((service) => service.name === name)?.dependsOn ?? []) wanted.add(other);
  return all.filter(({ name }) => wanted.has(name));
}
